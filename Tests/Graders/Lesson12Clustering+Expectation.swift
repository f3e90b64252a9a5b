import Curriculum
import DeepTeaching
import Foundation
import GraderKit

private let call = ClusteringCalls.expectationStep

extension ClusteringGraders {
    static let expectationStep = ExerciseGrader(
        call,
        checks: [
            call.check(
                "shares", "weights times densities, divided by their sum over the components",
                inputs: { generator in
                    [
                        densities(6, components: 3, from: -4, to: -1, &generator),
                        densities(5, components: 2, from: -3, to: 1, &generator),
                        densities(2, components: 12, from: -2, to: 2, &generator),
                        densities(3, components: 1, from: -2, to: 2, &generator),
                    ]
                }, compare: Comparison.within(1e-9)),
            call.check(
                "far away",
                "shares also where all densities are too small or too large for a number",
                question: "What is exp(-1000) in floating point, and what 0 / 0?",
                inputs: { generator in
                    let near = densities(1, components: 3, from: -3, to: -1, &generator)
                    let rows = [-1000.0, -1000, -500, 900].flatMap {
                        densities(1, components: 3, from: $0, to: $0 + 3, &generator).logDensities
                    }
                    // A component that is out of reach beside the two others.
                    var apart = near.logDensities[0]
                    apart[generator.index(below: 3)] -= 1500
                    // All far, and far from each other: only the largest may be subtracted.
                    let spread = [-15_420.0, -1355, -4792].map { $0 + generator.uniform(-9, 9) }
                    return [(near.logDensities + rows + [apart, spread], near.weights)]
                }, compare: Comparison.within(1e-9)),
            call.check(
                "empty component", "a component of weight 0 has no share, and spoils none",
                question:
                    "A component of weight 0 lies nearest to the point. What do you subtract?",
                inputs: { generator in
                    // Also the first one, with which a search may begin.
                    return [1 + generator.index(below: 3), 0].map { empty in
                        var (logs, weights) = densities(
                            4, components: 4, from: -4, to: -1, &generator)
                        weights[empty] = 0
                        for row in logs.indices { logs[row][empty] += 2000 }
                        return (logs, weights)
                    }
                }, compare: Comparison.within(1e-9)),
        ],
        misconceptions: expectationMisconceptions,
        alternatives: [
            call.answer("one over the sum of the others beside each component") { logs, weights in
                logs.map { row in
                    let all = zip(row, weights).map { $0 + log($1) }
                    return all.map { mine in
                        mine == -.infinity ? 0 : 1 / all.reduce(0) { $0 + exp($1 - mine) }
                    }
                }
            },
            call.answer("minus the logarithm of the sum of exponentials") { logs, weights in
                logs.map { row in
                    let all = zip(row, weights).map { $0 + log($1) }
                    let largest = all.max() ?? 0
                    let total = largest + log(all.reduce(0) { $0 + exp($1 - largest) })
                    return all.map { exp($0 - total) }
                }
            },
        ],
        hints: Hints(
            question: "What must the shares of one point sum to?",
            concept: "To 1. A share is the component's weight times its density, beside the sum of "
                + "these products over all components.",
            step:
                "l = (-1001, -1000), weights 0.5 and 0.5: subtract the larger sum of l and log w, "
                + "which leaves -1 and 0. exp gives 0.368 and 1; divided by 1.368: 0.269 and 0.731."
        ))

    private static func densities(
        _ points: Int, components: Int, from low: Double, to high: Double,
        _ generator: inout SeededGenerator
    ) -> (logDensities: [[Double]], weights: [Double]) {
        let logs = (0..<points).map { _ in
            (0..<components).map { _ in generator.uniform(low, high) }
        }
        return (logs, shares(1, components: components, &generator)[0])
    }
}

