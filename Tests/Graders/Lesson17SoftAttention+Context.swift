import Curriculum
import DeepTeaching
import Foundation
import GraderKit
import Solutions

private let contextCall = SoftAttentionCalls.context
private let gradientCall = SoftAttentionCalls.scoreGradient

extension SoftAttentionGraders {
    static let context = ExerciseGrader(
        contextCall,
        checks: [
            contextCall.check(
                "sum", "each place counts by its share, feature by feature",
                inputs: { generator in
                    [(4, 2), (3, 3), (1, 2)].map { places, features in
                        (
                            table(places, features, from: 0.5, to: 3, &generator),
                            shares(places, &generator)
                        )
                    }
                },
                compare: Comparison.within(1e-9))
        ],
        misconceptions: [
            contextCall.misconception(
                "every place counts the same", check: "sum",
                hints: Hints(
                    question: "If all attention goes to one place, what should be seen?",
                    concept:
                        "The annotation of that place, and nothing of the others. A plain mean "
                        + "sees everything at once.",
                    step: "Multiply each annotation by its weight before you add.")
            ) { annotations, _ in
                annotations[0].indices.map { f in
                    annotations.reduce(0) { $0 + $1[f] } / Double(annotations.count)
                }
            },
            contextCall.misconception(
                "you divide by the number of places as well", check: "sum",
                hints: Hints(
                    question: "What do the weights add up to?",
                    concept:
                        "The weights are shares already: their sum is 1, so nothing is left to "
                        + "divide by.",
                    step: "Weights 0.5 and 0.5, annotations 1 and 3: 0.5 + 1.5 = 2.")
            ) { annotations, weights in
                product(weights, annotations).map { $0 / Double(annotations.count) }
            },
            contextCall.misconception(
                "you see only the place with the largest weight", check: "sum",
                hints: Hints(
                    question: "How should the loss tell the second best place to become better?",
                    concept:
                        "Taking one place is hard attention: it has no gradient for the others. "
                        + "Soft attention takes all of them, by their shares.",
                    step: "Add weights[i] * annotations[i][f] over all i.")
            ) { annotations, weights in
                annotations[weights.firstIndex(of: weights.max() ?? 0) ?? 0]
            },
            contextCall.misconception(
                "you add the annotations without their weights", check: "sum",
                hints: Hints(
                    question: "Does your answer change if the weights change?",
                    concept: "The weights say how much each place counts.",
                    step: "sum += weights[i] * annotations[i][f].")
            ) { annotations, _ in
                annotations[0].indices.map { f in annotations.reduce(0) { $0 + $1[f] } }
            },
        ],
        alternatives: [
            contextCall.answer("place by place") { annotations, weights in
                var sum = annotations[0].map { _ in 0.0 }
                for (annotation, weight) in zip(annotations, weights) {
                    for f in sum.indices { sum[f] += weight * annotation[f] }
                }
                return sum
            }
        ],
        hints: Hints(
            question: "For feature 0 alone: which numbers do you multiply, and which do you add?",
            concept:
                "For each feature, the sum over the places of weight times annotation. There are "
                + "as many results as features.",
            step: "Annotations [1, 0] and [3, 4], weights 0.25 and 0.75: 0.25 * 1 + 0.75 * 3 = 2.5 "
                + "and 0.25 * 0 + 0.75 * 4 = 3."))

