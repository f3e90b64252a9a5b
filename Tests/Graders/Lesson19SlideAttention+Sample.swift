import Curriculum
import DeepTeaching
import Foundation
import GraderKit

private let call = SlideAttentionCalls.sampleWithoutReplacement

extension SlideAttentionGraders {
    private typealias Draw = (attention: [Double], draws: Int, numbers: [Double])

    static let sampleWithoutReplacement = ExerciseGrader(
        call,
        checks: [
            call.check(
                "places", "the places with the highest keys",
                inputs: draws,
                compare: { expected, got in
                    Comparison.labels(expected.sorted(), got.sorted())
                }),
            call.check(
                "order", "the highest key comes first",
                question: "Are your places in the order of their keys?",
                inputs: draws, compare: Comparison.labels),
            call.check(
                "no attention", "a place without attention is never drawn",
                question:
                    "Two places have attention, and three are to be drawn. How many do you give?",
                inputs: { generator in
                    (0..<3).map { _ in
                        let some = shares(4, &generator)
                        let places = generator.shuffled(some + [0, 0, 0])
                        return (places, 6, numbers(7, &generator))
                    }
                },
                compare: { expected, got in
                    Comparison.labels(expected.sorted(), got.sorted())
                }),
        ],
        misconceptions: [
            misconception(
                "chance plays no part", "places",
                Hints(
                    question: "Does your answer change when the numbers u change?",
                    concept:
                        "The places with most attention, always the same, never let the others "
                        + "speak: the estimate would be wrong, and attention would never learn of them.",
                    step: "key = log(a) - log(-log(u)).")
            ) { a, _ in a },
            misconception(
                "attention plays no part", "places",
                Hints(
                    question: "Does your answer change when the attention changes?",
                    concept: "-log(-log(u)) alone draws all places alike.",
                    step: "Add log(a).")
            ) { _, u in u },
            misconception(
                "attention is not logarithmised", "places",
                Hints(
                    question:
                        "A place with a = 0.5 should come first ten times as often as one with 0.05. "
                        + "Is the difference of their keys large enough?",
                    concept:
                        "The trick works with log(a): a factor in a becomes a distance between keys.",
                    step: "log(a_k), not a_k.")
            ) { $0 - log(-log($1)) },
            misconception(
                "the noise has the wrong sign", "places",
                Hints(
                    question: "u is close to 1. Should its place come early or late?",
                    concept:
                        "-log(u) is small there, its logarithm very negative, and minus that large: "
                        + "early.",
                    step: "log(a) - log(-log(u)).")
            ) { log($0) + log(-log($1)) },
            misconception(
                "there is one logarithm too few", "places",
                Hints(
                    question: "How many logarithms stand around u?",
                    concept:
                        "-log(-log(u)) is distributed as the largest of many numbers (Gumbel): only "
                        + "so the highest key is drawn with probability a.",
                    step: "log(-log(u)).")
            ) { log($0) + log($1) },
            misconception(
                "the lowest keys are taken", "places",
                Hints(
                    question: "A place with more attention has a higher key. Is it drawn earlier?",
                    concept: "The highest keys are drawn.",
                    step: "Sort with >.")
            ) { -(log($0) - log(-log($1))) },
            call.misconception(
                "the places come in the order of the slide", check: "order",
                hints: Hints(
                    question: "Which of your places was drawn first?",
                    concept: "The estimate needs to know who was drawn before whom.",
                    step: "Sort by key, and leave it so.")
            ) { a, draws, u in drawn(a, draws, u) { log($0) - log(-log($1)) }.sorted() },
            call.misconception(
                "the last drawn comes first", check: "order",
                hints: Hints(
                    question: "Which key is higher: that of your first place, or of your last?",
                    concept: "The highest key is the first draw.",
                    step: "Sort with >, then keep the first few.")
            ) { a, draws, u in drawn(a, draws, u) { log($0) - log(-log($1)) }.reversed() },
            call.misconception(
                "places are drawn with replacement", check: "places",
                hints: Hints(
                    question: "Can a place stand in your answer twice?",
                    concept:
                        "Whoever has been seen says nothing new: without replacement each place is "
                        + "drawn once at most.",
                    step: "One key for each place, and the highest of them.")
            ) { a, draws, u in
                u.prefix(draws).map { number in
                    var sum = 0.0
                    return a.firstIndex { share in
                        sum += share
                        return number < sum
                    } ?? a.count - 1
                }
            },
            call.misconception(
                "places without attention fill the list up", check: "no attention",
                hints: Hints(
                    question: "How much attention has the last of your places?",
                    concept:
                        "log(0) is minus infinity: such a place stands last, but it is still in the "
                        + "list, and g / a would divide by 0.",
                    step: "Leave out places with a = 0 before you sort.")
            ) { a, draws, u in
                Array(
                    a.indices.sorted {
                        (log(a[$0]) - log(-log(u[$0])), $1) > (log(a[$1]) - log(-log(u[$1])), $0)
                    }.prefix(draws))
            },
        ],
        alternatives: [
            call.answer("who arrives first: -log(u) / a") { a, draws, u in
                drawn(a, draws, u) { $0 / -log($1) }
            },
            call.answer("one after the other") { a, draws, u in
                var left = Set(a.indices.filter { a[$0] > 0 })
                var order: [Int] = []
                while order.count < draws,
                    let best = left.max(by: { pow(u[$0], 1 / a[$0]) < pow(u[$1], 1 / a[$1]) })
                {
                    order.append(best)
                    left.remove(best)
                }
                return order
            },
        ],
        hints: Hints(
            question: "How do you sort places by their keys, and keep the first few?",
            concept:
                "Each place gets one key from its attention and its random number. Then chance has "
                + "done its work: all that is left is to sort.",
            step:
                "a = 0.5, u = 0.1: log(0.5) = -0.69, -log(u) = 2.30, its log 0.83: the key is -1.53. "
                + "attention.indices.filter { attention[$0] > 0 }.sorted { keys[$0] > keys[$1] }.prefix(n)"
        ))

