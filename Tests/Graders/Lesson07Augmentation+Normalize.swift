import Curriculum
import DeepTeaching
import GraderKit

private let call = AugmentationCalls.normalize

extension AugmentationGraders {
    static let normalize = ExerciseGrader(
        call,
        checks: [
            call.check(
                "scale", "bytes become shares of 255, less the mean, over the deviation",
                inputs: { generator in
                    [
                        (picture(4, 3, &generator), 1, statistics(&generator)),
                        (picture(1, 5, &generator), 1, statistics(&generator)),
                        (Image(size: PixelSize(width: 0, height: 2)), 1, statistics(&generator)),
                    ]
                }, compare: Comparison.within(1e-9)),
            call.check(
                "order", "light changes before the mean is subtracted",
                inputs: { generator in
                    [
                        (dim(3, 4, &generator), 1.5, alike(&generator)),
                        (dim(2, 2, &generator), generator.uniform(0.3, 0.7), alike(&generator)),
                        (dim(2, 1, &generator), 0, alike(&generator)),
                    ]
                }, compare: Comparison.within(1e-9)),
            call.check(
                "range", "nothing is brighter than white",
                inputs: { generator in
                    let fromBlack = ChannelStatistics(
                        mean: [0, 0, 0],
                        deviation: Array(repeating: generator.uniform(0.2, 0.4), count: 3))
                    return [
                        (picture(5, 4, &generator), 2.5, fromBlack),
                        (picture(2, 3, &generator), 40, fromBlack),
                    ]
                }, compare: Comparison.within(1e-9)),
            call.check(
                "no contrast", "a deviation of 0 divides by 1",
                inputs: { generator in
                    let mean = generator.uniform(0.2, 0.8)
                    let flat = ChannelStatistics(
                        mean: [mean, mean, mean], deviation: [0, 0, 0])
                    return [(picture(3, 3, &generator), 1, flat)]
                }, compare: Comparison.within(1e-9)),
        ],
        misconceptions: normalizeMisconceptions,
        alternatives: [
            call.answer("tensors, whose last axis is the channel") { image, light, statistics in
                let shape = [image.size.height, image.size.width, 3]
                let bytes = Tensor(image.pixels.map { Double($0) }, shape: shape)
                let values = Tensor(
                    (bytes * (light / 255)).elements.map { min(1, $0) }, shape: shape)
                let deviation = statistics.deviation.map { $0 == 0 ? 1 : $0 }
                return (values - Tensor(statistics.mean, shape: [3]))
                    / Tensor(deviation, shape: [3])
            },
            call.answer("pixel by pixel, channel by channel") { image, light, statistics in
                var numbers: [Double] = []
                for y in 0..<image.size.height {
                    for x in 0..<image.size.width {
                        let color = image[x: x, y: y]
                        for (c, byte) in [color.red, color.green, color.blue].enumerated() {
                            var value = Double(byte) * light / 255
                            if value > 1 { value = 1 }
                            value -= statistics.mean[c]
                            if statistics.deviation[c] != 0 { value /= statistics.deviation[c] }
                            numbers.append(value)
                        }
                    }
                }
                return Tensor(numbers, shape: [image.size.height, image.size.width, 3])
            },
        ],
        hints: Hints(
            question:
                "A picture is made brighter by half and then put on the scale, or the other way "
                + "round: which of the two could a microscope make?",
            concept: "Byte to share of 255, times the light, at most 1; then less the mean of the "
                + "channel, over its deviation. The channel of a byte is its place modulo 3.",
            step: "Byte 200, light 1.2, mean 0.7, deviation 0.2: 1.2 * 200 / 255 = 0.941; "
                + "(0.941 - 0.7) / 0.2 = 1.206."))

