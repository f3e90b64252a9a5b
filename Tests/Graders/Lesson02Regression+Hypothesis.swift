import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = RegressionCalls.hypothesis

extension RegressionGraders {
    static let hypothesis = ExerciseGrader(
        call,
        checks: [
            call.check(
                "weights", "each feature counts by its weight",
                inputs: { generator in
                    [(5, 3), (3, 3), (4, 1 + generator.index(below: 2)), (0, 2)].map {
                        count, features in
                        (
                            samples(count, features: features, &generator),
                            weights: numbers(features, in: 2...6, &generator), bias: 0
                        )
                    } + [
                        // What a line predicts may lie below 0.
                        (
                            samples(4, features: 2, &generator),
                            weights: numbers(2, in: -6...(-2), &generator), bias: 0
                        )
                    ]
                },
                compare: Comparison.within(1e-9)),
            call.check(
                "bias", "the bias is added once to each sample",
                inputs: { generator in
                    [
                        (
                            samples(4, features: 3, &generator), weights: [0, 0, 0],
                            bias: numbers(1, in: 1...9, &generator)[0]
                        )
                    ]
                },
                compare: Comparison.within(1e-9)),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("feature by feature, the bias at the end") { features, weights, bias in
                var answers = [Double](repeating: 0, count: features.count)
                for (feature, weight) in weights.enumerated() {
                    for sample in features.indices {
                        answers[sample] += weight * features[sample][feature]
                    }
                }
                return answers.map { $0 + bias }
            }
        ],
        hints: Hints(
            question: "How do you go through two lists side by side?",
            concept: "Each sample is a list of features, as long as the list of weights. Multiply "
                + "them pair by pair, add all up, and the bias once.",
            step: "features.map { sample in zip(sample, weights).reduce(bias) { $0 + $1.0 * $1.1 } "
                + "}. For [1, 2], weights [10, 1] and bias 0.5: 0.5 + 10 + 2 = 12.5."))

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "the bias is forgotten", check: "bias",
            hints: Hints(
                question: "What does your model say of a sample whose features are all 0?",
                concept: "Without a bias every line goes through the origin, whatever the points "
                    + "say.",
                step: "Begin the sum with the bias, not with 0.")
        ) { features, weights, _ in
            try RegressionSolution.hypothesis(features: features, weights: weights, bias: 0)
        },
        call.misconception(
            "the bias is added for each feature", check: "bias",
            hints: Hints(
                question: "A sample has three features. How often is b added to it?",
                concept: "Once: the bias belongs to the answer, not to a feature.",
                step: "Take the bias out of the loop over the features.")
        ) { features, weights, bias in
            features.map { sample in
                zip(sample, weights).reduce(0) { $0 + $1.0 * $1.1 + bias }
            }
        },
        call.misconception(
            "only the first feature counts", check: "weights",
            hints: Hints(
                question: "How many features has a sample?",
                concept: "As many as there are weights: a line in one dimension, a plane in two.",
                step: "Add up weights[j] * sample[j] over all j.")
        ) { features, weights, bias in
            features.map { $0[0] * weights[0] + bias }
        },
        call.misconception(
            "the features are added up, but not weighted", check: "weights",
            hints: Hints(
                question: "Where do the weights enter your answer?",
                concept: "A weight says how much its feature matters. It is what is learnt.",
                step: "zip(sample, weights), and multiply each pair.")
        ) { features, _, bias in
            features.map { $0.reduce(bias, +) }
        },
        call.misconception(
            "the first sample gets the first weight, the second the second", check: "weights",
            hints: Hints(
                question: "Does a weight belong to a sample or to a feature?",
                concept: "To a feature: all samples are judged by the same weights.",
                step: "The index of the weight is the index inside the sample.")
        ) { features, weights, bias in
            features.enumerated().map { index, sample in
                sample.reduce(bias) { $0 + weights[index % weights.count] * $1 }
            }
        },
    ]
}