private let expectationMisconceptions = [
    call.misconception(
        "the weights are forgotten", check: "shares",
        hints: Hints(
            question: "A point lies as near to a frequent kind as to a rare one. Which kind is it, "
                + "probably?",
            concept:
                "The frequent one: before you look at the point, the weights say how likely each "
                + "component is (Bayes).",
            step: "weight * density, or log weight + logarithm of the density.")
    ) { logs, _ in logs.map { normalized($0) } },
    call.misconception(
        "you add the weight to the logarithm, not the weight's logarithm", check: "shares",
        hints: Hints(
            question: "What becomes of a product when you take its logarithm?",
            concept: "A sum of logarithms: log(w N) = log w + log N.",
            step: "row[k] + log(weights[k]).")
    ) { logs, weights in logs.map { normalized(zip($0, weights).map { $0 + $1 }) } },
    call.misconception(
        "the weight multiplies the logarithm", check: "shares",
        hints: Hints(
            question: "w log N is the logarithm of what?",
            concept: "Of N to the power of w. The weight multiplies the density itself, so its "
                + "logarithm is added.",
            step: "row[k] + log(weights[k]).")
    ) { logs, weights in logs.map { normalized(zip($0, weights).map { $0 * $1 }) } },
    call.misconception(
        "the shares are not divided by their sum", check: "shares",
        hints: Hints(
            question: "What do the shares of one point sum to in your answer?",
            concept: "Each point counts once, however far it lies: its shares sum to 1.",
            step: "Divide each w exp(l) of a point by the sum of all of that point.")
    ) { logs, weights in logs.map { zip($0, weights).map { exp($0) * $1 } } },
    call.misconception(
        "the shares are divided by the largest, not by their sum", check: "shares",
        hints: Hints(
            question: "What do the shares of one point sum to in your answer?",
            concept:
                "Subtracting the largest logarithm only keeps the exponentials in range. It makes "
                + "the largest share 1; the division by the sum is still to come.",
            step: "parts.map { $0 / parts.reduce(0, +) }.")
    ) { logs, weights in
        joint(logs, weights).map { row in row.map { exp($0 - (row.max() ?? 0)) } }
    },
    call.misconception(
        "you divide by the sum over the points", check: "shares",
        hints: Hints(
            question: "Who shares what: the components a point, or the points a component?",
            concept:
                "Each point is shared out among the components; so a row sums to 1, not a column.",
            step: "The sum in the denominator runs over j, the components.")
    ) { logs, weights in
        let parts = joint(logs, weights).map { $0.map { exp($0) } }
        return parts.map { row in
            row.indices.map { k in row[k] / parts.reduce(0) { $0 + $1[k] } }
        }
    },
    call.misconception(
        "each point belongs to its likeliest component altogether", check: "shares",
        hints: Hints(
            question: "A point lies in the middle between two clouds. Is it certain whose it is?",
            concept: "No. That is what k-means would say; the expectation step keeps the doubt.",
            step: "Return the fractions themselves, not 1 for the largest.")
    ) { logs, weights in
        joint(logs, weights).map { row in
            let best = row.indices.max { row[$0] < row[$1] }
            return row.indices.map { $0 == best ? 1 : 0 }
        }
    },
    call.misconception(
        "far from all components 0 is divided by 0", check: "far away",
        hints: Hints(
            question: "What is exp(-1000) in floating point?",
            concept:
                "0, for every component; and 0 / 0 is no number. A common factor of numerator and "
                + "denominator may be cancelled before exp is taken.",
            step: "Subtract the largest log w + l of the point from each before exp.")
    ) { logs, weights in
        joint(logs, weights).map { row in
            let parts = row.map { exp($0) }
            return parts.map { $0 / parts.reduce(0, +) }
        }
    },
    call.misconception(
        "you subtract the largest number of all points", check: "far away",
        hints: Hints(
            question:
                "One point lies near, another far. What remains of the far one's exponentials?",
            concept:
                "Nothing: beside the near one they are 0. Each point has a common factor of its "
                + "own.",
            step: "Take the largest inside the loop over the points.")
    ) { logs, weights in
        let all = joint(logs, weights)
        let largest = all.flatMap { $0 }.max() ?? 0
        return all.map { row in
            let parts = row.map { exp($0 - largest) }
            return parts.map { $0 / parts.reduce(0, +) }
        }
    },
    call.misconception(
        "you subtract the mean of a point's numbers, not the largest", check: "far away",
        hints: Hints(
            question: "A point's numbers are -15000 and -1000. What is exp of the larger one once "
                + "you have subtracted their mean?",
            concept: "exp(7000), which is infinite in floating point. Any common factor cancels on "
                + "paper; only the largest keeps all exponentials at 1 or below.",
            step: "Subtract the largest log w + l of the point from each before exp.")
    ) { logs, weights in shifted(logs, weights) { $0.reduce(0, +) / Double($0.count) } },
    call.misconception(
        "you subtract the mean of a point's finite numbers, not the largest", check: "far away",
        hints: Hints(
            question: "A point's numbers are -15000 and -1000. What is exp of the larger one once "
                + "you have subtracted their mean?",
            concept: "exp(7000), which is infinite in floating point. Any common factor cancels on "
                + "paper; only the largest keeps all exponentials at 1 or below.",
            step: "Subtract the largest log w + l of the point from each before exp.")
    ) { logs, weights in
        shifted(logs, weights) { row in
            let finite = row.filter(\.isFinite)
            return finite.reduce(0, +) / Double(finite.count)
        }
    },
    call.misconception(
        "you subtract the first of a point's numbers, not the largest", check: "far away",
        hints: Hints(
            question: "A point's first number is -15000, its second -1000. What is exp of the "
                + "second once you have subtracted the first?",
            concept:
                "exp(14000), which is infinite in floating point. Any common factor cancels on "
                + "paper; only the largest keeps all exponentials at 1 or below.",
            step: "Subtract the largest log w + l of the point from each before exp.")
    ) { logs, weights in shifted(logs, weights) { $0[0] } },
    call.misconception(
        "where all exponentials are 0 you share equally", check: "far away",
        hints: Hints(
            question:
                "A point is far from all, but a little nearer to one. Is that one not likelier?",
            concept:
                "It is, often by far: what counts is the difference of the logarithms. Replacing "
                + "0 / 0 by something harmless hides the loss.",
            step: "Subtract the largest log w + l of the point from each before exp.")
    ) { logs, weights in
        joint(logs, weights).map { row in
            let parts = row.map { exp(min($0, 700)) }
            let sum = parts.reduce(0, +)
            return parts.map { sum > 0 ? $0 / sum : 1 / Double(row.count) }
        }
    },
    call.misconception(
        "you subtract the largest density, whatever its weight", check: "empty component",
        hints: Hints(
            question:
                "A component of weight 0 is the densest. What is left of the others once you have "
                + "subtracted it?",
            concept:
                "exp of a number far below 0: nothing, and 0 / 0 again. What must become 1 is the "
                + "largest product of weight and density.",
            step: "Add log(weights[k]) first, then look for the largest.")
    ) { logs, weights in
        logs.map { row in
            let largest = row.max() ?? 0
            let parts = zip(row, weights).map { exp($0 - largest) * $1 }
            return parts.map { $0 / parts.reduce(0, +) }
        }
    },
]

/// Logarithms of weights times densities.
private func joint(_ logs: [[Double]], _ weights: [Double]) -> [[Double]] {
    logs.map { zip($0, weights).map { $0 + log($1) } }
}

/// The solution, with another number of a point subtracted than the largest.
private func shifted(
    _ logs: [[Double]], _ weights: [Double], by common: ([Double]) -> Double
) -> [[Double]] {
    joint(logs, weights).map { row in
        let factor = common(row)
        let parts = row.map { exp($0 - factor) }
        return parts.map { $0 / parts.reduce(0, +) }
    }
}

/// Exponentials divided by their sum.
private func normalized(_ row: [Double]) -> [Double] {
    let parts = row.map { exp($0 - (row.max() ?? 0)) }
    return parts.map { $0 / parts.reduce(0, +) }
}
