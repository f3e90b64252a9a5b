import Curriculum
import DeepTeaching
import GraderKit
import Solutions

extension LessonGrader {
    /// Grades Lesson 17.
    public static let softAttention = LessonGrader(
        softAttentionContract, solution: SoftAttentionSolution.self,
        exercises: [
            SoftAttentionGraders.additiveScores, SoftAttentionGraders.maskedSoftmax,
            SoftAttentionGraders.context, SoftAttentionGraders.scoreGradient,
            SoftAttentionGraders.gate, SoftAttentionGraders.doublyStochasticPenalty,
        ])
}

/// The graders of the exercises of Lesson 17.
enum SoftAttentionGraders {
    /// Some numbers.
    static func numbers(
        _ count: Int, from low: Double = -2, to high: Double = 2,
        _ generator: inout SeededGenerator
    ) -> [Double] {
        (0..<count).map { _ in generator.uniform(low, high) }
    }

    /// Rows of numbers.
    static func table(
        _ rows: Int, _ columns: Int, from low: Double = -2, to high: Double = 2,
        _ generator: inout SeededGenerator
    ) -> [[Double]] {
        (0..<rows).map { _ in numbers(columns, from: low, to: high, &generator) }
    }

    /// Shares that add up to 1, none of them tiny.
    static func shares(_ count: Int, _ generator: inout SeededGenerator) -> [Double] {
        let values = numbers(count, from: 0.2, to: 2, &generator)
        let sum = values.reduce(0, +)
        return values.map { $0 / sum }
    }

    /// sum over i of a_i b_i.
    static func product(_ a: [Double], _ b: [Double]) -> Double {
        zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// A row times a matrix [row, column].
    static func product(_ row: [Double], _ matrix: [[Double]]) -> [Double] {
        matrix[0].indices.map { column in product(row, matrix.map { $0[column] }) }
    }
}
