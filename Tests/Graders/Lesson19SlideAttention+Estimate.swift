import Curriculum
import DeepTeaching
import GraderKit

private let call = SlideAttentionCalls.samplingEstimate

extension SlideAttentionGraders {
    private typealias Drawn = (values: [[Double]], attention: [Double], replacing: Bool)

    static let samplingEstimate = ExerciseGrader(
        call,
        checks: [
            call.check(
                "with replacement", "each value divided by its attention, and the mean of these",
                inputs: { generator in
                    [(4, 2), (3, 1), (6, 3), (1, 2)].map {
                        drawn($0.0, numbers: $0.1, replacing: true, &generator)
                    }
                }, compare: Comparison.within(1e-9)),
            call.check(
                "without replacement",
                "the places before are known, each place stands for the rest",
                question:
                    "Which places can the third draw still choose from, and how much attention "
                    + "do they have together?",
                inputs: { generator in
                    [(4, 2), (3, 1), (6, 3), (2, 2)].map {
                        drawn($0.0, numbers: $0.1, replacing: false, &generator)
                    }
                }, compare: Comparison.within(1e-9)),
        ],
        misconceptions: [
            misconception(
                "the weights are not corrected, so the estimate is biased", "with replacement",
                Hints(
                    question:
                        "A place is drawn nine times in ten, the other once. Whose value has the "
                        + "mean of many draws, if nothing is divided?",
                    concept:
                        "Places with much attention are drawn often. Dividing by the attention takes "
                        + "just that away again: a * g / a = g.",
                    step: "t_k = values[k] / attention[k].")
            ) { g, _, _, _ in g },
            misconception(
                "the value is multiplied by its attention", "with replacement",
                Hints(
                    question: "A rare place is drawn. Does it stand for few others or for many?",
                    concept:
                        "It is drawn often already if it has much attention. Multiplied, it would "
                        + "count for that twice.",
                    step: "Divide by attention[k].")
            ) { g, a, _, _ in g * a },
            call.misconception(
                "the draws are added up, not averaged", check: "with replacement",
                hints: Hints(
                    question:
                        "Each t_k estimates the whole sum by itself. What do two of them give?",
                    concept: "The mean of several estimates of the same thing.",
                    step: "Divide by the number of draws.")
            ) { values, attention, replacing in
                estimate(values, attention, replacing, right).map { $0 * Double(values.count) }
            },
            call.misconception(
                "the factors are made to add up to 1", check: "with replacement",
                hints: Hints(
                    question: "Divided by the sum of 1 / a: what does one single draw give?",
                    concept:
                        "Then one draw gives g itself, a mean of the places and no longer their sum. "
                        + "It is also biased: the divisor is drawn, too.",
                    step: "Divide by the number of draws, not by the sum of 1 / a.")
            ) { values, attention, replacing in
                let total = attention.reduce(0) { $0 + 1 / $1 } / Double(values.count)
                return estimate(values, attention, replacing, right).map { $0 / total }
            },
            misconception(
                "places that cannot come again are treated as if they could", "without replacement",
                Hints(
                    question:
                        "The first place had half of all attention. With which probability is the "
                        + "second one drawn, now that the first is out?",
                    concept:
                        "Without replacement the later draws are made among the rest, so 1 / a is no "
                        + "longer the right factor.",
                    step: "t_k = sum of the g before + g_k / a_k * (1 - sum of the a before).")
            ) { g, a, _, _ in g / a },
            misconception(
                "the places before are forgotten", "without replacement",
                Hints(
                    question:
                        "What does the k-th place stand for: for all places, or for those that were "
                        + "left?",
                    concept:
                        "It estimates the sum over the rest. The values of those before are known and "
                        + "belong to the whole.",
                    step: "Add the sum of the values before.")
            ) { g, a, known, seen in
                known.isNaN ? g / a : g / a * (1 - seen)
            },
            misconception(
                "the rest is taken for the whole", "without replacement",
                Hints(
                    question: "How much attention is left when the k-th place is drawn?",
                    concept:
                        "g / a estimates the sum over all places; only those that are left are still "
                        + "to be estimated.",
                    step: "Multiply by 1 - sum of the attention before.")
            ) { g, a, known, _ in known.isNaN ? g / a : known + g / a },
            misconception(
                "the attention of the place itself counts as seen", "without replacement",
                Hints(
                    question: "One draw only: what must the estimate be?",
                    concept: "g_1 / a_1, as with replacement: nothing was drawn before.",
                    step: "Update the sum of attention after you have used it.")
            ) { g, a, known, seen in
                known.isNaN ? g / a : known + g / a * (1 - seen - a)
            },
            call.misconception(
                "only the last draw is used", check: "without replacement",
                hints: Hints(
                    question: "How many estimates do you have, and how many do you use?",
                    concept: "Each t_k is right on average. Their mean wavers less than any one.",
                    step: "Add up all t_k and divide by their number.")
            ) { values, attention, replacing in
                if replacing { return estimate(values, attention, replacing, right) }
                let last = estimate(values, attention, replacing, right)
                let before = estimate(
                    Array(values.dropLast()), Array(attention.dropLast()), replacing, right)
                let n = Double(values.count)
                return zip(last, before).map { $0 * n - $1 * (n - 1) }
            },
        ],
        alternatives: [
            call.answer("one factor for each place") { values, attention, replacing in
                let n = Double(values.count)
                var before = 0.0
                let factors = attention.enumerated().map { index, share in
                    defer { before += share }
                    return replacing
                        ? 1 / (n * share)
                        : (n - Double(index) - 1 + (1 - before) / share) / n
                }
                return product(factors, values)
            },
            call.answer("each number by itself, from new sums") { values, attention, replacing in
                values[0].indices.map { number in
                    let all = values.indices.map { k in
                        let (g, a) = (values[k][number], attention[k])
                        if replacing { return g / a }
                        let known = values[..<k].reduce(0) { $0 + $1[number] }
                        return known + g * (1 - attention[..<k].reduce(0, +)) / a
                    }
                    return all.reduce(0, +) / Double(all.count)
                }
            },
        ],
        hints: Hints(
            question: "Which two sums grow from draw to draw?",
            concept:
                "With replacement each draw estimates the whole by g / a. Without, the draws before "
                + "are known; the new one stands for the rest, which has 1 - (sum of a before) of the "
                + "attention.",
            step:
                "values 6 and 2, attention 0.5 and 0.25, without replacement: t_1 = 6 / 0.5 = 12; t_2 = "
                + "6 + 2 / 0.25 * (1 - 0.5) = 10; the mean is 11."))

