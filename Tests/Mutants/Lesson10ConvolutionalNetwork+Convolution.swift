import Curriculum
import DeepTeaching
import Solutions

extension ConvolutionalNetworkMutants {
    /// The kernel is read from its end, as mathematics does.
    public enum KernelFlipped: ConvolutionalNetworkMutant {
        /// The answer.
        public static func convolution2D(
            _ images: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>, stride: Int,
            padding: Int
        ) throws -> Tensor<Double> {
            try solution(
                images, weights.reversed(axis: 0).reversed(axis: 1), bias, stride, padding)
        }
    }

    /// Rows and columns of the kernel are swapped.
    public enum KernelTransposed: ConvolutionalNetworkMutant {
        /// The answer.
        public static func convolution2D(
            _ images: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>, stride: Int,
            padding: Int
        ) throws -> Tensor<Double> {
            try solution(images, weights.transposed([1, 0, 2, 3]), bias, stride, padding)
        }
    }

    /// The bias is not added.
    public enum BiasForgotten: ConvolutionalNetworkMutant {
        /// The answer.
        public static func convolution2D(
            _ images: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>, stride: Int,
            padding: Int
        ) throws -> Tensor<Double> {
            try solution(images, weights, .zeros(bias.shape), stride, padding)
        }
    }

    /// The bias is added inside the innermost loop.
    public enum BiasForEveryProduct: ConvolutionalNetworkMutant {
        /// The answer.
        public static func convolution2D(
            _ images: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>, stride: Int,
            padding: Int
        ) throws -> Tensor<Double> {
            let products = Double(weights.shape.prefix(3).reduce(1, *))
            return try solution(images, weights, bias * products, stride, padding)
        }
    }

    /// Only the first channel is looked at.
    public enum FirstChannelOnly: ConvolutionalNetworkMutant {
        /// The answer.
        public static func convolution2D(
            _ images: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>, stride: Int,
            padding: Int
        ) throws -> Tensor<Double> {
            try solution(
                images.slice(0..<1, axis: 3), weights.slice(0..<1, axis: 2), bias, stride, padding)
        }
    }

    /// The mean over the channels in place of the sum.
    public enum ChannelsAveraged: ConvolutionalNetworkMutant {
        /// The answer.
        public static func convolution2D(
            _ images: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>, stride: Int,
            padding: Int
        ) throws -> Tensor<Double> {
            try solution(images, weights / Double(weights.shape[2]), bias, stride, padding)
        }
    }

    /// Inputs and outputs of the weights are swapped in memory.
    public enum InputsAndOutputsSwapped: ConvolutionalNetworkMutant {
        /// The answer.
        public static func convolution2D(
            _ images: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>, stride: Int,
            padding: Int
        ) throws -> Tensor<Double> {
            try solution(
                images, weights.transposed([0, 1, 3, 2]).reshaped(weights.shape), bias, stride,
                padding)
        }
    }

    /// All zeros stand above and to the left.
    public enum PaddingOnOneSide: ConvolutionalNetworkMutant {
        /// The answer.
        public static func convolution2D(
            _ images: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>, stride: Int,
            padding: Int
        ) throws -> Tensor<Double> {
            try solution(
                images.framed(before: 2 * padding, after: 0, axis: 1), weights, bias, stride, 0)
        }
    }

    /// There is no padding.
    public enum PaddingIgnored: ConvolutionalNetworkMutant {
        /// The answer.
        public static func convolution2D(
            _ images: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>, stride: Int,
            padding: Int
        ) throws -> Tensor<Double> {
            try solution(images, weights, bias, stride, 0)
        }
    }

    /// The border is repeated in place of zeros.
    public enum BorderRepeated: ConvolutionalNetworkMutant {
        /// The answer.
        public static func convolution2D(
            _ images: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>, stride: Int,
            padding: Int
        ) throws -> Tensor<Double> {
            try solution(images.borderRepeated(padding, axis: 1), weights, bias, stride, 0)
        }
    }

    /// The window moves on by one pixel, whatever the stride.
    public enum StrideIgnored: ConvolutionalNetworkMutant {
        /// The answer.
        public static func convolution2D(
            _ images: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>, stride: Int,
            padding: Int
        ) throws -> Tensor<Double> {
            let right = try solution(images, weights, bias, stride, padding).shape
            return try solution(images, weights, bias, 1, padding)
                .corner(rows: right[1], columns: right[2], axis: 1)
        }
    }

    /// The window moves until it hangs over the border.
    public enum WindowHangsOver: ConvolutionalNetworkMutant {
        /// The answer.
        public static func convolution2D(
            _ images: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>, stride: Int,
            padding: Int
        ) throws -> Tensor<Double> {
            try solution(
                images.framed(before: padding, after: padding + stride - 1, axis: 1), weights, bias,
                stride, 0)
        }
    }

    /// The first image of the batch in place of each.
    public enum FirstImageForAll: ConvolutionalNetworkMutant {
        /// The answer.
        public static func convolution2D(
            _ images: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>, stride: Int,
            padding: Int
        ) throws -> Tensor<Double> {
            let first = [Int](repeating: 0, count: images.shape[0])
            return try solution(images.gathered(first), weights, bias, stride, padding)
        }
    }
}

extension ConvolutionalNetworkAlternatives {
    /// A matrix product for each tap of the kernel, added up.
    public enum TapByTap: ConvolutionalNetworkMutant {
        /// The answer.
        public static func convolution2D(
            _ images: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>, stride: Int,
            padding: Int
        ) throws -> Tensor<Double> {
            let padded = images.framed(before: padding, after: padding, axis: 1)
            let (batch, inputs, outputs) = (images.shape[0], images.shape[3], weights.shape[3])
            let rows = (padded.shape[1] - weights.shape[0]) / stride + 1
            let columns = (padded.shape[2] - weights.shape[1]) / stride + 1
            var sum = Tensor<Double>.zeros([batch * rows * columns, outputs]) + bias
            for dy in 0..<weights.shape[0] {
                for dx in 0..<weights.shape[1] {
                    let seen =
                        padded
                        .gathered((0..<rows).map { dy + $0 * stride }, axis: 1)
                        .gathered((0..<columns).map { dx + $0 * stride }, axis: 2)
                        .reshaped([batch * rows * columns, inputs])
                    let tap = weights[dy..<dy + 1, dx..<dx + 1, 0..<inputs, 0..<outputs]
                    sum = sum + seen.matrixProduct(tap.reshaped([inputs, outputs]))
                }
            }
            return sum.reshaped([batch, rows, columns, outputs])
        }
    }
}

private func solution(
    _ images: Tensor<Double>, _ weights: Tensor<Double>, _ bias: Tensor<Double>, _ stride: Int,
    _ padding: Int
) throws -> Tensor<Double> {
    try ConvolutionalNetworkSolution.convolution2D(
        images, weights: weights, bias: bias, stride: stride, padding: padding)
}
