import Curriculum
import DeepTeaching
import Foundation
import GraderKit
import Solutions

extension LessonGrader {
    /// Grades Lesson 19.
    public static let slideAttention = LessonGrader(
        slideAttentionContract, solution: SlideAttentionSolution.self,
        exercises: [
            SlideAttentionGraders.attentionPool, SlideAttentionGraders.gatedAttentionPool,
            SlideAttentionGraders.sampleWithoutReplacement,
            SlideAttentionGraders.samplingEstimate, SlideAttentionGraders.processedFraction,
        ])
}

/// The graders of the exercises of Lesson 19, one file each.
enum SlideAttentionGraders {
    /// Rows of numbers between -size and size.
    static func table(
        _ rows: Int, _ columns: Int, size: Double = 1.5, _ generator: inout SeededGenerator
    ) -> [[Double]] {
        (0..<rows).map { _ in (0..<columns).map { _ in generator.uniform(-size, size) } }
    }

    /// As many numbers above 0 as are asked for, which add up to 1.
    static func shares(_ count: Int, _ generator: inout SeededGenerator) -> [Double] {
        let numbers = (0..<count).map { _ in generator.uniform(0.2, 1.6) }
        let sum = numbers.reduce(0, +)
        return numbers.map { $0 / sum }
    }

    /// By the weights alone.
    static func compareWeights(
        _ expected: PooledInstances, _ got: PooledInstances
    ) -> Verdict {
        Comparison.within(1e-9)(expected.weights, got.weights)
    }

    /// By what the bag should be with the weights that were given, if these are shares: whether they are
    /// the right ones is the other check's business.
    static func compareBag(
        _ expected: PooledInstances, _ got: PooledInstances, instances: [[Double]]
    ) -> Verdict {
        if expected == got { return .right }
        let sum = got.weights.reduce(0, +)
        // What is expected may be a wrong answer that the student's is held against.
        let mean = product(expected.weights, instances)
        let isRight =
            mean.count == expected.bag.count
            && zip(mean, expected.bag).allSatisfy { abs($0 - $1) < 1e-9 }
        let areShares = got.weights.count == instances.count && abs(sum - 1) < 1e-6
        return Comparison.within(1e-9)(
            isRight && areShares ? product(got.weights, instances) : expected.bag, got.bag)
    }

    /// One row times a matrix.
    static func product(_ row: [Double], _ matrix: [[Double]]) -> [Double] {
        matrix[0].indices.map { column in
            zip(row, matrix).reduce(0) { $0 + $1.0 * $1.1[column] }
        }
    }

    /// What becomes of instances with these scores.
    static func pooled(
        _ instances: [[Double]], _ scores: [Double], dividing: Bool = true
    ) -> PooledInstances {
        let largest = scores.max() ?? 0
        let powers = scores.map { exp($0 - largest) }
        let total = dividing ? powers.reduce(0, +) : 1
        let weights = powers.map { $0 / total }
        return PooledInstances(weights: weights, bag: product(weights, instances))
    }
}
