import Curriculum
import DeepTeaching
import Foundation
import GraderKit

private let call = SlideAttentionCalls.attentionPool

extension SlideAttentionGraders {
    private typealias Bag = (
        instances: [[Double]], projection: [[Double]], direction: [Double]
    )

    static let attentionPool = ExerciseGrader(
        call,
        checks: [
            call.check(
                "weights", "scores of all instances, turned into shares",
                question: "Do your weights add up to 1?",
                inputs: bags, compare: compareWeights),
            call.check(
                "bag", "the mean of the instances, each with its weight",
                inputs: bags,
                comparing: { expected, got, instances, _, _ in
                    compareBag(expected, got, instances: instances)
                }),
            call.check(
                "large scores", "weights are numbers, however large the scores are",
                question: "What is exp(1000) in floating point, and what inf / inf?",
                inputs: { generator in
                    [1.0, -1].map { sign in
                        let small = bag(4, features: 2, hidden: 2, &generator)
                        // Scores of thousands, the two largest of them close to each other.
                        let unit = [3.0, 0].map { sign * ($0 + generator.uniform(2000, 3000)) }
                        return (
                            [[9, 9], [9.1, 9]] + small.instances, [[2, 2], [2, 2]], unit
                        )
                    } + [
                        // All of them far below 0.
                        (
                            [[9, 9], [9.1, 9]], [[2, 2], [2, 2]],
                            [-1, -1].map { $0 * generator.uniform(2000, 3000) }
                        )
                    ]
                }, compare: compareWeights),
        ],
        misconceptions: [
            call.misconception(
                "all instances count the same", check: "weights",
                hints: Hints(
                    question:
                        "A hundred patches, one of them with tumour: how much of the mean is it?",
                    concept:
                        "A plain mean dilutes what is rare. Attention lets an instance count by its "
                        + "own features.",
                    step: "Weights are exp(s_k) over the sum of all exp(s_i), not 1 / count.")
            ) { h, _, _ in pooled(h, h.map { _ in 0 }) },
            call.misconception(
                "only the instance with the highest score counts", check: "weights",
                hints: Hints(
                    question:
                        "Two instances have almost the same score. Should one of them be lost?",
                    concept:
                        "A maximum lets one instance speak. A softmax shares the weight out, and its "
                        + "gradient reaches all instances.",
                    step: "exp of each score, divided by the sum.")
            ) { h, v, w in
                let s = scores(h, v, w)
                let best = s.firstIndex(of: s.max() ?? 0)
                return pooled(h, s.indices.map { $0 == best ? 0 : -1e6 })
            },
            call.misconception(
                "the score has no tanh", check: "weights",
                hints: Hints(
                    question: "What is between V and w in the equation?",
                    concept:
                        "Without tanh, w and V together are one straight line: the score could not "
                        + "bend, and one huge feature would decide alone.",
                    step: "tanh of each hidden sum, then times w_j.")
            ) { h, v, w in pooled(h, h.map { dot(w, product($0, v)) }) },
            call.misconception(
                "tanh is taken of the whole score", check: "weights",
                hints: Hints(
                    question: "How many tanh has an instance: one, or one for each hidden unit?",
                    concept:
                        "Each hidden unit is bent by itself; w then weighs them. A score may be far "
                        + "above 1.",
                    step: "sum over j of w_j * tanh(hidden_j), not tanh(sum).")
            ) { h, v, w in pooled(h, h.map { tanh(dot(w, product($0, v))) }) },
            call.misconception(
                "the weights are not divided by their sum", check: "weights",
                hints: Hints(
                    question: "What do your weights add up to?",
                    concept:
                        "They share out the whole bag: they add up to 1, or a bag of more instances "
                        + "would have a longer vector.",
                    step: "Divide each exp by the sum of all.")
            ) { h, v, w in pooled(h, scores(h, v, w), dividing: false) },
            call.misconception(
                "each weight is a sigmoid by itself", check: "weights",
                hints: Hints(
                    question:
                        "Does the weight of one instance fall when another one's score rises?",
                    concept: "Instances compete for the weight: the softmax is over the bag.",
                    step: "exp(s_k) / sum over i of exp(s_i).")
            ) { h, v, w in
                let a = scores(h, v, w).map { 1 / (1 + exp(-$0)) }
                return PooledInstances(weights: a, bag: product(a, h))
            },
            call.misconception(
                "the weights are forgotten in the bag", check: "bag",
                hints: Hints(
                    question: "Where do your weights enter the vector of the bag?",
                    concept: "The bag is the weighted mean of its instances.",
                    step: "For each feature: sum over k of weights[k] * instances[k][feature].")
            ) { h, v, w in
                var result = pooled(h, scores(h, v, w))
                result.bag = product(h.map { _ in 1 / Double(h.count) }, h)
                return result
            },
            call.misconception(
                "the weighted sum is divided by the number of instances", check: "bag",
                hints: Hints(
                    question: "The weights add up to 1. What else is there to divide by?",
                    concept: "A mean whose weights add up to 1 is their sum of products already.",
                    step: "Leave out the division.")
            ) { h, v, w in
                var result = pooled(h, scores(h, v, w))
                result.bag = result.bag.map { $0 / Double(h.count) }
                return result
            },
            call.misconception(
                "the bag is made of the hidden units", check: "bag",
                hints: Hints(
                    question: "How many numbers has the vector of the bag: as many as an instance?",
                    concept:
                        "tanh(V h) only decides how much an instance counts. What is averaged is h.",
                    step: "sum over k of a_k * instances[k].")
            ) { h, v, w in
                var result = pooled(h, scores(h, v, w))
                result.bag = product(result.weights, h.map { product($0, v).map { tanh($0) } })
                return result
            },
            call.misconception(
                "large scores overflow", check: "large scores",
                hints: Hints(
                    question: "What is exp(1000) in floating point, and inf / inf?",
                    concept: "A number subtracted from all scores cancels in the softmax. With the "
                        + "largest, no exp is above 1, and one of them is 1.",
                    step: "exp(score - largest) for each score.")
            ) { h, v, w in
                let powers = scores(h, v, w).map { exp($0) }
                let a = powers.map { $0 / powers.reduce(0, +) }
                return PooledInstances(weights: a, bag: product(a, h))
            },
        ],
        alternatives: [
            call.answer("one over the sum of the others beside each score") { h, v, w in
                let scores = h.map { dot(w, product($0, v).map { tanh($0) }) }
                let a = scores.map { mine in 1 / scores.reduce(0) { $0 + exp($1 - mine) } }
                return PooledInstances(weights: a, bag: product(a, h))
            },
            call.answer("minus the logarithm of the sum of powers") { h, v, w in
                let scores = h.map { dot(w, product($0, v).map { 1 - 2 / (exp(2 * $0) + 1) }) }
                let largest = scores.max() ?? 0
                let total = largest + log(scores.reduce(0) { $0 + exp($1 - largest) })
                let a = scores.map { exp($0 - total) }
                return PooledInstances(weights: a, bag: product(a, h))
            },
        ],
        hints: Hints(
            question: "What do the weights of a bag add up to, whatever the scores are?",
            concept:
                "First one score for each instance, from its own features alone. Then a softmax "
                + "over the instances. Then a mean of the instances with these weights.",
            step:
                "Scores 0 and 1.523: exp gives 1 and 4.586, the sum is 5.586, the weights are 0.179 "
                + "and 0.821. Subtract the largest score before exp."))

    /// w . tanh(V h) of each instance.
    private static func scores(_ h: [[Double]], _ v: [[Double]], _ w: [Double]) -> [Double] {
        h.map { dot(w, product($0, v).map { tanh($0) }) }
    }

    /// Bags of several instances, and one of a single one.
    private static func bags(_ generator: inout SeededGenerator) -> [Bag] {
        [(5, 3, 2), (4, 2, 4), (1, 2, 2)].map {
            bag($0.0, features: $0.1, hidden: $0.2, &generator)
        }
    }

    private static func bag(
        _ count: Int, features: Int, hidden: Int, _ generator: inout SeededGenerator
    ) -> Bag {
        (
            table(count, features, &generator), table(features, hidden, &generator),
            (0..<hidden).map { _ in generator.uniform(-2, 2) }
        )
    }

    /// The sum of the products.
    static func dot(_ a: [Double], _ b: [Double]) -> Double {
        zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
    }
}
