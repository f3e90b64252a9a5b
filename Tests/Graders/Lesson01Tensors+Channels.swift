import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = TensorsCalls.channelMeanAndDeviation

extension TensorsGraders {
    static let channelMeanAndDeviation = ExerciseGrader(
        call,
        checks: [
            call.check(
                "mean", "the mean of a channel is that of all pixels, whichever image they are of",
                inputs: { generator in
                    let images = images(&generator)
                    return [images, [images[0]]]
                },
                compare: { expected, got in
                    Comparison.within(1e-9)(expected.mean, got.mean).about("mean")
                }),
            call.check(
                "deviation", "the deviation is that of all pixels from the mean of all",
                inputs: { generator in [images(&generator), blank(&generator)] },
                compare: { expected, got in
                    Comparison.within(1e-9)(expected.deviation, got.deviation).about("deviation")
                }),
            call.check(
                "far from zero", "the deviation of large numbers keeps its digits",
                inputs: { generator in
                    let offset = generator.uniform(1e7, 2e7)
                    return [images(&generator).map { $0 + offset }]
                },
                compare: { expected, got in
                    Comparison.within(1e-6)(expected.deviation, got.deviation).about("deviation")
                }),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer(
                "one walk, the mean and the sum of squares moved with each pixel (Welford, 1962)"
            ) { images in
                let channels = images[0].shape[2]
                var mean = [Double](repeating: 0, count: channels)
                var squares = mean
                var count = 0.0
                for image in images {
                    for (place, value) in image.elements.enumerated() {
                        let channel = place % channels
                        if channel == 0 { count += 1 }
                        let before = value - mean[channel]
                        mean[channel] += before / count
                        squares[channel] += before * (value - mean[channel])
                    }
                }
                return ChannelStatistics(
                    mean: mean, deviation: squares.map { ($0 / count).squareRoot() })
            },
            call.answer("all pixels in one matrix, and the library's means") { images in
                let pixels = pixels(of: images)
                return ChannelStatistics(
                    mean: pixels.mean(axes: [0]).elements,
                    deviation: pixels.variance(axes: [0]).squareRoot().elements)
            },
        ],
        hints: Hints(
            question: "Two images, one of a single pixel, one of a million: how much should each "
                + "say about the mean?",
            concept: "Walk over all numbers of all images twice: first for the sums and the count, "
                + "then for the squared differences from the mean. The channel of a number is its "
                + "place modulo the number of channels.",
            step: "Channel [0] and channel [4, 4, 8]: the sum is 16, the count 4, the mean 4. "
                + "Differences -4, 0, 0, 4: squares 16 + 16 = 32, over 4 is 8, the root is 2.828."))

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "you take the mean of the deviations of the single images", check: "deviation",
            hints: Hints(
                question: "A white image and a black one, each without any contrast: does the "
                    + "brightness vary in the two?",
                concept: "Each image's own deviation does not know how far the images lie apart. "
                    + "Measure all pixels from the mean of all.",
                step: "Keep one sum of squares for all images: (x - mean) * (x - mean) with the "
                    + "common mean, divide once, take the root once.")
        ) { images in
            let single = try images.map {
                try TensorsSolution.channelMeanAndDeviation(of: [$0]).deviation
            }
            var statistics = try TensorsSolution.channelMeanAndDeviation(of: images)
            statistics.deviation = mean(single)
            return statistics
        },
        call.misconception(
            "you take the mean of the means of the single images", check: "mean",
            hints: Hints(
                question: "Are all images equally large?",
                concept: "The mean of means counts each image once, the mean of pixels each pixel "
                    + "once. They agree only where all sizes are equal.",
                step: "Add up sums and pixels over all images; divide at the end.")
        ) { images in
            let single = try images.map {
                try TensorsSolution.channelMeanAndDeviation(of: [$0]).mean
            }
            var statistics = try TensorsSolution.channelMeanAndDeviation(of: images)
            statistics.mean = mean(single)
            return statistics
        },
        call.misconception(
            "you divide by one less than the number of pixels", check: "deviation",
            hints: Hints(
                question: "Are the pixels a sample from which you guess, or all there are?",
                concept: "n - 1 corrects the guess of a variance from a sample. Here the numbers "
                    + "themselves are described: divide by n. For many pixels it hardly matters, "
                    + "for few it does.",
                step: "The count of the differences is the count of the pixels: 8 = 32 / 4.")
        ) { images in
            let pixels = Double(pixels(of: images).shape[0])
            return try changed(images) { deviation, _ in
                deviation * (pixels / (pixels - 1)).squareRoot()
            }
        },
        call.misconception(
            "you return the variance: the root is missing", check: "deviation",
            hints: Hints(
                question: "In which unit is your number, brightness or brightness squared?",
                concept: "The variance is a mean of squares. Its root is the standard deviation, "
                    + "in the unit of the numbers.",
                step: "variance.map { $0.squareRoot() }.")
        ) { images in
            try changed(images) { deviation, _ in deviation * deviation }
        },
        call.misconception(
            "you measure the deviation from zero", check: "deviation",
            hints: Hints(
                question: "All pixels are 7. How much do they deviate?",
                concept: "A deviation is measured from the mean: what is the same everywhere does "
                    + "not deviate.",
                step: "Subtract mean[channel] before you square.")
        ) { images in
            try changed(images) { deviation, mean in
                (deviation * deviation + mean * mean).squareRoot()
            }
        },
        call.misconception(
            "where all pixels are equal you return 1", check: "deviation",
            hints: Hints(
                question: "All pixels of a channel are 200. How much do they deviate from it?",
                concept: "They do not: the deviation is 0. Who divides by it later must look "
                    + "first; some libraries hide that by putting 1 in its place.",
                step: "Return the root of the variance as it is, also if it is 0.")
        ) { images in
            try changed(images) { deviation, _ in deviation == 0 ? 1 : deviation }
        },
        call.misconception(
            "you throw all channels together", check: "mean",
            hints: Hints(
                question: "How many means does a picture in red, green and blue have?",
                concept: "Each channel is measured on its own: the stain makes them differ.",
                step: "Keep one sum for each channel: sums[place % channels] += value.")
        ) { images in
            let channels = images[0].shape[2]
            let grey = images.map { $0.reshaped([$0.count, 1, 1]) }
            let all = try TensorsSolution.channelMeanAndDeviation(of: grey)
            return ChannelStatistics(
                mean: Array(repeating: all.mean[0], count: channels),
                deviation: Array(repeating: all.deviation[0], count: channels))
        },
        call.misconception(
            "you read the numbers as if one channel lay behind the other", check: "mean",
            hints: Hints(
                question: "In [height, width, channel], which axis varies fastest?",
                concept: "The channels of one pixel lie side by side: red, green, blue, red, "
                    + "green, blue.",
                step: "The channel of the number at a place is place % channels.")
        ) { images in
            let turned = images.map { image in
                let (height, width, channels) = (image.shape[0], image.shape[1], image.shape[2])
                return image.reshaped([channels, height * width]).transposed()
                    .reshaped([height, width, channels])
            }
            return try TensorsSolution.channelMeanAndDeviation(of: turned)
        },
        call.misconception(
            "far from zero your deviation has no digits left", check: "far from zero",
            hints: Hints(
                question: "A Double has 16 digits. How many are left if you subtract 1e14 from "
                    + "1e14 + 1?",
                concept: "The mean of squares less the square of the mean is right on paper; but "
                    + "two huge, nearly equal numbers cancel, and rounding is what remains.",
                step: "Walk twice: first the mean, then the squares of x - mean.")
        ) { images in
            let pixels = pixels(of: images)
            let mean = pixels.mean(axes: [0])
            let variance = (pixels * pixels).mean(axes: [0]) - mean * mean
            return ChannelStatistics(
                mean: mean.elements, deviation: variance.squareRoot().elements)
        },
    ]

    /// Two images whose first channel is the same everywhere.
    private static func blank(_ generator: inout SeededGenerator) -> [Tensor<Double>] {
        let level = Double(generator.index(below: 8))
        return [2, 4].map { side in
            let random = tensor([side, side, 1], &generator)
            return .concatenated(
                [Tensor(repeating: level, shape: [side, side, 1]), random], axis: 2)
        }
    }

    /// Three images of different sizes and brightness, with two to four channels.
    private static func images(_ generator: inout SeededGenerator) -> [Tensor<Double>] {
        let channels = 2 + generator.index(below: 3)
        let images = [2, 3, 5].map { side in
            let shape = [side, side + generator.index(below: 3), channels]
            let colors = tensor([channels], from: -5, to: 5, &generator)
            return tensor(shape, &generator) + colors + Double(side)
        }
        return generator.shuffled(images)
    }
}

/// All pixels below each other, axes [pixel, channel].
private func pixels(of images: [Tensor<Double>]) -> Tensor<Double> {
    .concatenated(images.map { $0.reshaped([$0.shape[0] * $0.shape[1], $0.shape[2]]) })
}

/// The right mean with another deviation.
private func changed(
    _ images: [Tensor<Double>], _ deviation: (_ right: Double, _ mean: Double) -> Double
) throws -> ChannelStatistics {
    var statistics = try TensorsSolution.channelMeanAndDeviation(of: images)
    statistics.deviation = zip(statistics.deviation, statistics.mean).map(deviation)
    return statistics
}

private func mean(_ rows: [[Double]]) -> [Double] {
    rows[0].indices.map { column in rows.reduce(0) { $0 + $1[column] } / Double(rows.count) }
}
