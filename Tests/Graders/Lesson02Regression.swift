import Curriculum
import DeepTeaching
import GraderKit
import Solutions

extension LessonGrader {
    /// Grades Lesson 2.
    public static let regression = LessonGrader(
        regressionContract, solution: RegressionSolution.self,
        exercises: [
            RegressionGraders.hypothesis, RegressionGraders.meanSquaredCost,
            RegressionGraders.gradient, RegressionGraders.gradientStep, RegressionGraders.sigmoid,
            RegressionGraders.binaryCrossEntropy,
        ])
}

/// The graders of the exercises of Lesson 2, one file each.
enum RegressionGraders {
    /// Numbers of two decimals.
    static func numbers(
        _ count: Int, in range: ClosedRange<Double> = -5...5, _ generator: inout SeededGenerator
    ) -> [Double] {
        (0..<count).map { _ in
            (100 * generator.uniform(range.lowerBound, range.upperBound)).rounded() / 100
        }
    }

    /// Samples of some features.
    static func samples(
        _ count: Int, features: Int, _ generator: inout SeededGenerator
    ) -> [[Double]] {
        (0..<count).map { _ in numbers(features, in: 1...5, &generator) }
    }
}