    private static let normalizeMisconceptions = [
        call.misconception(
            "you change the light after normalising", check: "order",
            hints: Hints(
                question: "What does a factor do to a number that is 0 after normalising?",
                concept:
                    "Nothing: an average pixel would stay as it is, dark ones would become darker "
                    + "and bright ones brighter. That is contrast, not light.",
                step: "First min(1, light * byte / 255), then the mean and the deviation.")
        ) { image, light, statistics in
            made(image) { byte, c in
                let (mean, deviation) = (statistics.mean[c], safe(statistics.deviation[c]))
                return min((1 - mean) / deviation, light * (byte / 255 - mean) / deviation)
            }
        },
        call.misconception(
            "brighter than white stays brighter than white", check: "range",
            hints: Hints(
                question: "Which byte does a camera write for twice the light of white?",
                concept:
                    "255, as for white. A network that saw larger numbers while it learnt has "
                    + "learnt pictures that no scanner makes.",
                step: "min(1, light * Double(byte) / 255).")
        ) { image, light, statistics in
            made(image) { byte, c in
                (light * byte / 255 - statistics.mean[c]) / safe(statistics.deviation[c])
            }
        },
        call.misconception(
            "you keep bytes from 0 to 255 and forget to divide", check: "scale",
            hints: Hints(
                question: "In which unit are the means, bytes or shares of white?",
                concept: "Shares from 0 to 1, so bytes must become shares first.",
                step: "Double(byte) / 255.")
        ) { image, light, statistics in
            made(image) { byte, c in
                (min(255, light * byte) - statistics.mean[c]) / safe(statistics.deviation[c])
            }
        },
        call.misconception(
            "you divide by the variance", check: "scale",
            hints: Hints(
                question: "What is the unit of a variance, if brightness is measured in shares?",
                concept: "Shares squared. Divided by the deviation, the numbers have no unit and a "
                    + "deviation of 1.",
                step: "/ deviation[c], not / (deviation[c] * deviation[c]).")
        ) { image, light, statistics in
            made(image) { byte, c in
                let deviation = safe(statistics.deviation[c])
                return (min(1, light * byte / 255) - statistics.mean[c]) / (deviation * deviation)
            }
        },
        call.misconception(
            "you normalise each picture by its own mean", check: "scale",
            hints: Hints(
                question:
                    "A pale patch and a dark one, each less its own mean: can a network still tell "
                    + "which was pale?",
                concept:
                    "It cannot. The statistics are those of the training pictures, the same for "
                    + "all, also at the examination.",
                step: "statistics.mean[c], not a mean over image.pixels.")
        ) { image, light, statistics in
            var sums = [0.0, 0, 0]
            for (place, byte) in image.pixels.enumerated() {
                sums[place % 3] += min(1, light * Double(byte) / 255)
            }
            let count = Double(max(1, image.size.area))
            return made(image) { byte, c in
                (min(1, light * byte / 255) - sums[c] / count) / safe(statistics.deviation[c])
            }
        },
        call.misconception(
            "all channels use the statistics of red", check: "scale",
            hints: Hints(
                question: "Is tissue as bright in green as in red?",
                concept:
                    "Eosin holds back green, so its mean is lower. Each channel has a mean and a "
                    + "deviation of its own.",
                step: "mean[place % 3], deviation[place % 3].")
        ) { image, light, statistics in
            made(image) { byte, _ in
                (min(1, light * byte / 255) - statistics.mean[0]) / safe(statistics.deviation[0])
            }
        },
        call.misconception(
            "a channel without contrast gives what is not a number", check: "no contrast",
            hints: Hints(
                question: "What is 0 / 0?",
                concept: "Not a number, and after one layer nothing else is one either.",
                step: "deviation == 0 ? 1 : deviation.")
        ) { image, light, statistics in
            made(image) { byte, c in
                (min(1, light * byte / 255) - statistics.mean[c]) / statistics.deviation[c]
            }
        },
        call.misconception(
            "where there is no contrast you return 0", check: "no contrast",
            hints: Hints(
                question:
                    "A channel was 1 in all training pictures, and is 0.5 now. How far is that "
                    + "from the mean?",
                concept:
                    "0.5, and the network may see it. Divide by 1 there, and keep the difference.",
                step: "(value - mean[c]) / (deviation[c] == 0 ? 1 : deviation[c]).")
        ) { image, light, statistics in
            made(image) { byte, c in
                statistics.deviation[c] == 0
                    ? 0
                    : (min(1, light * byte / 255) - statistics.mean[c]) / statistics.deviation[c]
            }
        },
    ]

    private static func safe(_ deviation: Double) -> Double { deviation == 0 ? 1 : deviation }

    private static func made(
        _ image: Image, _ number: (_ byte: Double, _ channel: Int) -> Double
    ) -> Tensor<Double> {
        Tensor(
            image.pixels.enumerated().map { number(Double($1), $0 % 3) },
            shape: [image.size.height, image.size.width, 3])
    }

    private static func statistics(_ generator: inout SeededGenerator) -> ChannelStatistics {
        ChannelStatistics(
            mean: (0..<3).map { 0.25 * Double($0) + generator.uniform(0.1, 0.3) },
            deviation: (0..<3).map { 0.1 * Double($0) + generator.uniform(0.1, 0.18) })
    }

    /// Statistics that are the same in all channels.
    private static func alike(_ generator: inout SeededGenerator) -> ChannelStatistics {
        let (mean, deviation) = (generator.uniform(0.3, 0.6), generator.uniform(0.1, 0.3))
        return ChannelStatistics(
            mean: [mean, mean, mean], deviation: [deviation, deviation, deviation])
    }

    /// A picture that stays below white, also in more light.
    private static func dim(
        _ width: Int, _ height: Int, _ generator: inout SeededGenerator
    ) -> Image {
        let size = PixelSize(width: width, height: height)
        return Image(
            size: size, pixels: (0..<3 * size.area).map { _ in UInt8(generator.index(below: 160)) })
    }
}
