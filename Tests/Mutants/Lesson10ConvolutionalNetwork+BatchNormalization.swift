import Curriculum
import DeepTeaching
import Solutions

extension ConvolutionalNetworkMutants {
    /// The statistics of the batch, at inference too.
    public enum BatchStatisticsAtInference: ConvolutionalNetworkMutant {
        /// The answer.
        public static func batchNormalization(
            _ input: Tensor<Double>, layer: NormalizationLayer, training: Bool, momentum: Double,
            epsilon: Double
        ) throws -> NormalizedBatch {
            let (mean, variance) = statistics(of: input)
            var result = try solution(input, layer, training, momentum, epsilon)
            result.output = normalized(input, mean, variance, layer, epsilon)
            return result
        }
    }

    /// The running statistics, while learning too.
    public enum RunningStatisticsWhileLearning: ConvolutionalNetworkMutant {
        /// The answer.
        public static func batchNormalization(
            _ input: Tensor<Double>, layer: NormalizationLayer, training: Bool, momentum: Double,
            epsilon: Double
        ) throws -> NormalizedBatch {
            var result = try solution(input, layer, training, momentum, epsilon)
            result.output = normalized(
                input, layer.runningMean, layer.runningVariance, layer, epsilon)
            return result
        }
    }

    /// Divided by the variance, not by its root.
    public enum RootForgotten: ConvolutionalNetworkMutant {
        /// The answer.
        public static func batchNormalization(
            _ input: Tensor<Double>, layer: NormalizationLayer, training: Bool, momentum: Double,
            epsilon: Double
        ) throws -> NormalizedBatch {
            var result = try solution(input, layer, training, momentum, epsilon)
            let (mean, variance) = used(input, layer, training)
            result.output = (input - mean) / (variance + epsilon) * layer.scale + layer.shift
            return result
        }
    }

    /// Epsilon is added to the deviation, not to the variance.
    public enum EpsilonOutsideTheRoot: ConvolutionalNetworkMutant {
        /// The answer.
        public static func batchNormalization(
            _ input: Tensor<Double>, layer: NormalizationLayer, training: Bool, momentum: Double,
            epsilon: Double
        ) throws -> NormalizedBatch {
            var result = try solution(input, layer, training, momentum, epsilon)
            let (mean, variance) = used(input, layer, training)
            let deviation = variance.squareRoot() + epsilon
            result.output = (input - mean) / deviation * layer.scale + layer.shift
            return result
        }
    }

    /// The variance of a sample, divided by n - 1, normalises the batch.
    public enum SampleVariance: ConvolutionalNetworkMutant {
        /// The answer.
        public static func batchNormalization(
            _ input: Tensor<Double>, layer: NormalizationLayer, training: Bool, momentum: Double,
            epsilon: Double
        ) throws -> NormalizedBatch {
            var result = try solution(input, layer, training, momentum, epsilon)
            guard training else { return result }
            let n = Double(input.count / input.shape[3])
            let (mean, variance) = statistics(of: input)
            result.output = normalized(input, mean, variance * (n / (n - 1)), layer, epsilon)
            return result
        }
    }

    /// Every place of the image has its own mean, over the batch alone.
    public enum EveryPlaceAlone: ConvolutionalNetworkMutant {
        /// The answer.
        public static func batchNormalization(
            _ input: Tensor<Double>, layer: NormalizationLayer, training: Bool, momentum: Double,
            epsilon: Double
        ) throws -> NormalizedBatch {
            var result = try solution(input, layer, training, momentum, epsilon)
            guard training else { return result }
            let (mean, variance) = statistics(of: input, axes: [0])
            result.output = normalized(input, mean, variance, layer, epsilon)
            return result
        }
    }

    /// Every image has its own mean.
    public enum EveryImageAlone: ConvolutionalNetworkMutant {
        /// The answer.
        public static func batchNormalization(
            _ input: Tensor<Double>, layer: NormalizationLayer, training: Bool, momentum: Double,
            epsilon: Double
        ) throws -> NormalizedBatch {
            var result = try solution(input, layer, training, momentum, epsilon)
            guard training else { return result }
            let (mean, variance) = statistics(of: input, axes: [1, 2], keepingAxes: true)
            result.output = normalized(input, mean, variance, layer, epsilon)
            return result
        }
    }

    /// One mean for all channels.
    public enum ChannelsMixed: ConvolutionalNetworkMutant {
        /// The answer.
        public static func batchNormalization(
            _ input: Tensor<Double>, layer: NormalizationLayer, training: Bool, momentum: Double,
            epsilon: Double
        ) throws -> NormalizedBatch {
            var result = try solution(input, layer, training, momentum, epsilon)
            guard training else { return result }
            let (mean, variance) = statistics(of: input, axes: [0, 1, 2, 3])
            result.output = normalized(input, mean, variance, layer, epsilon)
            return result
        }
    }

