import Curriculum
import DeepTeaching
import Solutions

extension TensorsMutants {
    /// The mean of the deviations of the single images.
    public enum MeanOfTheDeviations: TensorsMutant {
        /// The answer.
        public static func channelMeanAndDeviation(
            of images: [Tensor<Double>]
        ) throws -> ChannelStatistics {
            let single = try images.map {
                try TensorsSolution.channelMeanAndDeviation(of: [$0]).deviation
            }
            var statistics = try TensorsSolution.channelMeanAndDeviation(of: images)
            statistics.deviation = mean(single)
            return statistics
        }
    }

    /// The mean of the means of the single images, as if all had the same size.
    public enum MeanOfTheMeans: TensorsMutant {
        /// The answer.
        public static func channelMeanAndDeviation(
            of images: [Tensor<Double>]
        ) throws -> ChannelStatistics {
            let single = try images.map {
                try TensorsSolution.channelMeanAndDeviation(of: [$0]).mean
            }
            var statistics = try TensorsSolution.channelMeanAndDeviation(of: images)
            statistics.mean = mean(single)
            return statistics
        }
    }

    /// Divided by one less than the number of pixels.
    public enum OneLess: TensorsMutant {
        /// The answer.
        public static func channelMeanAndDeviation(
            of images: [Tensor<Double>]
        ) throws -> ChannelStatistics {
            let pixels = Double(pixels(of: images).shape[0])
            return try changed(images) { deviation, _ in
                deviation * (pixels / (pixels - 1)).squareRoot()
            }
        }
    }

    /// The variance: the root is forgotten.
    public enum RootForgotten: TensorsMutant {
        /// The answer.
        public static func channelMeanAndDeviation(
            of images: [Tensor<Double>]
        ) throws -> ChannelStatistics {
            try changed(images) { deviation, _ in deviation * deviation }
        }
    }

    /// The deviation from zero: the mean is not subtracted.
    public enum DeviationFromZero: TensorsMutant {
        /// The answer.
        public static func channelMeanAndDeviation(
            of images: [Tensor<Double>]
        ) throws -> ChannelStatistics {
            try changed(images) { deviation, mean in
                (deviation * deviation + mean * mean).squareRoot()
            }
        }
    }

    /// One mean and one deviation for all channels together.
    public enum ChannelsTogether: TensorsMutant {
        /// The answer.
        public static func channelMeanAndDeviation(
            of images: [Tensor<Double>]
        ) throws -> ChannelStatistics {
            let channels = images[0].shape[2]
            let grey = images.map { $0.reshaped([$0.count, 1, 1]) }
            let all = try TensorsSolution.channelMeanAndDeviation(of: grey)
            return ChannelStatistics(
                mean: Array(repeating: all.mean[0], count: channels),
                deviation: Array(repeating: all.deviation[0], count: channels))
        }
    }

    /// The numbers taken as if one whole channel lay behind the other.
    public enum ChannelAfterChannel: TensorsMutant {
        /// The answer.
        public static func channelMeanAndDeviation(
            of images: [Tensor<Double>]
        ) throws -> ChannelStatistics {
            let turned = images.map { image in
                let (height, width, channels) = (image.shape[0], image.shape[1], image.shape[2])
                return image.reshaped([channels, height * width]).transposed()
                    .reshaped([height, width, channels])
            }
            return try TensorsSolution.channelMeanAndDeviation(of: turned)
        }
    }

    /// 1 where all pixels are equal, so that nobody divides by 0 later.
    public enum OneForNoDeviation: TensorsMutant {
        /// The answer.
        public static func channelMeanAndDeviation(
            of images: [Tensor<Double>]
        ) throws -> ChannelStatistics {
            try changed(images) { deviation, _ in deviation == 0 ? 1 : deviation }
        }
    }

    /// The mean of the squares less the square of the mean: no digits are left far from zero.
    public enum SquaresLessSquare: TensorsMutant {
        /// The answer.
        public static func channelMeanAndDeviation(
            of images: [Tensor<Double>]
        ) throws -> ChannelStatistics {
            let pixels = pixels(of: images)
            let mean = pixels.mean(axes: [0])
            let variance = (pixels * pixels).mean(axes: [0]) - mean * mean
            return ChannelStatistics(
                mean: mean.elements, deviation: variance.squareRoot().elements)
        }
    }
}

extension TensorsAlternatives {
    /// One walk, the mean and the sum of squares moved with each pixel (Welford, 1962).
    public enum OneWalk: TensorsMutant {
        /// The answer.
        public static func channelMeanAndDeviation(
            of images: [Tensor<Double>]
        ) throws -> ChannelStatistics {
            let channels = images[0].shape[2]
            var (mean, squares) = ([Double](repeating: 0, count: channels), [Double]())
            squares = mean
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
        }
    }

    /// All pixels in one matrix, and the library's means.
    public enum OneMatrix: TensorsMutant {
        /// The answer.
        public static func channelMeanAndDeviation(
            of images: [Tensor<Double>]
        ) throws -> ChannelStatistics {
            let pixels = pixels(of: images)
            return ChannelStatistics(
                mean: pixels.mean(axes: [0]).elements,
                deviation: pixels.variance(axes: [0]).squareRoot().elements)
        }
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
