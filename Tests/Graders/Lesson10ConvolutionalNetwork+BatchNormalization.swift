import Curriculum
import DeepTeaching
import GraderKit
import Mutants

extension ConvolutionalNetworkGraders {
    static let batchNormalization = ExerciseGrader(
        "batchNormalization",
        checks: [
            Check(
                "training", "while learning, the batch's own mean and variance normalise it",
                inputs: { generator in [normalization(training: true, &generator)] },
                compare: { compare($0.output, $1.output).about("the output") }),
            Check(
                "running statistics", "while learning, the running statistics follow the batches",
                inputs: { generator in [normalization(training: true, &generator)] },
                compare: compareStatistics),
            Check(
                "inference", "at inference the running statistics normalise, and stay as they are",
                inputs: { generator in
                    [
                        normalization(training: false, &generator),
                        normalization(batch: 1, training: false, &generator),
                    ]
                },
                compare: { expected, got in
                    .all(
                        compare(expected.output, got.output).about("the output"),
                        compareStatistics(expected, got))
                }),
        ],
        misconceptions: normalizationMisconceptions,
        alternatives: [answer(ConvolutionalNetworkAlternatives.MeanOfTheSquares.self)],
        hints: Hints(
            question: "Which numbers belong to one channel, and where do mean and variance come "
                + "from?",
            concept: "A channel owns one number at each place of each image. While learning, mean "
                + "and variance are theirs; at inference they are the remembered ones. The last "
                + "line is the same for both.",
            step:
                "input.mean(axes: [0, 1, 2]) is one number for each channel; input - mean fits by "
                + "itself, since the channel is the last axis."))

