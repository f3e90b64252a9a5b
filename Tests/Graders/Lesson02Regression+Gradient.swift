import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = RegressionCalls.gradient

extension RegressionGraders {
    static let gradient = ExerciseGrader(
        call,
        checks: [
            call.check(
                "bias", "the mean of the errors", inputs: { generator in errors(&generator) },
                compare: { expected, got in
                    Comparison.within(1e-9)(expected.bias, got.bias).about("dJ/db")
                }),
            call.check(
                "weights", "the mean of error times feature",
                inputs: { generator in errors(&generator) },
                compare: { expected, got in
                    Comparison.within(1e-9)(expected.weights, got.weights).about("dJ/dw")
                }),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("sample by sample, each share divided at once") {
                features, predictions, targets in
                var gradient = LinearGradient(weights: features[0].map { _ in 0 }, bias: 0)
                for sample in features.indices.reversed() {
                    let share = (predictions[sample] - targets[sample]) / Double(features.count)
                    gradient.bias += share
                    for (feature, x) in features[sample].enumerated() {
                        gradient.weights[feature] += share * x
                    }
                }
                return gradient
            }
        ],
        hints: Hints(
            question: "Which error belongs to the sample that predicted too much: a positive one "
                + "or a negative?",
            concept: "error = h - y for each sample. Each weight gets the mean of error times its "
                + "own feature; the bias gets the mean of the errors, as if its feature were 1.",
            step: "errors = zip(predictions, targets).map { h, y in h - y }; for each feature j "
                + "the sum of errors[i] * features[i][j], over Double(targets.count)."))

    /// Errors that are not negative, so that no sum is 0 by chance; and a single sample.
    private static func errors(
        _ generator: inout SeededGenerator
    ) -> [([[Double]], [Double], [Double])] {
        [(5 + generator.index(below: 4), 3), (4, 1), (1, 2), (6, 2)].map { count, features in
            let targets = numbers(count, &generator)
            var errors = numbers(count, in: 1.5...4, &generator)
            // One of them is predicted rightly, and counts as the others do.
            if count > 2 { errors[generator.index(below: count)] = 0 }
            let predictions = zip(targets, errors).map { $0 + $1 }
            var features = samples(count, features: features, &generator)
            // A feature may be negative, and its weight learns all the same.
            if count > 4 { features[0] = features[0].map { -$0 } }
            return (features, predictions, targets)
        }
    }

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "your gradient is turned round: target less prediction", check: "weights",
            hints: Hints(
                question: "All predictions are too high. If the bias grows, does the cost grow?",
                concept: "Yes, so dJ/db is positive: h - y. The minus comes later, in the step.",
                step: "predictions[i] - targets[i].")
        ) { features, predictions, targets in
            try solve(features, targets, predictions)
        },
        call.misconception(
            "the shares of the samples are added up, but not divided by their number",
            check: "weights",
            hints: Hints(
                question: "The cost is a mean. What is its gradient?",
                concept: "A mean too. A sum is m times as long, and so is the step.",
                step: "Divide by Double(targets.count).")
        ) { features, predictions, targets in
            scaled(try solve(features, predictions, targets), by: Double(targets.count))
        },
        call.misconception(
            "your gradient is twice as long", check: "weights",
            hints: Hints(
                question: "What is the slope of e * e / 2?",
                concept: "e: the half of the cost cancels the 2 of the square.",
                step: "Leave out the factor 2.")
        ) { features, predictions, targets in
            scaled(try solve(features, predictions, targets), by: 2)
        },
        call.misconception(
            "the errors are not multiplied by the features", check: "weights",
            hints: Hints(
                question: "A feature is 0 for every sample. Can its weight change any answer?",
                concept: "No, so its slope is 0. The slope of w * x along w is x.",
                step: "errors[i] * features[i][j].")
        ) { features, predictions, targets in
            let right = try solve(features, predictions, targets)
            return LinearGradient(
                weights: right.weights.map { _ in right.bias }, bias: right.bias)
        },
        call.misconception(
            "the bias has no slope", check: "bias",
            hints: Hints(
                question: "If all predictions are 2 too high, which single number mends it?",
                concept: "The bias. It is learnt as the weights are; its feature is always 1.",
                step: "dJ/db = errors.reduce(0, +) / count.")
        ) { features, predictions, targets in
            var right = try solve(features, predictions, targets)
            right.bias = 0
            return right
        },
        call.misconception(
            "the bias is treated as if it belonged to the first feature", check: "bias",
            hints: Hints(
                question: "By what is the bias multiplied in the model?",
                concept: "By nothing, that is, by 1. So its slope is the mean of the errors alone.",
                step: "errors.reduce(0, +) / count, without features.")
        ) { features, predictions, targets in
            var right = try solve(features, predictions, targets)
            right.bias = right.weights[0]
            return right
        },
        call.misconception(
            "only the signs of the errors count", check: "weights",
            hints: Hints(
                question: "One sample is wrong by 0.1, one by 10. Which should pull harder?",
                concept: "The slope of a square grows with the error. Signs alone belong to the "
                    + "absolute error.",
                step: "h - y itself, not its sign.")
        ) { features, predictions, targets in
            let signs = zip(predictions, targets).map { $0 > $1 ? 1.0 : $0 < $1 ? -1 : 0 }
            return try solve(features, signs, targets.map { _ in 0 })
        },
    ]
}

private func solve(
    _ features: [[Double]], _ predictions: [Double], _ targets: [Double]
) throws -> LinearGradient {
    try RegressionSolution.gradient(features: features, predictions: predictions, targets: targets)
}

private func scaled(_ gradient: LinearGradient, by factor: Double) -> LinearGradient {
    LinearGradient(weights: gradient.weights.map { $0 * factor }, bias: gradient.bias * factor)
}
