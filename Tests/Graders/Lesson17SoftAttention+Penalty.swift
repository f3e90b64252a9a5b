import Curriculum
import DeepTeaching
import Foundation
import GraderKit
import Solutions

private let gateCall = SoftAttentionCalls.gate
private let penaltyCall = SoftAttentionCalls.doublyStochasticPenalty

extension SoftAttentionGraders {
    static let gate = ExerciseGrader(
        gateCall,
        checks: [
            gateCall.check(
                "gate", "one number between 0 and 1 multiplies all features",
                inputs: { generator in
                    // As many features as numbers of the state, and not as many.
                    [3, 2].map { features in
                        (
                            numbers(features, from: 0.5, to: 3, &generator),
                            numbers(3, from: 0.3, to: 1, &generator),
                            numbers(3, from: 0.2, to: 1, &generator),
                            generator.uniform(0.3, 1)
                        )
                    }
                },
                compare: Comparison.within(1e-9)),
            gateCall.check(
                "shut and open", "a bias of -1000 shuts the gate, one of 1000 opens it",
                inputs: { generator in
                    [-1000.0, 1000].map { bias in
                        (
                            numbers(2, from: 0.5, to: 3, &generator), numbers(2, &generator),
                            numbers(2, &generator), bias
                        )
                    }
                },
                compare: Comparison.within(1e-9)),
        ],
        misconceptions: [
            gateCall.misconception(
                "you add the gate to the context", check: "gate",
                hints: Hints(
                    question: "If the gate is 0, what should be seen?",
                    concept: "Nothing. A gate multiplies; what is added cannot shut anything out.",
                    step: "beta * context[f].")
            ) { context, state, weights, bias in
                let beta = sigmoid(product(state, weights) + bias)
                return context.map { beta + $0 }
            },
            gateCall.misconception(
                "your gate is no share: the sigmoid is missing", check: "gate",
                hints: Hints(
                    question: "Between which numbers must a gate lie?",
                    concept:
                        "Between 0 (shut) and 1 (open): 1 / (1 + exp(-x)) makes such a number of "
                        + "any x.",
                    step: "let beta = 1 / (1 + exp(-(bias + sum))).")
            ) { context, state, weights, bias in
                context.map { (product(state, weights) + bias) * $0 }
            },
            gateCall.misconception(
                "you forget the bias", check: "gate",
                hints: Hints(
                    question: "How open is the gate while the state is 0?",
                    concept: "That is what the bias says: 1 / (1 + exp(-bias)).",
                    step: "Start the sum with bias.")
            ) { context, state, weights, _ in
                context.map { sigmoid(product(state, weights)) * $0 }
            },
            gateCall.misconception(
                "your gate shuts where it should open", check: "shut and open",
                hints: Hints(
                    question: "Is 1 / (1 + exp(x)) large or small for a large x?",
                    concept: "The sigmoid has a minus inside: 1 / (1 + exp(-x)) grows with x.",
                    step: "exp(-(bias + sum)).")
            ) { context, state, weights, bias in
                context.map { sigmoid(-(product(state, weights) + bias)) * $0 }
            },
            gateCall.misconception(
                "you use tanh for the gate", check: "gate",
                hints: Hints(
                    question: "Can tanh be negative?",
                    concept: "tanh lies between -1 and 1, a gate between 0 and 1.",
                    step: "1 / (1 + exp(-x)).")
            ) { context, state, weights, bias in
                context.map { tanh(product(state, weights) + bias) * $0 }
            },
        ],
        alternatives: [
            gateCall.answer("by the hyperbolic tangent of half") { context, state, weights, bias in
                let beta = (1 + tanh((product(state, weights) + bias) / 2)) / 2
                return context.map { $0 * beta }
            }
        ],
        hints: Hints(
            question: "How many gates are there for one glance?",
            concept:
                "One: a weighted sum of the state and the bias go through the sigmoid, and the "
                + "result multiplies every feature.",
            step: "State [1], weights [2], bias -2: the sum is 0, the gate 0.5, and [2, 4] becomes "
                + "[1, 2]."))

