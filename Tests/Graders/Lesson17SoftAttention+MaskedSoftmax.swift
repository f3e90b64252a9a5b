import Curriculum
import DeepTeaching
import Foundation
import GraderKit
import Solutions

private let call = SoftAttentionCalls.maskedSoftmax

extension SoftAttentionGraders {
    static let maskedSoftmax = ExerciseGrader(
        call,
        checks: [
            call.check(
                "shares", "the shares of each picture add up to 1 over its places",
                inputs: { generator in
                    let (pictures, places) = (2 + generator.index(below: 2), 4)
                    let all = [[Bool]](
                        repeating: .init(repeating: true, count: places), count: pictures)
                    return [
                        (table(pictures, places, &generator), all),
                        // One picture, and one place.
                        (table(1, 3, &generator), [[true, true, true]]),
                        (table(2, 1, &generator), [[true], [true]]),
                    ]
                },
                compare: Comparison.within(1e-9)),
            call.check(
                "background", "background gets 0, whatever its score; the others share all",
                inputs: { generator in
                    let mask = [
                        generator.shuffled([true, true, false, false, true]),
                        generator.shuffled([true, false, false, false, false]),
                    ]
                    return [
                        (table(2, 5, &generator), mask),
                        // Far above what takes part, and far below it.
                        (scores(around: 2000, where: mask, &generator), mask),
                        (scores(around: -2000, where: mask, &generator), mask),
                    ]
                },
                compare: Comparison.within(1e-9)),
            call.check(
                "large numbers", "scores around 1000 and -1000 and beyond give shares too",
                inputs: { generator in
                    // A million below 0 no score stands in for those that are masked out.
                    let middles = generator.shuffled([1000.0, -1000, -1_000_000])
                    let rows = middles.map { middle in
                        numbers(4, from: middle - 2, to: middle + 2, &generator)
                    }
                    let mask = rows.map { _ in generator.shuffled([true, true, true, false]) }
                    return [(rows, mask)]
                },
                compare: Comparison.within(1e-9)),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("with minus infinity in place of what is masked out") { scores, mask in
                zip(scores, mask).map { scores, mask in
                    let kept = zip(scores, mask).map { $1 ? $0 : -.infinity }
                    let largest = kept.max() ?? 0
                    let powers = kept.map { exp($0 - largest) }
                    return powers.map { $0 / powers.reduce(0, +) }
                }
            },
            call.answer("one over the sum of the exponentials of the differences") { scores, mask in
                scores.indices.map { b in
                    scores[b].indices.map { i in
                        if !mask[b][i] { return 0 }
                        var sum = 0.0
                        for j in scores[b].indices where mask[b][j] {
                            sum += exp(scores[b][j] - scores[b][i])
                        }
                        return 1 / sum
                    }
                }
            },
            call.answer("the library's masked softmax") { scores, mask in
                let shape = [scores.count, scores[0].count]
                let shares = Tensor(scores.flatMap { $0 }, shape: shape).softmax(
                    where: Tensor(mask.flatMap { $0.map { $0 ? 1 : 0 } }, shape: shape))
                return scores.indices.map { b in
                    Array(shares.elements[b * shape[1]..<(b + 1) * shape[1]])
                }
            },
        ],
        hints: Hints(
            question: "For one picture, which places take part in the sum?",
            concept: "Go picture by picture. The largest score, the exponentials and their sum are "
                + "those of places whose mask is true; all others get 0.",
            step: "Scores [1, 1, 9] with the mask [true, true, false]: the largest is 1, the "
                + "exponentials are 1 and 1, the sum is 2, the shares 0.5, 0.5 and 0."))