    static let scoreGradient = ExerciseGrader(
        gradientCall,
        checks: [
            gradientCall.check(
                "gradient", "weight times what lies above the mean",
                inputs: { generator in
                    [(4, 3), (3, 1), (5, 2)].map { places, features in
                        // Above 0, so that no place is without worth.
                        (
                            table(places, features, from: 0.5, to: 3, &generator),
                            shares(places, &generator),
                            numbers(features, from: 0.5, to: 2, &generator)
                        )
                    }
                },
                compare: Comparison.within(1e-9)),
            gradientCall.check(
                "indifferent", "nothing to gain: places that are alike, or one place alone",
                inputs: { generator in
                    let same = numbers(3, from: 0.5, to: 3, &generator)
                    let gradient = numbers(3, from: 0.5, to: 2, &generator)
                    return [
                        ([same, same, same], shares(3, &generator), gradient),
                        ([same], [1], gradient),
                    ]
                },
                compare: Comparison.within(1e-9)),
        ],
        misconceptions: [
            gradientCall.misconception(
                "you forget that the other weights must fall", check: "indifferent",
                hints: Hints(
                    question:
                        "What do the gradients of all scores add up to? Raise all scores by the "
                        + "same: what happens to the shares?",
                    concept:
                        "Shares add up to 1. What one place gains, the others lose: the mean is "
                        + "subtracted, so that the sum is 0.",
                    step: "values[i] - sum over j of weights[j] * values[j].")
            ) { annotations, weights, gradient in
                zip(annotations, weights).map { $1 * product($0, gradient) }
            },
            gradientCall.misconception(
                "you give the gradient of the weights, not of the scores", check: "gradient",
                hints: Hints(
                    question: "Is dL/d weight the same as dL/d score?",
                    concept:
                        "Between them lies the softmax: it multiplies by the share and subtracts "
                        + "the mean.",
                    step: "weights[i] * (values[i] - mean), where values[i] is what you have now.")
            ) { annotations, _, gradient in
                annotations.map { product($0, gradient) }
            },
            gradientCall.misconception(
                "you subtract the plain mean of the places", check: "gradient",
                hints: Hints(
                    question: "Which mean does the network see?",
                    concept: "The context: each place counts by its share.",
                    step: "mean = sum over j of weights[j] * values[j].")
            ) { annotations, weights, gradient in
                let values = annotations.map { product($0, gradient) }
                let mean = values.reduce(0, +) / Double(values.count)
                return zip(values, weights).map { $1 * ($0 - mean) }
            },
            gradientCall.misconception(
                "a place that nobody looks at learns as fast as one that all look at",
                check: "gradient",
                hints: Hints(
                    question: "Where in your answer does the place's own weight stand?",
                    concept: "The share multiplies the gradient: a place with a share of 0 learns "
                        + "nothing.",
                    step: "Multiply (values[i] - mean) by weights[i].")
            ) { annotations, weights, gradient in
                let values = annotations.map { product($0, gradient) }
                return values.map { $0 - product(values, weights) }
            },
            gradientCall.misconception(
                "your sign is turned round", check: "gradient",
                hints: Hints(
                    question:
                        "A place lies above the mean, and more context raises the loss. Does a "
                        + "higher score raise it or lower it?",
                    concept:
                        "The gradient says what raises the loss. The step against it comes later.",
                    step: "annotation - context, not context - annotation.")
            ) { annotations, weights, gradient in
                let values = annotations.map { product($0, gradient) }
                return zip(values, weights).map { $1 * (product(values, weights) - $0) }
            },
        ],
        alternatives: [
            gradientCall.answer("with the context, and the library's softmax") {
                annotations, weights, gradient in
                let count = weights.count
                let scores = Variable(Tensor(weights.map { log($0) }, shape: [count]))
                let worth: [Double] = annotations.map { product($0, gradient) }
                let values = Variable(Tensor(worth, shape: [count]))
                let slopes = gradients(of: scores) { ($0.softmax() * values).sum() }.gradients
                return Array(slopes.values[0].elements)
            },
            gradientCall.answer("over all pairs of places") { annotations, weights, gradient in
                annotations.indices.map { i in
                    annotations.indices.reduce(0) { sum, j in
                        let slope = weights[i] * ((i == j ? 1 : 0) - weights[j])
                        return sum + slope * product(annotations[j], gradient)
                    }
                }
            },
        ],
        hints: Hints(
            question:
                "If place i gets a little more attention, what does the context gain, and what "
                + "does it lose?",
            concept:
                "It gains the annotation of i and loses the mean of all. Multiply the difference "
                + "by the context's gradient, feature by feature, and add up.",
            step:
                "values[i] = sum over f of contextGradient[f] * annotations[i][f]; mean = sum over i "
                + "of weights[i] * values[i]; gradient[i] = weights[i] * (values[i] - mean)."))
}
