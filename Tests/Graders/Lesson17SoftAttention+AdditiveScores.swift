import Curriculum
import DeepTeaching
import Foundation
import GraderKit
import Solutions

private let call = SoftAttentionCalls.additiveScores

extension SoftAttentionGraders {
    static let additiveScores = ExerciseGrader(
        call,
        checks: [
            call.check(
                "scores", "u . tanh(W_a a + W_h h + b) for each place",
                inputs: { generator in
                    let sizes = generator.shuffled([2, 3, 4])
                    return [
                        picture(places: 5, sizes, &generator),
                        // One place, one feature, one number inside.
                        picture(places: 1, [1, 1, 1], &generator),
                    ]
                },
                compare: Comparison.within(1e-9)),
            call.check(
                "saturated", "where tanh is nearly 1 or -1 the score is nearly a sum of weights",
                inputs: { generator in
                    let sizes = generator.shuffled([2, 3, 4])
                    return [picture(places: 4, sizes, scale: 20, &generator)]
                },
                compare: Comparison.within(1e-9)),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("the state's part once, and places one after the other") {
                annotations, state, annotationWeights, stateWeights, bias, scoreWeights in
                var constant = bias
                for (k, row) in stateWeights.enumerated() {
                    for j in constant.indices { constant[j] += state[k] * row[j] }
                }
                var scores: [Double] = []
                for annotation in annotations {
                    var inside = constant
                    for (f, row) in annotationWeights.enumerated() {
                        for j in inside.indices { inside[j] += annotation[f] * row[j] }
                    }
                    scores.append(product(inside.map { tanh($0) }, scoreWeights))
                }
                return scores
            },
            call.answer("tanh by exponentials") {
                annotations, state, annotationWeights, stateWeights, bias, scoreWeights in
                annotations.map { annotation in
                    let seen = product(annotation, annotationWeights)
                    let remembered = product(state, stateWeights)
                    return bias.indices.reduce(0) { sum, j in
                        let x = bias[j] + seen[j] + remembered[j]
                        return sum + scoreWeights[j] * (1 - 2 / (exp(2 * x) + 1))
                    }
                }
            },
        ],
        hints: Hints(
            question: "For one place, how many numbers stand inside tanh, and what makes each?",
            concept: "For each j: the bias, a weighted sum of the place's features, and a weighted "
                + "sum of the state. Then tanh of each, and a weighted sum of the results.",
            step: "annotationWeights[f][j] is the weight of feature f in number j. So with j fixed "
                + "you walk down a column of both tables."))

    private static let misconceptions = [
        call.misconception(
            "you leave tanh out", check: "saturated",
            hints: Hints(
                question: "Without tanh, is there anything that the state can change about which "
                    + "place wins?",
                concept: "Without tanh the state's part is the same for each place, and softmax "
                    + "does not see what is added everywhere. tanh lets state and place meet.",
                step: "tanh goes around each sum inside[j], before scoreWeights[j] multiplies it.")
        ) { annotations, state, annotationWeights, stateWeights, bias, scoreWeights in
            inside(annotations, state, annotationWeights, stateWeights, bias)
                .map { product($0, scoreWeights) }
        },
        call.misconception(
            "you take tanh of the whole score", check: "scores",
            hints: Hints(
                question: "How many times per place is tanh computed?",
                concept: "Each number inside has its own tanh; the weighted sum comes after.",
                step: "sum += scoreWeights[j] * tanh(inside[j]), not tanh(sum).")
        ) { annotations, state, annotationWeights, stateWeights, bias, scoreWeights in
            inside(annotations, state, annotationWeights, stateWeights, bias)
                .map { tanh(product($0, scoreWeights)) }
        },
        call.misconception(
            "you take tanh of place and state apart", check: "scores",
            hints: Hints(
                question: "What is added first: the two parts, or their tangents?",
                concept: "tanh(x) + tanh(y) is a sum again: the state would add the same to each "
                    + "place. Only inside one tanh do they meet.",
                step: "tanh(bias[j] + seen[j] + remembered[j]).")
        ) { annotations, state, annotationWeights, stateWeights, bias, scoreWeights in
            let remembered = product(state, stateWeights).map { tanh($0) }
            return annotations.map { annotation in
                let seen = zip(product(annotation, annotationWeights), bias)
                    .map { tanh($0 + $1) }
                return product(zip(seen, remembered).map { $0 + $1 }, scoreWeights)
            }
        },
        call.misconception(
            "your scores do not know the state", check: "scores",
            hints: Hints(
                question: "What differs between the first glance and the second?",
                concept: "Only the state. Without it each glance looks at the same places.",
                step: "Add the sum over k of state[k] * stateWeights[k][j].")
        ) { annotations, _, annotationWeights, _, bias, scoreWeights in
            annotations.map { annotation in
                let seen = product(annotation, annotationWeights)
                return product(zip(seen, bias).map { tanh($0 + $1) }, scoreWeights)
            }
        },
        call.misconception(
            "you forget the bias", check: "scores",
            hints: Hints(
                question:
                    "What is inside tanh for a place whose features are all 0, and a state of 0?",
                concept: "The bias: it is added once to each number inside.",
                step: "Start the sum of number j with bias[j].")
        ) { annotations, state, annotationWeights, stateWeights, bias, scoreWeights in
            inside(annotations, state, annotationWeights, stateWeights, bias.map { _ in 0 })
                .map { product($0.map { tanh($0) }, scoreWeights) }
        },
        call.misconception(
            "you add the tangents without their weights", check: "scores",
            hints: Hints(
                question: "Which numbers of the input has your answer not touched?",
                concept: "scoreWeights say which of the numbers inside speak for a place and "
                    + "which against it.",
                step: "Multiply tanh(inside[j]) by scoreWeights[j] before you add it.")
        ) { annotations, state, annotationWeights, stateWeights, bias, _ in
            inside(annotations, state, annotationWeights, stateWeights, bias)
                .map { $0.reduce(0) { $0 + tanh($1) } }
        },
    ]

    /// bias + a W_a + h W_h for each place.
    private static func inside(
        _ annotations: [[Double]], _ state: [Double], _ annotationWeights: [[Double]],
        _ stateWeights: [[Double]], _ bias: [Double]
    ) -> [[Double]] {
        let remembered = product(state, stateWeights)
        return annotations.map { annotation in
            let seen = product(annotation, annotationWeights)
            return bias.indices.map { bias[$0] + seen[$0] + remembered[$0] }
        }
    }

    /// A picture, and weights of so many features, numbers of the state and numbers inside.
    private static func picture(
        places: Int, _ sizes: [Int], scale: Double = 1, _ generator: inout SeededGenerator
    ) -> ([[Double]], [Double], [[Double]], [[Double]], [Double], [Double]) {
        let (features, hidden, width) = (sizes[0], sizes[1], sizes[2])
        return (
            table(places, features, from: -scale, to: scale, &generator),
            numbers(hidden, from: 0.2, to: 1, &generator),
            table(features, width, from: -1, to: 1, &generator),
            table(hidden, width, from: -1, to: 1, &generator),
            numbers(width, from: 0.2, to: 0.8, &generator),
            numbers(width, from: 0.5, to: 2, &generator)
        )
    }
}
