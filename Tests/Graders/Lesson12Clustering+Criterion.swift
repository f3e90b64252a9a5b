import Curriculum
import DeepTeaching
import Foundation
import GraderKit

private let call = ClusteringCalls.bayesianInformationCriterion

extension ClusteringGraders {
    static let bayesianInformationCriterion = ExerciseGrader(
        call,
        checks: [
            call.check(
                "one feature", "each free number costs log n, the likelihood counts twice",
                question: "Is one of your divisions of whole numbers?",
                inputs: { generator in
                    [1, 2, 3, 12].map { mixture(components: $0, features: 1, &generator) }
                }, compare: Comparison.within(1e-9)),
            call.check(
                "many features", "a covariance holds d (d + 1) / 2 free numbers",
                question: "How many numbers of a symmetric matrix can you choose?",
                inputs: { generator in
                    [(1, 2), (2, 2), (3, 3), (5, 4)].map {
                        mixture(components: $0.0, features: $0.1, &generator)
                    }
                }, compare: Comparison.within(1e-9)),
        ],
        misconceptions: [
            call.misconception(
                "all weights count as free", check: "one feature",
                hints: Hints(
                    question: "Two components, one weighs 0.3. What does the other weigh?",
                    concept: "0.7: the weights sum to 1, so the last one is no choice.",
                    step: "components - 1 weights.")
            ) { criterion($0, $1, free($2, $3) + 1) },
            call.misconception(
                "the weights are forgotten", check: "one feature",
                hints: Hints(
                    question:
                        "Can somebody draw from your mixture with means and covariances only?",
                    concept: "No: how often each component is chosen belongs to it.",
                    step: "Add components - 1.")
            ) { criterion($0, $1, free($2, $3) - $2 + 1) },
            call.misconception(
                "the likelihood has the wrong sign", check: "one feature",
                hints: Hints(
                    question:
                        "The smallest criterion wins. Must a larger likelihood raise or lower it?",
                    concept: "Lower: a good fit is to be rewarded, a parameter to be paid for.",
                    step: "p log(n) - 2 logLikelihood.")
            ) { criterion(-$0, $1, free($2, $3)) },
            call.misconception(
                "the whole has the wrong sign", check: "one feature",
                hints: Hints(
                    question: "Which mixture would you prefer by the smallest of your numbers?",
                    concept: "Some books maximise the criterion; here the smallest is the best.",
                    step: "p log(n) - 2 logLikelihood, not the other way round.")
            ) { -criterion($0, $1, free($2, $3)) },
            call.misconception(
                "the likelihood is not doubled", check: "one feature",
                hints: Hints(
                    question: "What stands before the likelihood in the equation?",
                    concept:
                        "2: the criterion is minus twice the logarithm of how probable the points "
                        + "are once all parameters are averaged out.",
                    step: "- 2 * logLikelihood.")
            ) { criterion($0 / 2, $1, free($2, $3)) },
            call.misconception(
                "each parameter costs 2, as in Akaike's criterion", check: "one feature",
                hints: Hints(
                    question: "Does the number of points matter in your answer?",
                    concept:
                        "Akaike's criterion takes 2 for each parameter. Schwarz's takes log n, which "
                        + "is more from 8 points on, so it chooses fewer components.",
                    step: "Double(p) * log(Double(points)).")
            ) { 2 * Double(free($2, $3)) - 2 * $0 + 0 * Double($1) },
            call.misconception(
                "the logarithm has the base 10", check: "one feature",
                hints: Hints(
                    question: "What is the logarithm of 100 in your answer: 2, or 4.6?",
                    concept:
                        "The likelihood came with natural logarithms; both must have one base.",
                    step: "log, not log10.")
            ) { Double(free($2, $3)) * log10(Double($1)) - 2 * $0 },
            call.misconception(
                "the likelihood is divided by the number of points", check: "one feature",
                hints: Hints(
                    question: "Is logLikelihood the sum over all points, or their mean?",
                    concept: "The sum. With the mean the parameters would outweigh any fit.",
                    step: "Take logLikelihood as it comes.")
            ) { criterion($0 / Double($1), $1, free($2, $3)) },
            call.misconception(
                "all numbers of a covariance count as free", check: "many features",
                hints: Hints(
                    question:
                        "The covariance of size and darkness is 0.3. What is that of darkness and "
                        + "size?",
                    concept:
                        "The same: the matrix is symmetric. The diagonal and one half of the rest "
                        + "are free.",
                    step: "features * (features + 1) / 2.")
            ) { criterion($0, $1, $2 - 1 + $2 * ($3 + $3 * $3)) },
            call.misconception(
                "only the diagonal of a covariance counts", check: "many features",
                hints: Hints(
                    question: "Can your ellipses be oblique?",
                    concept: "They can, so the numbers off the diagonal are paid for as well.",
                    step: "features * (features + 1) / 2.")
            ) { criterion($0, $1, $2 - 1 + $2 * 2 * $3) },
            call.misconception(
                "the diagonal of a covariance does not count", check: "one feature",
                hints: Hints(
                    question: "One feature: has a component a width?",
                    concept: "Yes, its variance: the diagonal is free, too.",
                    step: "features * (features + 1) / 2, not features * (features - 1) / 2.")
            ) { criterion($0, $1, $2 - 1 + $2 * ($3 + $3 * ($3 - 1) / 2)) },
            call.misconception(
                "all components share one covariance", check: "one feature",
                hints: Hints(
                    question: "How many ellipses has a mixture of three components?",
                    concept: "Three, each with a covariance of its own here.",
                    step: "components * (features + features * (features + 1) / 2).")
            ) { criterion($0, $1, $2 - 1 + $2 * $3 + $3 * ($3 + 1) / 2) },
        ],
        alternatives: [
            call.answer("counted number by number") { likelihood, points, components, features in
                var count = -1
                for _ in 0..<components {
                    count += 1 + features
                    for row in 0..<features { count += row + 1 }
                }
                return -2 * (likelihood - log(Double(points)) * Double(count) / 2)
            }
        ],
        hints: Hints(
            question:
                "How many numbers must you write down, so that somebody else can draw the mixture?",
            concept:
                "The weights but one, and for each component a mean and one half of a symmetric "
                + "matrix with its diagonal.",
            step: "Two components of two features: 1 weight, 2 * 2 for the means, 2 * 3 for the "
                + "covariances: p = 11."))

    private static func mixture(
        components: Int, features: Int, _ generator: inout SeededGenerator
    ) -> (logLikelihood: Double, points: Int, components: Int, features: Int) {
        let points = 20 + generator.index(below: 2000)
        return (generator.uniform(-6, -1) * Double(points), points, components, features)
    }
}

private func free(_ components: Int, _ features: Int) -> Int {
    components - 1 + components * (features + features * (features + 1) / 2)
}

private func criterion(_ likelihood: Double, _ points: Int, _ parameters: Int) -> Double {
    Double(parameters) * log(Double(points)) - 2 * likelihood
}
