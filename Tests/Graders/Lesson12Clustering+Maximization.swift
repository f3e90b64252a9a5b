import Curriculum
import DeepTeaching
import GraderKit

private let call = ClusteringCalls.maximizationStep

extension ClusteringGraders {
    static let maximizationStep = ExerciseGrader(
        call,
        checks: [
            call.check(
                "weights", "a weight is the sum of the shares divided by the number of points",
                inputs: { generator in
                    [
                        mixture(9, components: 3, features: 2, &generator),
                        mixture(7, components: 2, features: 1, &generator),
                    ]
                },
                compare: { Comparison.within(1e-9)($0.weights, $1.weights) }),
            call.check(
                "means", "a mean counts each point by its share",
                inputs: { generator in
                    [
                        mixture(9, components: 3, features: 2, &generator),
                        mixture(5, components: 2, features: 3, &generator),
                        mixture(6, components: 3, features: 1, rare: 0.05, &generator),
                        // Hardly any share, but not none.
                        mixture(6, components: 2, features: 2, rare: 1e-10, &generator),
                    ]
                },
                compare: { Comparison.within(1e-9)($0.means, $1.means) }),
            call.check(
                "covariances",
                "a covariance is taken about the new mean, with the floor on its diagonal",
                inputs: { generator in
                    [
                        mixture(9, components: 2, features: 2, &generator),
                        mixture(6, components: 1, features: 3, &generator),
                        mixture(12, components: 4, features: 1, &generator),
                        mixture(7, components: 3, features: 2, rare: 0.05, &generator),
                    ]
                },
                compare: { Comparison.within(1e-9)($0.covariances, $1.covariances) }),
            call.check(
                "empty component", "a component without any share keeps its mean and has the floor",
                question: "All shares of a component are 0. What is its mean?",
                inputs: { generator in
                    let empty = generator.index(below: 3)
                    return [mixture(8, components: 3, features: 2, empty: empty, &generator)]
                },
                comparing: { expected, got, _, shares, _, _ in
                    // Only the empty component: the others are the business of the other checks.
                    guard
                        let empty = (0..<3).first(where: { k in shares.allSatisfy { $0[k] == 0 } }),
                        got.weights.count == 3, got.means.count == 3, got.covariances.count == 3
                    else { return .wrong("there are not as many components as shares") }
                    let equal: @Sendable ([Double], [Double]) -> Verdict = Comparison.within(1e-9)
                    let same: @Sendable ([[Double]], [[Double]]) -> Verdict = Comparison.within(
                        1e-9)
                    return .all(
                        equal([expected.weights[empty]], [got.weights[empty]])
                            .about("the weight of component \(empty), which has no share"),
                        equal(expected.means[empty], got.means[empty])
                            .about("the mean of component \(empty), which has no share"),
                        same(expected.covariances[empty], got.covariances[empty])
                            .about("the covariance of component \(empty), which has no share"))
                }),
        ],
        misconceptions: maximizationMisconceptions,
        alternatives: maximizationAlternatives,
        hints: Hints(
            question:
                "From which mean do the points of a component differ, from the old or from the "
                + "new one?",
            concept:
                "From the new one. Count first, then the mean, then the covariance: each needs the "
                + "one before. A share works as if so much of the point were there.",
            step: "Points 0 and 4 with shares 1 and 0.5: n = 1.5, the mean is 2 / 1.5 = 1.333, the "
                + "variance (1 * 1.333^2 + 0.5 * 2.667^2) / 1.5 = 3.556, and the floor is added."))

    /// Points around no place in particular; the previous means lie elsewhere. With a factor for the
    /// first component's shares, these sum to less than one point.
    private static func mixture(
        _ count: Int, components: Int, features: Int, empty: Int? = nil,
        rare: Double = 1, _ generator: inout SeededGenerator
    ) -> (
        points: [[Double]], responsibilities: [[Double]], previous: [[Double]], floor: Double
    ) {
        let drawn = shares(
            count, components: empty == nil ? components : components - 1, &generator)
        let rows = drawn.map { row in
            var row = row
            if let empty { row.insert(0, at: empty) }
            row[0] *= rare
            let sum = row.reduce(0, +)
            return row.map { $0 / sum }
        }
        return (
            points(count, dimensions: features, &generator), rows,
            (0..<components).map { _ in
                (0..<features).map { _ in generator.uniform(11, 20) }
            },
            generator.uniform(0.5, 2)
        )
    }
}