    static let doublyStochasticPenalty = ExerciseGrader(
        penaltyCall,
        checks: [
            penaltyCall.check(
                "places", "for each place the square of what its sum lacks to 1",
                inputs: { generator in
                    [(3, 4), (2, 2), (4, 3)].map { steps, places in
                        (
                            (0..<steps).map { _ in shares(places, &generator) },
                            generator.uniform(0.3, 3)
                        )
                    }
                },
                compare: Comparison.within(1e-9)),
            penaltyCall.check(
                "steps", "one step, one place, and places that nobody looks at",
                inputs: { generator in
                    [
                        ([shares(3, &generator)], generator.uniform(0.3, 3)),
                        ([[1], [1], [1]], generator.uniform(0.3, 3)),
                        ([[1, 0, 0], [1, 0, 0]], generator.uniform(0.3, 3)),
                    ]
                },
                compare: Comparison.within(1e-9)),
        ],
        misconceptions: [
            penaltyCall.misconception(
                "you count a penalty for each step, not for each place", check: "places",
                hints: Hints(
                    question: "What do the weights of one step add up to, always?",
                    concept:
                        "To 1: that is what softmax does, so a penalty a step is always 0. The "
                        + "question is how much each place gets over all steps.",
                    step: "For each place, add its weights over the steps; then 1 minus that sum.")
            ) { weights, factor in
                let missing = weights.map { 1 - $0.reduce(0, +) }
                return factor * product(missing, missing)
            },
            penaltyCall.misconception(
                "you square before you add the steps", check: "steps",
                hints: Hints(
                    question: "Two steps give a place 0.5 each. How much does it lack to 1?",
                    concept:
                        "Nothing. First the sum over the steps, then 1 minus it, then the square.",
                    step: "(1 - (w[0][i] + w[1][i] + ...))^2.")
            ) { weights, factor in
                factor
                    * weights.joined().reduce(0) { $0 + (1 - $1) * (1 - $1) }
            },
            penaltyCall.misconception(
                "you take the mean over the places", check: "places",
                hints: Hints(
                    question: "Is there a number of places in the equation?",
                    concept: "The equation adds up over the places, and does not divide.",
                    step: "Do not divide by weights[0].count.")
            ) { weights, factor in
                let missing = missing(weights)
                return factor * product(missing, missing) / Double(missing.count)
            },
            penaltyCall.misconception(
                "you do not square", check: "places",
                hints: Hints(
                    question: "One place has too much and another too little. Do they cancel?",
                    concept: "They must not: the square makes both cost.",
                    step: "let missing = 1 - sum; then missing * missing.")
            ) { weights, factor in
                factor * missing(weights).reduce(0, +)
            },
            penaltyCall.misconception(
                "you leave out the factor", check: "places",
                hints: Hints(
                    question: "Which argument does your answer not use?",
                    concept: "The factor says how much evenness counts beside being right.",
                    step: "Multiply the sum by factor.")
            ) { weights, _ in
                product(missing(weights), missing(weights))
            },
        ],
        alternatives: [
            penaltyCall.answer("the squares multiplied out") { weights, factor in
                // L - 2 T + the squared sums, since each step adds up to 1.
                let sums = missing(weights).map { 1 - $0 }
                let (places, all) = (Double(sums.count), sums.reduce(0, +))
                return factor * (places - 2 * all + product(sums, sums))
            },
            penaltyCall.answer("the library's penalty") { weights, factor in
                let shape = [1, weights.count, weights[0].count]
                let tensor = Tensor<Double>(weights.flatMap { $0 }, shape: shape)
                return DeepTeaching.doublyStochasticPenalty(Variable(tensor), factor: factor)
                    .value.scalar
            },
        ],
        hints: Hints(
            question: "The table has a row for each step. Do you add along the rows or down the "
                + "columns?",
            concept:
                "Down the columns: a place collects attention over the steps. Then 1 minus the "
                + "sum, squared, added up over the places, times the factor.",
            step:
                "Steps [0.5, 0.5] and [1, 0]: the sums are 1.5 and 0.5, the squares 0.25 and 0.25, "
                + "the penalty 0.5 times the factor."))

    private static func missing(_ weights: [[Double]]) -> [Double] {
        weights[0].indices.map { i in 1 - weights.reduce(0) { $0 + $1[i] } }
    }

    private static func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
}