    private static let misconceptions = [
        call.misconception(
            "your shares add up over the batch, not over the places", check: "shares",
            hints: Hints(
                question: "Should it matter for one slide which other slides lie in the batch?",
                concept:
                    "The places of one picture compete for attention. Pictures do not: the sum "
                    + "runs along a row of scores, not down a column.",
                step: "for (row, mask) in zip(scores, mask): largest, exponentials and sum of this "
                    + "row.")
        ) { scores, mask in
            let columns = scores[0].indices.map { i in
                shares(scores.map { $0[i] }, mask.map { $0[i] })
            }
            return scores.indices.map { b in columns.map { $0[b] } }
        },
        call.misconception(
            "all your shares together add up to 1", check: "shares",
            hints: Hints(
                question: "Three pictures: how much attention is there to share out?",
                concept: "Each picture has its own whole of 1.",
                step: "Put largest and sum into the loop over the pictures.")
        ) { scores, mask in
            let all = shares(scores.flatMap { $0 }, mask.flatMap { $0 })
            let places = scores[0].count
            return scores.indices.map { Array(all[$0 * places..<($0 + 1) * places]) }
        },
        call.misconception(
            "you do not look at the mask", check: "background",
            hints: Hints(
                question: "How much attention does glass get from you?",
                concept: "What is masked out takes no part: its share is 0, and its exponential is "
                    + "not in the sum.",
                step: "mask[b][i] ? exp(...) : 0.")
        ) { scores, mask in
            zip(scores, mask).map { scores, mask in shares(scores, mask.map { _ in true }) }
        },
        call.misconception(
            "you take the background away after the shares were made", check: "background",
            hints: Hints(
                question: "What do your shares of a picture with background add up to?",
                concept: "If glass took part in the sum, its share is lost when it is put to 0. "
                    + "Leave it out of the sum in the first place.",
                step: "Scores [1, 1, 1], the last one glass: 0.5, 0.5, 0; not 1/3, 1/3, 0.")
        ) { scores, mask in
            zip(scores, mask).map { scores, mask in
                zip(shares(scores, mask.map { _ in true }), mask).map { $1 ? $0 : 0 }
            }
        },
        call.misconception(
            "you give the background a score of 0", check: "background",
            hints: Hints(
                question: "What is exp(0)?",
                concept:
                    "A score of 0 is a score like others: its exponential is 1. What must be 0 "
                    + "is the exponential.",
                step: "Put 0 in the place of exp(score), or minus infinity in that of the score.")
        ) { scores, mask in
            zip(scores, mask).map { scores, mask in
                let masked = zip(scores, mask).map { $1 ? $0 : 0 }
                return shares(masked, mask.map { _ in true })
            }
        },
        call.misconception(
            "exp overflows for large scores", check: "large numbers",
            hints: Hints(
                question: "What is exp(1000) as a Double, and what is it divided by itself?",
                concept: "Subtract the largest score that takes part: no share changes, and the "
                    + "largest exponential is exp(0) = 1.",
                step: "let largest = the maximum of the scores whose mask is true.")
        ) { scores, mask in
            zip(scores, mask).map { scores, mask in
                let powers = zip(scores, mask).map { $1 ? exp($0) : 0 }
                return powers.map { $0 / powers.reduce(0, +) }
            }
        },
        call.misconception(
            "you subtract the largest score of all, background included", check: "background",
            hints: Hints(
                question: "Glass has the score 2000, tissue has 1. What is left of the tissue?",
                concept: "exp(1 - 2000) is 0, and 0 / 0 is no number. The largest must be one that "
                    + "takes part.",
                step: "Filter by the mask before you take the maximum.")
        ) { scores, mask in
            zip(scores, mask).map { scores, mask in
                let largest = scores.max() ?? 0
                let powers = zip(scores, mask).map { $1 ? exp($0 - largest) : 0 }
                return powers.map { $0 / powers.reduce(0, +) }
            }
        },
    ]

    private static func shares(_ scores: [Double], _ mask: [Bool]) -> [Double] {
        let largest = zip(scores, mask).filter(\.1).map(\.0).max() ?? 0
        let powers = zip(scores, mask).map { $1 ? exp($0 - largest) : 0 }
        return powers.map { $0 / powers.reduce(0, +) }
    }

    /// Small scores, and such around a middle where there is background.
    private static func scores(
        around middle: Double, where mask: [[Bool]], _ generator: inout SeededGenerator
    ) -> [[Double]] {
        mask.map { row in
            row.map { generator.uniform(-2, 2) + ($0 ? 0 : middle) }
        }
    }
}
