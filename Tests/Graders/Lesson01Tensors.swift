import Curriculum
import DeepTeaching
import GraderKit
import Solutions

extension LessonGrader {
    /// Grades Lesson 1.
    public static let tensors = LessonGrader(
        tensorsContract, solution: TensorsSolution.self,
        exercises: [
            TensorsGraders.rowMajorStrides, TensorsGraders.broadcastShape,
            TensorsGraders.unbroadcast, TensorsGraders.softmax, TensorsGraders.logSumExp,
            TensorsGraders.channelMeanAndDeviation, TensorsGraders.matrixProduct,
        ])
}

/// The graders of the exercises of Lesson 1, one file each.
enum TensorsGraders {
    /// Different lengths of axes, all at least 2, in random order.
    static func lengths(_ count: Int, _ generator: inout SeededGenerator) -> [Int] {
        Array(generator.shuffled(Array(2..<8)).prefix(count))
    }

    /// A tensor of random numbers between two bounds.
    static func tensor(
        _ shape: [Int], from lower: Double = -2, to upper: Double = 2,
        _ generator: inout SeededGenerator
    ) -> Tensor<Double> {
        .uniform(shape, from: lower, to: upper, using: &generator)
    }
}
