import Curriculum
import DeepTeaching
import GraderKit
import Mutants

extension RegressionGraders {
    static let gradient = ExerciseGrader(
        "gradient",
        checks: [
            Check(
                "bias", "the mean of the errors", inputs: { generator in errors(&generator) },
                compare: { expected, got in
                    Comparison.within(1e-9)(expected.bias, got.bias).about("dJ/db")
                }),
            Check(
                "weights", "the mean of error times feature",
                inputs: { generator in errors(&generator) },
                compare: { expected, got in
                    Comparison.within(1e-9)(expected.weights, got.weights).about("dJ/dw")
                }),
        ],
        misconceptions: gradientMisconceptions,
        alternatives: [answer(RegressionAlternatives.ShareBySample.self)],
        hints: Hints(
            question: "Which error belongs to the sample that predicted too much: a positive one "
                + "or a negative?",
            concept: "error = h - y for each sample. Each weight gets the mean of error times its "
                + "own feature; the bias gets the mean of the errors, as if its feature were 1.",
            step: "errors = zip(predictions, targets).map { h, y in h - y }; for each feature j "
                + "the sum of errors[i] * features[i][j], over Double(targets.count)."))

    /// Errors that are mostly positive, so that no sum is 0 by chance; and a single sample.
    private static func errors(_ generator: inout SeededGenerator) -> [GradientInputs] {
        [(5 + generator.index(below: 4), 3), (4, 1), (1, 2)].map { count, features in
            let targets = numbers(count, &generator)
            let errors = numbers(count, in: 1.5...4, &generator)
            return GradientInputs(
                features: samples(count, features: features, &generator),
                predictions: zip(targets, errors).map { $0 + $1 }, targets: targets)
        }
    }

    private static let gradientMisconceptions = [
        Misconception(
            "your gradient is turned round: target less prediction",
            mutant: answer(RegressionMutants.GradientTurnedRound.self), check: "weights",
            hints: Hints(
                question: "All predictions are too high. If the bias grows, does the cost grow?",
                concept: "Yes, so dJ/db is positive: h - y. The minus comes later, in the step.",
                step: "predictions[i] - targets[i].")),
        Misconception(
            "the shares of the samples are added up, but not divided by their number",
            mutant: answer(RegressionMutants.GradientNotDivided.self), check: "weights",
            hints: Hints(
                question: "The cost is a mean. What is its gradient?",
                concept: "A mean too. A sum is m times as long, and so is the step.",
                step: "Divide by Double(targets.count).")),
        Misconception(
            "your gradient is twice as long",
            mutant: answer(RegressionMutants.TwiceAsLong.self), check: "weights",
            hints: Hints(
                question: "What is the slope of e * e / 2?",
                concept: "e: the half of the cost cancels the 2 of the square.",
                step: "Leave out the factor 2.")),
        Misconception(
            "the errors are not multiplied by the features",
            mutant: answer(RegressionMutants.FeaturesForgotten.self), check: "weights",
            hints: Hints(
                question: "A feature is 0 for every sample. Can its weight change any answer?",
                concept: "No, so its slope is 0. The slope of w * x along w is x.",
                step: "errors[i] * features[i][j].")),
        Misconception(
            "the bias has no slope",
            mutant: answer(RegressionMutants.BiasHasNoSlope.self), check: "bias",
            hints: Hints(
                question: "If all predictions are 2 too high, which single number mends it?",
                concept: "The bias. It is learnt as the weights are; its feature is always 1.",
                step: "dJ/db = errors.reduce(0, +) / count.")),
        Misconception(
            "the bias is treated as if it belonged to the first feature",
            mutant: answer(RegressionMutants.BiasTimesFeature.self), check: "bias",
            hints: Hints(
                question: "By what is the bias multiplied in the model?",
                concept: "By nothing, that is, by 1. So its slope is the mean of the errors alone.",
                step: "errors.reduce(0, +) / count, without features.")),
        Misconception(
            "only the signs of the errors count",
            mutant: answer(RegressionMutants.SignsOfTheErrors.self), check: "weights",
            hints: Hints(
                question: "One sample is wrong by 0.1, one by 10. Which should pull harder?",
                concept: "The slope of a square grows with the error. Signs alone belong to the "
                    + "absolute error.",
                step: "h - y itself, not its sign.")),
    ]