    /// A mistake in the estimate of one draw; `known` is the sum of the values before, and is no number
    /// with replacement.
    private static func misconception(
        _ name: String, _ check: String, _ hints: Hints,
        _ one:
            @escaping @Sendable (_ g: Double, _ a: Double, _ known: Double, _ seen: Double)
            -> Double
    ) -> Misconception {
        call.misconception(name, check: check, hints: hints) { values, attention, replacing in
            estimate(values, attention, replacing, one)
        }
    }

    @Sendable private static func right(
        _ g: Double, _ a: Double, _ known: Double, _ seen: Double
    ) -> Double {
        known.isNaN ? g / a : known + g / a * (1 - seen)
    }

    private static func estimate(
        _ values: [[Double]], _ attention: [Double], _ replacing: Bool,
        _ one: (Double, Double, Double, Double) -> Double
    ) -> [Double] {
        (values.first ?? []).indices.map { number in
            var (known, seen, sum) = (0.0, 0.0, 0.0)
            for (value, share) in zip(values, attention) {
                sum += one(value[number], share, replacing ? .nan : known, seen)
                known += value[number]
                seen += share
            }
            return sum / Double(values.count)
        }
    }

    /// Places that were drawn, from a few more that were not.
    private static func drawn(
        _ count: Int, numbers: Int, replacing: Bool, _ generator: inout SeededGenerator
    ) -> Drawn {
        let all = shares(count + 2, &generator)
        let values = table(count + 2, numbers, size: 4, &generator)
        let places =
            replacing
            ? (0..<count).map { _ in generator.index(below: count + 2) }
            : Array(generator.shuffled(Array(all.indices)).prefix(count))
        return (places.map { values[$0] }, places.map { all[$0] }, replacing)
    }
}