    /// Scale and shift are left out.
    public enum ScaleAndShiftForgotten: ConvolutionalNetworkMutant {
        /// The answer.
        public static func batchNormalization(
            _ input: Tensor<Double>, layer: NormalizationLayer, training: Bool, momentum: Double,
            epsilon: Double
        ) throws -> NormalizedBatch {
            var result = try solution(input, layer, training, momentum, epsilon)
            let (mean, variance) = used(input, layer, training)
            result.output = (input - mean) / (variance + epsilon).squareRoot()
            return result
        }
    }

    /// The batch counts as much as the past should, and the other way round.
    public enum MomentumSwapped: ConvolutionalNetworkMutant {
        /// The answer.
        public static func batchNormalization(
            _ input: Tensor<Double>, layer: NormalizationLayer, training: Bool, momentum: Double,
            epsilon: Double
        ) throws -> NormalizedBatch {
            try solution(input, layer, training, 1 - momentum, epsilon)
        }
    }

    /// The running statistics are those of the last batch.
    public enum LastBatchOnly: ConvolutionalNetworkMutant {
        /// The answer.
        public static func batchNormalization(
            _ input: Tensor<Double>, layer: NormalizationLayer, training: Bool, momentum: Double,
            epsilon: Double
        ) throws -> NormalizedBatch {
            try solution(input, layer, training, 1, epsilon)
        }
    }

    /// The running variance is divided by n.
    public enum RunningVarianceTooNarrow: ConvolutionalNetworkMutant {
        /// The answer.
        public static func batchNormalization(
            _ input: Tensor<Double>, layer: NormalizationLayer, training: Bool, momentum: Double,
            epsilon: Double
        ) throws -> NormalizedBatch {
            var result = try solution(input, layer, training, momentum, epsilon)
            guard training else { return result }
            result.runningVariance =
                layer.runningVariance * (1 - momentum) + statistics(of: input).variance * momentum
            return result
        }
    }

    /// The running statistics move at inference too.
    public enum LearnsAtInference: ConvolutionalNetworkMutant {
        /// The answer.
        public static func batchNormalization(
            _ input: Tensor<Double>, layer: NormalizationLayer, training: Bool, momentum: Double,
            epsilon: Double
        ) throws -> NormalizedBatch {
            var result = try solution(input, layer, true, momentum, epsilon)
            result.output = try solution(input, layer, training, momentum, epsilon).output
            return result
        }
    }
}

extension ConvolutionalNetworkAlternatives {
    /// Number by number; the variance is the mean of the squares less the square of the mean.
    public enum MeanOfTheSquares: ConvolutionalNetworkMutant {
        /// The answer.
        public static func batchNormalization(
            _ input: Tensor<Double>, layer: NormalizationLayer, training: Bool, momentum: Double,
            epsilon: Double
        ) throws -> NormalizedBatch {
            let channels = input.shape[3]
            var elements = input.elements
            var (means, variances) = (layer.runningMean, layer.runningVariance)
            for c in 0..<channels {
                let places = Swift.stride(from: c, to: elements.count, by: channels)
                let numbers = places.map { elements[$0] }
                let n = Double(numbers.count)
                var (mean, variance) = (means[c], variances[c])
                if training {
                    mean = numbers.reduce(0, +) / n
                    variance = numbers.reduce(0) { $0 + $1 * $1 } / n - mean * mean
                    means[c] += momentum * (mean - means[c])
                    variances[c] += momentum * (variance * n / (n - 1) - variances[c])
                }
                let factor = layer.scale[c] / (variance + epsilon).squareRoot()
                for place in places {
                    elements[place] = (elements[place] - mean) * factor + layer.shift[c]
                }
            }
            return NormalizedBatch(
                output: Tensor(elements, shape: input.shape), runningMean: means,
                runningVariance: variances)
        }
    }
}

private func statistics(
    of input: Tensor<Double>, axes: [Int] = [0, 1, 2], keepingAxes: Bool = false
) -> (mean: Tensor<Double>, variance: Tensor<Double>) {
    let centered = input - input.mean(axes: axes, keepingAxes: true)
    return (
        input.mean(axes: axes, keepingAxes: keepingAxes),
        (centered * centered).mean(axes: axes, keepingAxes: keepingAxes)
    )
}

/// The statistics that are right for what the layer is doing.
private func used(
    _ input: Tensor<Double>, _ layer: NormalizationLayer, _ training: Bool
) -> (mean: Tensor<Double>, variance: Tensor<Double>) {
    training ? statistics(of: input) : (layer.runningMean, layer.runningVariance)
}

private func normalized(
    _ input: Tensor<Double>, _ mean: Tensor<Double>, _ variance: Tensor<Double>,
    _ layer: NormalizationLayer, _ epsilon: Double
) -> Tensor<Double> {
    (input - mean) / (variance + epsilon).squareRoot() * layer.scale + layer.shift
}

private func solution(
    _ input: Tensor<Double>, _ layer: NormalizationLayer, _ training: Bool, _ momentum: Double,
    _ epsilon: Double
) throws -> NormalizedBatch {
    try ConvolutionalNetworkSolution.batchNormalization(
        input, layer: layer, training: training, momentum: momentum, epsilon: epsilon)
}
