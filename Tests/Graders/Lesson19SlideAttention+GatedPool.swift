import Curriculum
import DeepTeaching
import Foundation
import GraderKit

private let call = SlideAttentionCalls.gatedAttentionPool

extension SlideAttentionGraders {
    private typealias Bag = (
        instances: [[Double]], projection: [[Double]], gate: [[Double]], direction: [Double]
    )

    static let gatedAttentionPool = ExerciseGrader(
        call,
        checks: [
            call.check(
                "weights", "each hidden unit passes its own gate before it enters the score",
                inputs: bags, compare: compareWeights),
            call.check(
                "bag", "the mean of the instances, each with its weight",
                inputs: bags,
                comparing: { expected, got, instances, _, _, _ in
                    compareBag(expected, got, instances: instances)
                }),
        ],
        misconceptions: [
            misconception(
                "the gate is added, not multiplied",
                Hints(
                    question:
                        "A gate is closed: its sigmoid is 0. What is left of the hidden unit in "
                        + "your score?",
                    concept:
                        "A gate lets something pass or not: it is a factor. What is added to a unit "
                        + "cannot silence it.",
                    step: "tanh(...) * sigmoid(...) for each hidden unit.")
            ) { tanh($0) + sigmoid($1) },
            misconception(
                "there is no gate",
                Hints(
                    question: "Does your answer change when U changes?",
                    concept: "That is attention without a gate.",
                    step: "Multiply each tanh by the sigmoid of its gate.")
            ) { shown, _ in tanh(shown) },
            misconception(
                "the gate is a tanh",
                Hints(
                    question: "Between which numbers should a gate lie?",
                    concept:
                        "Open is 1, closed is 0. tanh goes down to -1: it would turn signs round.",
                    step: "1 / (1 + exp(-x)).")
            ) { tanh($0) * tanh($1) },
            misconception(
                "the gate has no sigmoid",
                Hints(
                    question: "How far can your gate open?",
                    concept: "Without the sigmoid it is a number of any size and sign.",
                    step: "1 / (1 + exp(-x)) of the sum with U.")
            ) { tanh($0) * $1 },
            misconception(
                "the gate opens where it should close",
                Hints(
                    question: "What is your gate for a very large sum with U: 1 or 0?",
                    concept: "sigmoid rises from 0 to 1; 1 / (1 + exp(x)) falls.",
                    step: "1 / (1 + exp(-x)), with the minus.")
            ) { tanh($0) * sigmoid(-$1) },
            misconception(
                "V and U are exchanged",
                Hints(
                    question: "Which matrix belongs to tanh, and which to sigmoid?",
                    concept: "The projection V says what is seen, the gate U whether it counts.",
                    step: "tanh with projection, sigmoid with gate.")
            ) { tanh($1) * sigmoid($0) },
            misconception(
                "tanh is missing",
                Hints(
                    question: "Which two functions stand in the score?",
                    concept:
                        "What is seen is kept between -1 and 1 by tanh; the gate is the sigmoid.",
                    step: "tanh(sum with V) * sigmoid(sum with U).")
            ) { $0 * sigmoid($1) },
            call.misconception(
                "one gate for all hidden units", check: "weights",
                hints: Hints(
                    question: "How many gates are there?",
                    concept: "U has a column for each hidden unit: each has a gate of its own.",
                    step: "The sigmoid belongs inside the sum over j.")
            ) { h, v, u, w in
                pooled(
                    h,
                    h.map { row in
                        dot(w, product(row, v).map { tanh($0) })
                            * sigmoid(product(row, u).reduce(0, +))
                    })
            },
            call.misconception(
                "all instances count the same", check: "weights",
                hints: Hints(
                    question: "Does your answer change when the direction w changes?",
                    concept: "A plain mean dilutes what is rare.",
                    step: "exp(s_k) over the sum of all exp(s_i).")
            ) { h, _, _, _ in pooled(h, h.map { _ in 0 }) },
            call.misconception(
                "the weights are not divided by their sum", check: "weights",
                hints: Hints(
                    question: "What do your weights add up to?",
                    concept: "They share out the whole bag: they add up to 1.",
                    step: "Divide each exp by the sum of all.")
            ) { h, v, u, w in
                let a = scores(h, v, u, w) { tanh($0) * sigmoid($1) }.map { exp($0) }
                return PooledInstances(weights: a, bag: product(a, h))
            },
            call.misconception(
                "the weights are forgotten in the bag", check: "bag",
                hints: Hints(
                    question: "Where do your weights enter the vector of the bag?",
                    concept: "The bag is the weighted mean of its instances.",
                    step: "For each feature: sum over k of weights[k] * instances[k][feature].")
            ) { h, v, u, w in
                var result = pooled(h, scores(h, v, u, w) { tanh($0) * sigmoid($1) })
                result.bag = product(h.map { _ in 1 / Double(h.count) }, h)
                return result
            },
        ],
        alternatives: [
            call.answer("a tanh of half the sum for the gate, and the largest score subtracted") {
                h, v, u, w in
                pooled(h, scores(h, v, u, w) { tanh($0) * (1 + tanh($1 / 2)) / 2 })
            }
        ],
        hints: Hints(
            question:
                "Each hidden unit has a gate of its own. What does a closed gate make of its unit?",
            concept:
                "Two sums for each hidden unit: one with V, one with U. Their tanh and sigmoid are "
                + "multiplied, and w weighs the products.",
            step:
                "h = 1, V = 1, U = 0, w = 2: tanh(1) = 0.762, sigmoid(0) = 0.5, score 2 * 0.381 = "
                + "0.762."))

    /// A mistake in what one hidden unit gives, from its sums with V and with U.
    private static func misconception(
        _ name: String, _ hints: Hints,
        unit: @escaping @Sendable (_ shown: Double, _ opened: Double) -> Double
    ) -> Misconception {
        call.misconception(name, check: "weights", hints: hints) { h, v, u, w in
            pooled(h, scores(h, v, u, w, unit: unit))
        }
    }

    private static func scores(
        _ h: [[Double]], _ v: [[Double]], _ u: [[Double]], _ w: [Double],
        unit: (Double, Double) -> Double
    ) -> [Double] {
        h.map { row in
            dot(w, zip(product(row, v), product(row, u)).map { unit($0.0, $0.1) })
        }
    }

    private static func bags(_ generator: inout SeededGenerator) -> [Bag] {
        [(5, 3, 2), (4, 2, 4), (1, 2, 2)].map { count, features, hidden in
            (
                table(count, features, &generator), table(features, hidden, &generator),
                table(features, hidden, &generator),
                (0..<hidden).map { _ in generator.uniform(-2, 2) }
            )
        }
    }
}

private func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