    /// A mistake in the key of a place.
    private static func misconception(
        _ name: String, _ check: String, _ hints: Hints,
        key: @escaping @Sendable (_ share: Double, _ number: Double) -> Double
    ) -> Misconception {
        call.misconception(name, check: check, hints: hints) { a, draws, u in
            drawn(a, draws, u, key: key)
        }
    }

    /// Slides with uneven attention, on which common mistakes draw other places; and small ones.
    private static func draws(_ generator: inout SeededGenerator) -> [Draw] {
        [(12, 5), (9, 3), (15, 6)].map { telling($0.0, draws: $0.1, &generator) }
            + [(3, 2), (6, 6), (1, 1)].map { count, draws in
                (shares(count, &generator), draws, numbers(count, &generator))
            }
    }

    /// Drawn anew until each way to make keys draws other places.
    private static func telling(
        _ count: Int, draws: Int, _ generator: inout SeededGenerator
    ) -> Draw {
        let ways: [(Double, Double) -> Double] = [
            { log($0) - log(-log($1)) }, { $0 - log(-log($1)) }, { log($0) + log($1) },
            { log($0) + log(-log($1)) }, { share, _ in share }, { _, number in number },
        ]
        while true {
            let uneven = (0..<count).map { _ in pow(generator.uniform(0.2, 1), 4) }
            let sum = uneven.reduce(0, +)
            let (a, u) = (uneven.map { $0 / sum }, numbers(count, &generator))
            if Set(ways.map { Set(drawn(a, draws, u, key: $0)) }).count == ways.count {
                return (a, draws, u)
            }
        }
    }

    private static func numbers(_ count: Int, _ generator: inout SeededGenerator) -> [Double] {
        (0..<count).map { _ in generator.uniform(0.05, 0.95) }
    }
}

/// The places with any attention, the highest keys first.
private func drawn(
    _ a: [Double], _ draws: Int, _ u: [Double], key: (Double, Double) -> Double
) -> [Int] {
    let keys = zip(a, u).map { key($0, $1) }
    return Array(
        a.indices.filter { a[$0] > 0 }.sorted { keys[$0] > keys[$1] }.prefix(draws))
}
