import Curriculum
import DeepTeaching
import Solutions

/// A wrong answer to one exercise of Lesson 10; all others are the solution's.
public protocol ConvolutionalNetworkMutant: ConvolutionalNetworkContract {}

extension ConvolutionalNetworkMutant {
    /// The solution's answer.
    public static func convolution2D(
        _ images: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>, stride: Int,
        padding: Int
    ) throws -> Tensor<Double> {
        try ConvolutionalNetworkSolution.convolution2D(
            images, weights: weights, bias: bias, stride: stride, padding: padding)
    }

    /// The solution's answer.
    public static func im2col(
        _ image: Tensor<Double>, kernel: Int, stride: Int, padding: Int
    ) throws -> Tensor<Double> {
        try ConvolutionalNetworkSolution.im2col(
            image, kernel: kernel, stride: stride, padding: padding)
    }

    /// The solution's answer.
    public static func maxPooling(_ images: Tensor<Double>, size: Int) throws -> Tensor<Double> {
        try ConvolutionalNetworkSolution.maxPooling(images, size: size)
    }

    /// The solution's answer.
    public static func convolution2DGradients(
        images: Tensor<Double>, weights: Tensor<Double>, stride: Int, padding: Int,
        outputGradient: Tensor<Double>
    ) throws -> Convolution2DGradients {
        try ConvolutionalNetworkSolution.convolution2DGradients(
            images: images, weights: weights, stride: stride, padding: padding,
            outputGradient: outputGradient)
    }

    /// The solution's answer.
    public static func maxPoolingGradient(
        images: Tensor<Double>, size: Int, outputGradient: Tensor<Double>
    ) throws -> Tensor<Double> {
        try ConvolutionalNetworkSolution.maxPoolingGradient(
            images: images, size: size, outputGradient: outputGradient)
    }

    /// The solution's answer.
    public static func batchNormalization(
        _ input: Tensor<Double>, layer: NormalizationLayer, training: Bool, momentum: Double,
        epsilon: Double
    ) throws -> NormalizedBatch {
        try ConvolutionalNetworkSolution.batchNormalization(
            input, layer: layer, training: training, momentum: momentum, epsilon: epsilon)
    }

    /// The solution's answer.
    public static func fullyConvolutional(
        _ features: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>, side: Int
    ) throws -> Tensor<Double> {
        try ConvolutionalNetworkSolution.fullyConvolutional(
            features, weights: weights, bias: bias, side: side)
    }
}

/// The wrong answers to Lesson 10 that graders must catch.
public enum ConvolutionalNetworkMutants {}

/// Other right answers to Lesson 10: the checks must not be too strict for them.
public enum ConvolutionalNetworkAlternatives {}

extension Tensor where Scalar == Double {
    /// The tensor with zeros around the two axes of an image that begin at `axis`.
    func framed(before: Int, after: Int, axis: Int) -> Tensor {
        let shape = self.shape
        let isFramed = shape.indices.map { $0 == axis || $0 == axis + 1 }
        return padded(
            before: isFramed.map { $0 ? before : 0 }, after: isFramed.map { $0 ? after : 0 })
    }

    /// The tensor whose pixels at the border are repeated beyond it.
    func borderRepeated(_ count: Int, axis: Int) -> Tensor {
        func indices(_ length: Int) -> [Int] {
            (-count..<length + count).map { min(max($0, 0), length - 1) }
        }
        return gathered(indices(shape[axis]), axis: axis)
            .gathered(indices(shape[axis + 1]), axis: axis + 1)
    }

    /// The first `rows` and `columns` of an image whose axes begin at `axis`.
    func corner(rows: Int, columns: Int, axis: Int) -> Tensor {
        slice(0..<rows, axis: axis).slice(0..<columns, axis: axis + 1)
    }
}
