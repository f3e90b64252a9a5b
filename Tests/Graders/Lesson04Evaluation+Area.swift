import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = EvaluationCalls.areaUnderCurve

extension EvaluationGraders {
    static let areaUnderCurve = ExerciseGrader(
        call,
        checks: [
            call.check(
                "pairs", "the share of pairs in which the positive item has the higher score",
                question: "Of how many pairs is your number a share? And can an area lie below "
                    + "0.5?",
                inputs: { generator in
                    var endless = items(positives: 3, scale: 6, offset: -3, &generator)
                    let positive = endless.labels.firstIndex(of: true) ?? 0
                    endless.scores[positive] = -.infinity
                    return [
                        items(positives: 5, &generator),
                        items(positives: 4, scale: 900, offset: -400, &generator),
                        items(positives: 8, scale: 1e-6, offset: 0.5, &generator), endless,
                        items(positives: 5, scale: 1e-12, &generator),
                        ([2, 1], [true, false]), ([2, 1], [false, true]),
                    ]
                },
                compare: Comparison.within(1e-9)),
            call.check(
                "ties", "a pair of equal scores counts half",
                question: "A classifier gives every item the same score. How good is it?",
                inputs: { generator in
                    let same = [Double](repeating: generator.uniform(-3, 3), count: 5)
                    return [
                        tiedItems(&generator), tiedItems(scale: 0.25, &generator),
                        tiedItems(scale: 60, &generator),
                        (same, [true, false, true, false, false]), boundless(&generator),
                    ]
                },
                compare: Comparison.within(1e-9)),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("trapezoids under the ROC curve") { scores, labels in
                let points = try EvaluationSolution.rocCurve(scores: scores, labels: labels)
                return zip(points, points.dropFirst()).reduce(0) { area, pair in
                    let width = pair.1.falsePositiveRate - pair.0.falsePositiveRate
                    return area
                        + width * (pair.0.truePositiveRate + pair.1.truePositiveRate) / 2
                }
            },
            call.answer("from the mean rank of the positives") { scores, labels in
                let ranks = scores.map { score in
                    Double(scores.count { $0 < score })
                        + Double(scores.count { $0 == score } + 1) / 2
                }
                let positives = Double(labels.count { $0 })
                let sum = zip(ranks, labels).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
                return (sum - positives * (positives + 1) / 2)
                    / (positives * Double(labels.count { !$0 }))
            },
        ],
        hints: Hints(
            question: "How many pairs of a positive and a negative item are there?",
            concept: "As many as the product of the two counts. Go through all of them with two "
                + "loops, count 1 where the positive is higher and a half where both are equal, "
                + "and divide by their number.",
            step: "Positives 3 and 2, negatives 2 and 1: 3 > 2, 3 > 1, 2 = 2, 2 > 1 give 3.5 of 4 "
                + "pairs, 0.875."))

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "equal scores count as right", check: "ties",
            hints: Hints(
                question: "What is the area of a classifier that gives every item the same score?",
                concept: "It knows nothing, so it must be chance, 0.5. If ties are right, it is "
                    + "perfect.",
                step: "Count 0.5 where both scores are equal.")
        ) { scores, labels in share(scores, labels) { $0 >= $1 ? 1 : 0 } },
        call.misconception(
            "equal scores count as wrong", check: "ties",
            hints: Hints(
                question: "What is the area of a classifier that gives every item the same score?",
                concept: "It knows nothing, so it must be chance, 0.5. If ties are wrong, it is "
                    + "worse than a coin.",
                step: "Count 0.5 where both scores are equal.")
        ) { scores, labels in share(scores, labels) { $0 > $1 ? 1 : 0 } },
        call.misconception(
            "you subtract the scores, and infinity less infinity is no number", check: "ties",
            hints: Hints(
                question: "A positive and a negative item both have the score infinity. What is "
                    + "the difference of the two scores?",
                concept: "Infinity less infinity is not a number, and that is neither above 0 nor "
                    + "equal to 0. Yet the two scores are equal: a tie.",
                step: "Compare the two scores themselves: positive == negative.")
        ) { scores, labels in
            share(scores, labels) { $0 - $1 > 0 ? 1 : $0 - $1 == 0 ? 0.5 : 0 }
        },
        call.misconception(
            "you count the pairs in which the negative item is higher", check: "pairs",
            hints: Hints(
                question: "What should a perfect classifier get, 1 or 0?",
                concept: "A high score means positive. Counted the other way round you get 1 less "
                    + "the area.",
                step: "Count where the score of the positive item is the larger one.")
        ) { scores, labels in share(scores, labels) { $0 < $1 ? 1 : $0 == $1 ? 0.5 : 0 } },
        call.misconception(
            "an area below 0.5 is turned over", check: "pairs",
            hints: Hints(
                question: "Can a classifier be worse than chance?",
                concept: "It can, and then its area lies below 0.5. Who turns that over hides a "
                    + "wrong sort or exchanged labels.",
                step: "Return the share as it is, without max(area, 1 - area).")
        ) { scores, labels in
            let right = try area(scores, labels)
            return max(right, 1 - right)
        },
        call.misconception(
            "you divide by all pairs, also those of one class", check: "pairs",
            hints: Hints(
                question: "What does a perfect classifier get from you?",
                concept: "Two positive items make no pair that could be right or wrong.",
                step: "Divide by positives.count * negatives.count.")
        ) { scores, labels in
            let (count, positives) = (Double(labels.count), Double(labels.count { $0 }))
            return try area(scores, labels) * positives * (count - positives)
                / (count * (count - 1) / 2)
        },
        call.misconception(
            "you count right decisions at the threshold 0.5", check: "pairs",
            hints: Hints(
                question: "Does your number change if all scores are doubled?",
                concept: "The area asks only for the order of the scores, at no threshold at all. "
                    + "The share of right decisions at one threshold is the accuracy.",
                step: "Compare scores with each other, not with 0.5.")
        ) { scores, labels in
            Double(zip(scores, labels).count { ($0 >= 0.5) == $1 }) / Double(labels.count)
        },
        call.misconception(
            "each positive meets one negative only", check: "pairs",
            hints: Hints(
                question: "3 positives and 5 negatives: how many comparisons do you make?",
                concept: "Every positive is compared with every negative: 15 pairs. The first with "
                    + "the first, the second with the second leaves most of them out.",
                step: "A loop within a loop, in place of zip.")
        ) { scores, labels in
            let positives = zip(scores, labels).filter(\.1).map(\.0)
            let negatives = zip(scores, labels).filter { !$0.1 }.map(\.0)
            let right = zip(positives, negatives).reduce(0.0) {
                $0 + ($1.0 > $1.1 ? 1 : $1.0 == $1.1 ? 0.5 : 0)
            }
            return right / Double(min(positives.count, negatives.count))
        },
        call.misconception(
            "you measure the distance of the two means", check: "pairs",
            hints: Hints(
                question: "Can your number exceed 1?",
                concept:
                    "How far apart the classes lie depends on the unit of the scores. The area "
                    + "counts pairs, so it lies between 0 and 1.",
                step: "Count pairs; do not average scores.")
        ) { scores, labels in
            func mean(_ wanted: Bool) -> Double {
                let own = zip(scores, labels).filter { $0.1 == wanted }.map(\.0)
                return own.reduce(0, +) / Double(own.count)
            }
            return mean(true) - mean(false)
        },
    ]

    /// Items of both classes at both ends of the line, and some between.
    private static func boundless(_ generator: inout SeededGenerator) -> Items {
        let ends = [-Double.infinity, .infinity]
        let inner = (0..<4).map { _ in generator.uniform(-3, 3) }
        return (ends + inner + ends, [true, true, true, false, false, true, false, false])
    }
}

private func area(_ scores: [Double], _ labels: [Bool]) throws -> Double {
    try EvaluationSolution.areaUnderCurve(scores: scores, labels: labels)
}

/// The mean of what a pair of a positive and a negative score counts.
private func share(
    _ scores: [Double], _ labels: [Bool], _ count: (Double, Double) -> Double
) -> Double {
    let positives = zip(scores, labels).filter(\.1).map(\.0)
    let negatives = zip(scores, labels).filter { !$0.1 }.map(\.0)
    let sum = positives.reduce(0) { sum, p in negatives.reduce(sum) { $0 + count(p, $1) } }
    return sum / Double(positives.count * negatives.count)
}
