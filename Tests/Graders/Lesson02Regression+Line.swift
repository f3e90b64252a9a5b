import Curriculum
import DeepTeaching
import GraderKit
import Mutants

extension RegressionGraders {
    static let hypothesis = ExerciseGrader(
        "hypothesis",
        checks: [
            Check(
                "weights", "each feature counts by its weight",
                inputs: { generator in
                    [(5, 3), (3, 3), (4, 1 + generator.index(below: 2)), (0, 2)].map {
                        count, features in
                        HypothesisInputs(
                            features: samples(count, features: features, &generator),
                            weights: numbers(features, in: 2...6, &generator), bias: 0)
                    }
                },
                compare: Comparison.within(1e-9)),
            Check(
                "bias", "the bias is added once to each sample",
                inputs: { generator in
                    [
                        HypothesisInputs(
                            features: samples(4, features: 3, &generator), weights: [0, 0, 0],
                            bias: numbers(1, in: 1...9, &generator)[0])
                    ]
                },
                compare: Comparison.within(1e-9)),
        ],
        misconceptions: hypothesisMisconceptions,
        alternatives: [answer(RegressionAlternatives.FeatureByFeature.self)],
        hints: Hints(
            question: "How do you go through two lists side by side?",
            concept: "Each sample is a list of features, as long as the list of weights. Multiply "
                + "them pair by pair, add all up, and the bias once.",
            step: "features.map { sample in zip(sample, weights).reduce(bias) { $0 + $1.0 * $1.1 } "
                + "}. For [1, 2], weights [10, 1] and bias 0.5: 0.5 + 10 + 2 = 12.5."))

    private static let hypothesisMisconceptions = [
        Misconception(
            "the bias is forgotten",
            mutant: answer(RegressionMutants.BiasForgotten.self), check: "bias",
            hints: Hints(
                question: "What does your model say of a sample whose features are all 0?",
                concept: "Without a bias every line goes through the origin, whatever the points "
                    + "say.",
                step: "Begin the sum with the bias, not with 0.")),
        Misconception(
            "the bias is added for each feature",
            mutant: answer(RegressionMutants.BiasForEachFeature.self), check: "bias",
            hints: Hints(
                question: "A sample has three features. How often is b added to it?",
                concept: "Once: the bias belongs to the answer, not to a feature.",
                step: "Take the bias out of the loop over the features.")),
        Misconception(
            "only the first feature counts",
            mutant: answer(RegressionMutants.FirstFeatureOnly.self), check: "weights",
            hints: Hints(
                question: "How many features has a sample?",
                concept: "As many as there are weights: a line in one dimension, a plane in two.",
                step: "Add up weights[j] * sample[j] over all j.")),
        Misconception(
            "the features are added up, but not weighted",
            mutant: answer(RegressionMutants.FeaturesNotWeighted.self), check: "weights",
            hints: Hints(
                question: "Where do the weights enter your answer?",
                concept: "A weight says how much its feature matters. It is what is learnt.",
                step: "zip(sample, weights), and multiply each pair.")),
        Misconception(
            "the first sample gets the first weight, the second the second",
            mutant: answer(RegressionMutants.WeightForEachSample.self), check: "weights",
            hints: Hints(
                question: "Does a weight belong to a sample or to a feature?",
                concept: "To a feature: all samples are judged by the same weights.",
                step: "The index of the weight is the index inside the sample.")),
    ]

    static let meanSquaredCost = ExerciseGrader(
        "meanSquaredCost",
        checks: [
            Check(
                "cost", "half the mean of the squared errors",
                inputs: { generator in
                    [1, 2, 5 + generator.index(below: 6)].map { count in
                        // The first prediction is too low, the others are too high.
                        let targets = numbers(count, &generator)
                        let errors = numbers(count, in: 1.5...4, &generator).enumerated().map {
                            $0.offset == 0 ? -$0.element : $0.element
                        }
                        return MeanSquaredCostInputs(
                            predictions: zip(targets, errors).map { $0 + $1 }, targets: targets)
                    }
                },
                compare: Comparison.within(1e-9))
        ],
        misconceptions: meanSquaredCostMisconceptions,
        alternatives: [answer(RegressionAlternatives.RunningMeanOfSquares.self)],
        hints: Hints(
            question: "What would the cost be if you counted each sample twice?",
            concept: "The same: it is a mean. Square each error, add up, divide by the number of "
                + "samples, and halve.",
            step: "Errors 1 and -3: (1 + 9) / (2 * 2) = 2.5. zip(predictions, targets).map { h, y "
                + "in (h - y) * (h - y) }."))

    private static let meanSquaredCostMisconceptions = [
        Misconception(
            "the squares are added up, but not divided by the number of samples",
            mutant: answer(RegressionMutants.CostNotDivided.self), check: "cost",
            hints: Hints(
                question: "Twice as many samples, all alike: should the cost double?",
                concept: "A sum grows with the data, and its gradient too: the learning rate that "
                    + "suits ten samples runs away with a thousand.",
                step: "Divide by 2 * Double(targets.count).")),
        Misconception(
            "the half is forgotten",
            mutant: answer(RegressionMutants.HalfForgotten.self), check: "cost",
            hints: Hints(
                question: "What is the slope of e * e, and of e * e / 2?",
                concept: "2 e, and e. The half moves no minimum; it makes the gradient plain. "
                    + "Other books leave it out, so say which one you mean.",
                step: "Divide by 2 * m, not by m.")),
        Misconception(
            "the errors are not squared, so that they can cancel",
            mutant: answer(RegressionMutants.ErrorsNotSquared.self), check: "cost",
            hints: Hints(
                question: "One prediction is 3 too high, one 3 too low. Is that a perfect model?",
                concept: "Errors with signs cancel. A square is never negative.",
                step: "(h - y) * (h - y).")),
        Misconception(
            "you take absolute errors, not their squares",
            mutant: answer(RegressionMutants.AbsoluteErrors.self), check: "cost",
            hints: Hints(
                question: "An error of 4: how much does it cost, 4 or 16?",
                concept: "16: large errors count more. Absolute errors make another cost, which "
                    + "has a corner at 0.",
                step: "(h - y) * (h - y), not abs(h - y).")),
        Misconception(
            "you square the sum, and not each error",
            mutant: answer(RegressionMutants.SumSquared.self), check: "cost",
            hints: Hints(
                question: "Errors 1 and 2: what is 1 + 4, and what is (1 + 2) squared?",
                concept: "5 and 9. First square each, then add.",
                step: "map to squares first, then reduce(0, +).")),
        Misconception(
            "you divide by one sample fewer",
            mutant: answer(RegressionMutants.OneSampleFewer.self), check: "cost",
            hints: Hints(
                question: "Of which quantity do you remember the m - 1?",
                concept: "Of the variance of a sample around its own mean. Nothing was estimated "
                    + "from the errors here: a mean divides by m.",
                step: "2 * Double(targets.count).")),
    ]
}
