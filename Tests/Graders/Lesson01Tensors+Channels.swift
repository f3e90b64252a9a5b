import Curriculum
import DeepTeaching
import GraderKit
import Mutants

extension TensorsGraders {
    static let channelMeanAndDeviation = ExerciseGrader(
        "channelMeanAndDeviation",
        checks: [
            Check(
                "mean", "the mean of a channel is that of all pixels, whichever image they are of",
                inputs: { generator in [images(&generator)] },
                comparing: { _, expected, got in
                    Comparison.within(1e-9)(expected.mean, got.mean).about("mean")
                }),
            Check(
                "deviation", "the deviation is that of all pixels from the mean of all",
                inputs: { generator in [images(&generator), blank(&generator)] },
                comparing: { _, expected, got in
                    Comparison.within(1e-9)(expected.deviation, got.deviation).about("deviation")
                }),
            Check(
                "far from zero", "the deviation of large numbers keeps its digits",
                inputs: { generator in
                    let offset = generator.uniform(1e7, 2e7)
                    let near = images(&generator).images
                    return [ChannelMeanAndDeviationInputs(images: near.map { $0 + offset })]
                },
                comparing: { _, expected, got in
                    Comparison.within(1e-6)(expected.deviation, got.deviation).about("deviation")
                }),
        ],
        misconceptions: channelMisconceptions,
        alternatives: [
            answer(TensorsAlternatives.OneWalk.self), answer(TensorsAlternatives.OneMatrix.self),
        ],
        hints: Hints(
            question: "Two images, one of a single pixel, one of a million: how much should each "
                + "say about the mean?",
            concept: "Walk over all numbers of all images twice: first for the sums and the count, "
                + "then for the squared differences from the mean. The channel of a number is its "
                + "place modulo the number of channels.",
            step: "Channel [0] and channel [4, 4, 8]: the sum is 16, the count 4, the mean 4. "
                + "Differences -4, 0, 0, 4: squares 16 + 16 = 32, over 4 is 8, the root is 2.828."))

    private static let channelMisconceptions = [
        Misconception(
            "you take the mean of the deviations of the single images",
            mutant: answer(TensorsMutants.MeanOfTheDeviations.self), check: "deviation",
            hints: Hints(
                question: "A white image and a black one, each without any contrast: does the "
                    + "brightness vary in the two?",
                concept: "Each image's own deviation does not know how far the images lie apart. "
                    + "Measure all pixels from the mean of all.",
                step: "Keep one sum of squares for all images: (x - mean) * (x - mean) with the "
                    + "common mean, divide once, take the root once.")),
        Misconception(
            "you take the mean of the means of the single images",
            mutant: answer(TensorsMutants.MeanOfTheMeans.self), check: "mean",
            hints: Hints(
                question: "Are all images equally large?",
                concept: "The mean of means counts each image once, the mean of pixels each pixel "
                    + "once. They agree only where all sizes are equal.",
                step: "Add up sums and pixels over all images; divide at the end.")),
        Misconception(
            "you divide by one less than the number of pixels",
            mutant: answer(TensorsMutants.OneLess.self), check: "deviation",
            hints: Hints(
                question: "Are the pixels a sample from which you guess, or all there are?",
                concept: "n - 1 corrects the guess of a variance from a sample. Here the numbers "
                    + "themselves are described: divide by n. For many pixels it hardly matters, "
                    + "for few it does.",
                step: "The count of the differences is the count of the pixels: 8 = 32 / 4.")),
        Misconception(
            "you return the variance: the root is missing",
            mutant: answer(TensorsMutants.RootForgotten.self), check: "deviation",
            hints: Hints(
                question: "In which unit is your number, brightness or brightness squared?",
                concept: "The variance is a mean of squares. Its root is the standard deviation, "
                    + "in the unit of the numbers.",
                step: "variance.map { $0.squareRoot() }.")),
        Misconception(
            "you measure the deviation from zero",
            mutant: answer(TensorsMutants.DeviationFromZero.self), check: "deviation",
            hints: Hints(
                question: "All pixels are 7. How much do they deviate?",
                concept: "A deviation is measured from the mean: what is the same everywhere does "
                    + "not deviate.",
                step: "Subtract mean[channel] before you square.")),
        Misconception(
            "where all pixels are equal you return 1",
            mutant: answer(TensorsMutants.OneForNoDeviation.self), check: "deviation",
            hints: Hints(
                question: "All pixels of a channel are 200. How much do they deviate from it?",
                concept: "They do not: the deviation is 0. Who divides by it later must look "
                    + "first; some libraries hide that by putting 1 in its place.",
                step: "Return the root of the variance as it is, also if it is 0.")),
        Misconception(
            "you throw all channels together",
            mutant: answer(TensorsMutants.ChannelsTogether.self), check: "mean",
            hints: Hints(
                question: "How many means does a picture in red, green and blue have?",
                concept: "Each channel is measured on its own: the stain makes them differ.",
                step: "Keep one sum for each channel: sums[place % channels] += value.")),
        Misconception(
            "you read the numbers as if one channel lay behind the other",
            mutant: answer(TensorsMutants.ChannelAfterChannel.self), check: "mean",
            hints: Hints(
                question: "In [height, width, channel], which axis varies fastest?",
                concept: "The channels of one pixel lie side by side: red, green, blue, red, "
                    + "green, blue.",
                step: "The channel of the number at a place is place % channels.")),
        Misconception(
            "far from zero your deviation has no digits left",
            mutant: answer(TensorsMutants.SquaresLessSquare.self), check: "far from zero",
            hints: Hints(
                question: "A Double has 16 digits. How many are left if you subtract 1e14 from "
                    + "1e14 + 1?",
                concept: "The mean of squares less the square of the mean is right on paper; but "
                    + "two huge, nearly equal numbers cancel, and rounding is what remains.",
                step: "Walk twice: first the mean, then the squares of x - mean.")),
    ]

    /// Two images whose first channel is the same everywhere.
    private static func blank(_ generator: inout SeededGenerator) -> ChannelMeanAndDeviationInputs {
        let level = Double(generator.index(below: 8))
        return ChannelMeanAndDeviationInputs(
            images: [2, 4].map { side in
                let random = tensor([side, side, 1], &generator)
                return .concatenated(
                    [Tensor(repeating: level, shape: [side, side, 1]), random], axis: 2)
            })
    }

    /// Three images of different sizes and brightness, with two to four channels.
    private static func images(
        _ generator: inout SeededGenerator
    ) -> ChannelMeanAndDeviationInputs {
        let channels = 2 + generator.index(below: 3)
        let images = [2, 3, 5].map { side in
            let shape = [side, side + generator.index(below: 3), channels]
            let colors = tensor([channels], from: -5, to: 5, &generator)
            return tensor(shape, &generator) + colors + Double(side)
        }
        return ChannelMeanAndDeviationInputs(images: generator.shuffled(images))
    }
}
