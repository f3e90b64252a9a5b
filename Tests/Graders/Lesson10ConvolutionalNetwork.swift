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

    /// The answer of a solution, a mutant or an alternative.
    static func answer(_ type: any ConvolutionalNetworkContract.Type) -> Answer {
        convolutionalNetworkContract.answer(type)
    }

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
