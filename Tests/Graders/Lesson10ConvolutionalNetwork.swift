import Curriculum
import DeepTeaching
import GraderKit
import Solutions

extension LessonGrader {
    /// Grades Lesson 10.
    public static let convolutionalNetwork = LessonGrader(
        convolutionalNetworkContract, solution: ConvolutionalNetworkSolution.self,
        exercises: [
            ConvolutionalNetworkGraders.convolution2D, ConvolutionalNetworkGraders.im2col,
            ConvolutionalNetworkGraders.maxPooling,
            ConvolutionalNetworkGraders.convolution2DGradients,
            ConvolutionalNetworkGraders.maxPoolingGradient,
            ConvolutionalNetworkGraders.batchNormalization,
            ConvolutionalNetworkGraders.fullyConvolutional,
        ])
}

/// The graders of the exercises of Lesson 10, one file each.
enum ConvolutionalNetworkGraders {
    /// Sums come in any order, so numbers may differ by rounding.
    static let tolerance = 1e-9

    /// Two tensors, equal but for rounding.
    static func compare(_ expected: Tensor<Double>, _ got: Tensor<Double>) -> Verdict {
        Comparison.within(tolerance)(expected, got)
    }
}

extension SeededGenerator {
    /// Numbers of a shape, evenly spread from `low` to `high`.
    mutating func tensor(
        _ shape: [Int], from low: Double = -1, to high: Double = 1
    ) -> Tensor<Double> {
        Tensor((0..<shape.reduce(1, *)).map { _ in uniform(low, high) }, shape: shape)
    }

    /// A kernel that is the same wherever its window looks, so that its order does not matter.
    mutating func evenKernel(_ shape: [Int]) -> Tensor<Double> {
        tensor(Array(shape.suffix(2)), from: 0.5).broadcast(to: shape)
    }
}

/// What the answers of several exercises change in an image or a batch.
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