    static let gradientStep = ExerciseGrader(
        "gradientStep",
        checks: [
            Check(
                "slope", "the slope steps against dJ/dslope of the old line",
                inputs: { generator in steps(&generator) },
                compare: { expected, got in
                    Comparison.within(1e-9)(expected.slope, got.slope).about("the slope")
                }),
            Check(
                "intercept", "the intercept steps against dJ/dintercept of the old line",
                inputs: { generator in steps(&generator) },
                compare: { expected, got in
                    Comparison.within(1e-9)(expected.intercept, got.intercept)
                        .about("the intercept")
                }),
        ],
        misconceptions: gradientStepMisconceptions,
        alternatives: [answer(RegressionAlternatives.StepByMeans.self)],
        hints: Hints(
            question: "When you compute the second number, is the first one still the old one?",
            concept: "First the errors of the old line, then both slopes of the cost from them, "
                + "and only then the new line.",
            step: "errors -2 and -4 at x = 1 and 3: along the slope (-2 * 1 - 4 * 3) / 2 = -7, "
                + "along the intercept (-2 - 4) / 2 = -3. With a rate of 0.1: 0 + 0.7 and 0 + "
                + "0.3."))

    /// Points above a line, to the right of 0.
    private static func steps(_ generator: inout SeededGenerator) -> [GradientStepInputs] {
        [4 + generator.index(below: 5), 2].map { count in
            let line = numbers(2, in: 0.5...2, &generator)
            return GradientStepInputs(
                x: numbers(count, in: 1...3, &generator),
                y: numbers(count, in: 10...15, &generator),
                line: Line(slope: line[0], intercept: line[1]),
                learningRate: numbers(1, in: 0.05...0.2, &generator)[0])
        }
    }

    private static let gradientStepMisconceptions = [
        Misconception(
            "you step uphill",
            mutant: answer(RegressionMutants.StepUphill.self), check: "slope",
            hints: Hints(
                question: "The gradient points to where the cost grows. Where do you want to go?",
                concept: "Against it: minus.",
                step: "slope - learningRate * ..., with error = line less point.")),
        Misconception(
            "the intercept moves by the errors of a line that has the new slope already",
            mutant: answer(RegressionMutants.OneAfterTheOther.self), check: "intercept",
            hints: Hints(
                question: "At which place is the gradient measured: where you stand, or somewhere "
                    + "on the way?",
                concept: "Both slopes belong to one place, the old line. Updated one after the "
                    + "other, the second sees a line that nobody measured. It often works, only "
                    + "differently: the cost falls, and does not reveal it.",
                step: "Compute all errors first; change slope and intercept at the end.")),
        Misconception(
            "the slope moves by the errors of a line that has the new intercept already",
            mutant: answer(RegressionMutants.InterceptFirst.self), check: "slope",
            hints: Hints(
                question: "At which place is the gradient measured: where you stand, or somewhere "
                    + "on the way?",
                concept: "Both slopes belong to one place, the old line. A gradient is a list, and "
                    + "its numbers are computed together.",
                step: "let errors = ... with the old line, before anything is assigned.")),
        Misconception(
            "you take the sum over the points, not their mean",
            mutant: answer(RegressionMutants.StepNotDivided.self), check: "slope",
            hints: Hints(
                question: "A thousand points instead of ten: should the step be a hundred times as "
                    + "long?",
                concept: "The cost is a mean, and so is its gradient.",
                step: "Divide both sums by Double(x.count).")),
        Misconception(
            "the intercept stays where it is",
            mutant: answer(RegressionMutants.InterceptStays.self), check: "intercept",
            hints: Hints(
                question: "All points lie 5 above the line. Which number should change most?",
                concept: "The intercept lifts the whole line. It is learnt as the slope is.",
                step: "intercept - learningRate * errors.reduce(0, +) / count.")),
        Misconception(
            "you return the step, not where it leads",
            mutant: answer(RegressionMutants.StepWithoutTheLine.self), check: "slope",
            hints: Hints(
                question: "What is the new line if the gradient is 0?",
                concept: "The old one. A step is added to where one stands.",
                step: "line.slope - ..., line.intercept - ....")),
        Misconception(
            "you step after each point, on a line that the point before has moved",
            mutant: answer(RegressionMutants.PointByPoint.self), check: "slope",
            hints: Hints(
                question: "In which order do you go through the points, and does it matter?",
                concept: "Steps point by point are stochastic gradient descent: useful, and "
                    + "another method. A step on all points does not depend on their order.",
                step: "Add up over all points first, then change the line once.")),
    ]
}