    private static let normalizationMisconceptions = [
        Misconception(
            "at inference you use the statistics of the batch",
            mutant: answer(ConvolutionalNetworkMutants.BatchStatisticsAtInference.self),
            check: "inference",
            hints: Hints(
                question: "A patch is diagnosed alone, then together with twenty others. May the "
                    + "answer change?",
                concept: "No. While learning, a patch may feel its neighbours; at inference the "
                    + "running statistics stand in for the batch, or a diagnosis would depend on "
                    + "who comes next.",
                step: "if training { mean and variance of the batch } else { runningMean and "
                    + "runningVariance }.")),
        Misconception(
            "while learning you use the running statistics",
            mutant: answer(ConvolutionalNetworkMutants.RunningStatisticsWhileLearning.self),
            check: "training",
            hints: Hints(
                question:
                    "At the first step the running mean is 0 and the running variance 1. What "
                    + "would be normalised?",
                concept: "Nothing. While learning each batch is normalised by itself, so that the "
                    + "next layer finds one scale from the first step on.",
                step: "Compute mean and variance of the input when training is true.")),
        Misconception(
            "you divide by the variance, not by its root",
            mutant: answer(ConvolutionalNetworkMutants.RootForgotten.self), check: "training",
            hints: Hints(
                question: "Numbers in micrometres: what is the unit of their variance?",
                concept: "Square micrometres. Only the root, the deviation, has the unit of the "
                    + "numbers, so only it may divide them.",
                step: "(variance + epsilon).squareRoot().")),
        Misconception(
            "epsilon stands outside the root",
            mutant: answer(ConvolutionalNetworkMutants.EpsilonOutsideTheRoot.self),
            check: "training",
            hints: Hints(
                question: "What is added to what in the equation?",
                concept:
                    "sqrt(variance + epsilon) keeps the derivative of the root finite, too: at "
                    + "0 it would be infinite.",
                step: "Add epsilon first, then take the root.")),
        Misconception(
            "you divide the variance that normalises by n - 1",
            mutant: answer(ConvolutionalNetworkMutants.SampleVariance.self), check: "training",
            hints: Hints(
                question: "What should the variance of the output be, exactly?",
                concept: "1, by its own measure: so the batch is normalised with the variance "
                    + "divided by n. Only the running variance, an estimate for other images, is "
                    + "corrected.",
                step: "variance = the mean of (input - mean)^2.")),
        Misconception(
            "every place of the image has its own mean",
            mutant: answer(ConvolutionalNetworkMutants.EveryPlaceAlone.self), check: "training",
            hints: Hints(
                question: "How many means are there: one a channel, or one a pixel?",
                concept: "A convolution treats all places alike, so its channel has one scale: the "
                    + "mean runs over batch, height and width.",
                step: "axes: [0, 1, 2], not [0].")),
        Misconception(
            "every image has its own mean",
            mutant: answer(ConvolutionalNetworkMutants.EveryImageAlone.self), check: "training",
            hints: Hints(
                question: "What does the word batch in batch normalisation mean?",
                concept: "Mean and variance run over all images of the batch together. One image "
                    + "alone is instance normalisation, another layer.",
                step: "axes: [0, 1, 2], not [1, 2].")),
        Misconception(
            "all channels share one mean",
            mutant: answer(ConvolutionalNetworkMutants.ChannelsMixed.self), check: "training",
            hints: Hints(
                question: "One channel lives around 100, another around 0.1. What does a common "
                    + "mean do to them?",
                concept: "It leaves them as unlike as they were. Each channel is normalised by its "
                    + "own numbers.",
                step: "Leave the channel out of the axes: [0, 1, 2].")),
        Misconception(
            "scale and shift are left out",
            mutant: answer(ConvolutionalNetworkMutants.ScaleAndShiftForgotten.self),
            check: "training",
            hints: Hints(
                question: "What if the next layer would like a mean of 3?",
                concept: "Two learnt numbers a channel give the layer its freedom back.",
                step: "... * layer.scale + layer.shift.")),
        Misconception(
            "the momentum stands at the wrong side",
            mutant: answer(ConvolutionalNetworkMutants.MomentumSwapped.self),
            check: "running statistics",
            hints: Hints(
                question: "With momentum 0.1, how much of the past stays?",
                concept: "Nine tenths: the momentum is here the share of the new batch. (In an "
                    + "optimiser the word means the other share.)",
                step: "(1 - momentum) * running + momentum * batch.")),
        Misconception(
            "you remember the last batch only",
            mutant: answer(ConvolutionalNetworkMutants.LastBatchOnly.self),
            check: "running statistics",
            hints: Hints(
                question: "Sixteen patches: is their mean that of all slides?",
                concept: "Not quite. A running mean averages many batches, the older the less.",
                step: "(1 - momentum) * running + momentum * batch.")),
        Misconception(
            "the running variance is divided by n",
            mutant: answer(ConvolutionalNetworkMutants.RunningVarianceTooNarrow.self),
            check: "running statistics",
            hints: Hints(
                question: "Is a sample as wide as what it was drawn from?",
                concept: "A little narrower: its own mean lies too near. n / (n - 1) makes up for "
                    + "it.",
                step: "momentum * variance * n / (n - 1), with n = batch * height * width.")),
        Misconception(
            "the running statistics move at inference",
            mutant: answer(ConvolutionalNetworkMutants.LearnsAtInference.self),
            check: "inference",
            hints: Hints(
                question: "A network examines a hundred patients. Should it be another one "
                    + "afterwards?",
                concept: "No: what is measured on test patients must not change the network.",
                step: "Return runningMean and runningVariance as they came unless training.")),
    ]

    private static func compareStatistics(
        _ expected: NormalizedBatch, _ got: NormalizedBatch
    ) -> Verdict {
        .all(
            compare(expected.runningMean, got.runningMean).about("the running mean"),
            compare(expected.runningVariance, got.runningVariance).about("the running variance"))
    }

    /// A batch whose channels live on different scales.
    private static func normalization(
        batch: Int = 3, training: Bool, _ generator: inout SeededGenerator
    ) -> BatchNormalizationInputs {
        let scales = generator.tensor([2], from: 0.5, to: 4)
        return BatchNormalizationInputs(
            input: generator.tensor([batch, 2, 3, 2]) * scales
                + generator.tensor([2], from: 1, to: 5),
            layer: NormalizationLayer(
                scale: generator.tensor([2], from: 1.5, to: 3), shift: generator.tensor([2]),
                runningMean: generator.tensor([2], from: -3, to: -1),
                runningVariance: generator.tensor([2], from: 5, to: 9)),
            training: training, momentum: generator.uniform(0.1, 0.3),
            epsilon: generator.uniform(0.01, 0.1))
    }
}
