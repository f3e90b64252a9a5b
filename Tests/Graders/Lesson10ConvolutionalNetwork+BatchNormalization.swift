import Curriculum
import DeepTeaching
import GraderKit

private let call = ConvolutionalNetworkCalls.batchNormalization

extension ConvolutionalNetworkGraders {
    static let batchNormalization = ExerciseGrader(
        call,
        checks: [
            call.check(
                "training", "while learning, the batch's own mean and variance normalise it",
                inputs: { generator in [normalization(training: true, &generator)] },
                compare: { compare($0.output, $1.output).about("the output") }),
            call.check(
                "running statistics", "while learning, the running statistics follow the batches",
                inputs: { generator in [normalization(training: true, &generator)] },
                compare: compareStatistics),
            call.check(
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
        alternatives: normalizationAlternatives,
        hints: Hints(
            question: "Which numbers belong to one channel, and where do mean and variance come "
                + "from?",
            concept: "A channel owns one number at each place of each image. While learning, mean "
                + "and variance are theirs; at inference they are the remembered ones. The last "
                + "line is the same for both.",
            step:
                "input.mean(axes: [0, 1, 2]) is one number for each channel; input - mean fits by "
                + "itself, since the channel is the last axis."))

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
    ) -> (
        input: Tensor<Double>, layer: NormalizationLayer, training: Bool, momentum: Double,
        epsilon: Double
    ) {
        let scales = generator.tensor([2], from: 0.5, to: 4)
        let input = generator.tensor([batch, 2, 3, 2]) * scales
        let layer = NormalizationLayer(
            scale: generator.tensor([2], from: 1.5, to: 3), shift: generator.tensor([2]),
            runningMean: generator.tensor([2], from: -3, to: -1),
            runningVariance: generator.tensor([2], from: 5, to: 9))
        return (
            input + generator.tensor([2], from: 1, to: 5), layer, training,
            momentum: generator.uniform(0.1, 0.3), epsilon: generator.uniform(0.01, 0.1)
        )
    }
}
