import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = ConvolutionalNetworkCalls.batchNormalization

extension ConvolutionalNetworkGraders {
    static let normalizationMisconceptions = [
        call.misconception(
            "at inference you use the statistics of the batch", check: "inference",
            hints: Hints(
                question: "A patch is diagnosed alone, then together with twenty others. May the "
                    + "answer change?",
                concept: "No. While learning, a patch may feel its neighbours; at inference the "
                    + "running statistics stand in for the batch, or a diagnosis would depend on "
                    + "who comes next.",
                step: "if training { mean and variance of the batch } else { runningMean and "
                    + "runningVariance }.")
        ) { input, layer, training, momentum, epsilon in
            let output = normalized(input, statistics(of: input), layer, epsilon)
            return try solution(input, layer, training, momentum, epsilon, output: output)
        },
        call.misconception(
            "while learning you use the running statistics", check: "training",
            hints: Hints(
                question:
                    "At the first step the running mean is 0 and the running variance 1. What "
                    + "would be normalised?",
                concept: "Nothing. While learning each batch is normalised by itself, so that the "
                    + "next layer finds one scale from the first step on.",
                step: "Compute mean and variance of the input when training is true.")
        ) { input, layer, training, momentum, epsilon in
            let running = (layer.runningMean, layer.runningVariance)
            let output = normalized(input, running, layer, epsilon)
            return try solution(input, layer, training, momentum, epsilon, output: output)
        },
        call.misconception(
            "you divide by the variance, not by its root", check: "training",
            hints: Hints(
                question: "Numbers in micrometres: what is the unit of their variance?",
                concept: "Square micrometres. Only the root, the deviation, has the unit of the "
                    + "numbers, so only it may divide them.",
                step: "(variance + epsilon).squareRoot().")
        ) { input, layer, training, momentum, epsilon in
            let (mean, variance) = used(input, layer, training)
            let output = (input - mean) / (variance + epsilon) * layer.scale + layer.shift
            return try solution(input, layer, training, momentum, epsilon, output: output)
        },
        call.misconception(
            "epsilon stands outside the root", check: "training",
            hints: Hints(
                question: "What is added to what in the equation?",
                concept:
                    "sqrt(variance + epsilon) keeps the derivative of the root finite, too: at "
                    + "0 it would be infinite.",
                step: "Add epsilon first, then take the root.")
        ) { input, layer, training, momentum, epsilon in
            let (mean, variance) = used(input, layer, training)
            let deviation = variance.squareRoot() + epsilon
            let output = (input - mean) / deviation * layer.scale + layer.shift
            return try solution(input, layer, training, momentum, epsilon, output: output)
        },
        call.misconception(
            "you divide the variance that normalises by n - 1", check: "training",
            hints: Hints(
                question: "What should the variance of the output be, exactly?",
                concept: "1, by its own measure: so the batch is normalised with the variance "
                    + "divided by n. Only the running variance, an estimate for other images, is "
                    + "corrected.",
                step: "variance = the mean of (input - mean)^2.")
        ) { input, layer, training, momentum, epsilon in
            let n = Double(input.count / input.shape[3])
            var other = statistics(of: input)
            other.variance = other.variance * (n / (n - 1))
            let output = normalized(input, other, layer, epsilon)
            return try solution(
                input, layer, training, momentum, epsilon, output: training ? output : nil)
        },
        call.misconception(
            "every place of the image has its own mean", check: "training",
            hints: Hints(
                question: "How many means are there: one a channel, or one a pixel?",
                concept: "A convolution treats all places alike, so its channel has one scale: the "
                    + "mean runs over batch, height and width.",
                step: "axes: [0, 1, 2], not [0].")
        ) { input, layer, training, momentum, epsilon in
            let output = normalized(
                input, statistics(of: input, axes: [0]), layer, epsilon)
            return try solution(
                input, layer, training, momentum, epsilon, output: training ? output : nil)
        },
        call.misconception(
            "every image has its own mean", check: "training",
            hints: Hints(
                question: "What does the word batch in batch normalisation mean?",
                concept: "Mean and variance run over all images of the batch together. One image "
                    + "alone is instance normalisation, another layer.",
                step: "axes: [0, 1, 2], not [1, 2].")
        ) { input, layer, training, momentum, epsilon in
            let output = normalized(
                input, statistics(of: input, axes: [1, 2], keepingAxes: true), layer, epsilon)
            return try solution(
                input, layer, training, momentum, epsilon, output: training ? output : nil)
        },
        call.misconception(
            "all channels share one mean", check: "training",
            hints: Hints(
                question: "One channel lives around 100, another around 0.1. What does a common "
                    + "mean do to them?",
                concept: "It leaves them as unlike as they were. Each channel is normalised by its "
                    + "own numbers.",
                step: "Leave the channel out of the axes: [0, 1, 2].")
        ) { input, layer, training, momentum, epsilon in
            let output = normalized(
                input, statistics(of: input, axes: [0, 1, 2, 3]), layer, epsilon)
            return try solution(
                input, layer, training, momentum, epsilon, output: training ? output : nil)
        },
        call.misconception(
            "scale and shift are left out", check: "training",
            hints: Hints(
                question: "What if the next layer would like a mean of 3?",
                concept: "Two learnt numbers a channel give the layer its freedom back.",
                step: "... * layer.scale + layer.shift.")
        ) { input, layer, training, momentum, epsilon in
            let (mean, variance) = used(input, layer, training)
            let output = (input - mean) / (variance + epsilon).squareRoot()
            return try solution(input, layer, training, momentum, epsilon, output: output)
        },
        call.misconception(
            "the momentum stands at the wrong side", check: "running statistics",
            hints: Hints(
                question: "With momentum 0.1, how much of the past stays?",
                concept: "Nine tenths: the momentum is here the share of the new batch. (In an "
                    + "optimiser the word means the other share.)",
                step: "(1 - momentum) * running + momentum * batch.")
        ) { input, layer, training, momentum, epsilon in
            try solution(input, layer, training, 1 - momentum, epsilon)
        },
        call.misconception(
            "you remember the last batch only", check: "running statistics",
            hints: Hints(
                question: "Sixteen patches: is their mean that of all slides?",
                concept: "Not quite. A running mean averages many batches, the older the less.",
                step: "(1 - momentum) * running + momentum * batch.")
        ) { input, layer, training, _, epsilon in
            try solution(input, layer, training, 1, epsilon)
        },
        call.misconception(
            "the running variance is divided by n", check: "running statistics",
            hints: Hints(
                question: "Is a sample as wide as what it was drawn from?",
                concept: "A little narrower: its own mean lies too near. n / (n - 1) makes up for "
                    + "it.",
                step: "momentum * variance * n / (n - 1), with n = batch * height * width.")
        ) { input, layer, training, momentum, epsilon in
            var result = try solution(input, layer, training, momentum, epsilon)
            guard training else { return result }
            result.runningVariance =
                layer.runningVariance * (1 - momentum) + statistics(of: input).variance * momentum
            return result
        },
        call.misconception(
            "the running statistics move at inference", check: "inference",
            hints: Hints(
                question: "A network examines a hundred patients. Should it be another one "
                    + "afterwards?",
                concept: "No: what is measured on test patients must not change the network.",
                step: "Return runningMean and runningVariance as they came unless training.")
        ) { input, layer, training, momentum, epsilon in
            let output = try solution(input, layer, training, momentum, epsilon).output
            return try solution(input, layer, true, momentum, epsilon, output: output)
        },
    ]

    static let normalizationAlternatives = [
        call.answer("number by number, each channel for itself") {
            input, layer, training, momentum, epsilon in
            // The variance is the mean of the squares less the square of the mean.
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
    ]
}

private typealias Statistics = (mean: Tensor<Double>, variance: Tensor<Double>)

private func statistics(
    of input: Tensor<Double>, axes: [Int] = [0, 1, 2], keepingAxes: Bool = false
) -> Statistics {
    let centered = input - input.mean(axes: axes, keepingAxes: true)
    return (
        input.mean(axes: axes, keepingAxes: keepingAxes),
        (centered * centered).mean(axes: axes, keepingAxes: keepingAxes)
    )
}

/// The statistics that are right for what the layer is doing.
private func used(
    _ input: Tensor<Double>, _ layer: NormalizationLayer, _ training: Bool
) -> Statistics {
    training ? statistics(of: input) : (layer.runningMean, layer.runningVariance)
}

private func normalized(
    _ input: Tensor<Double>, _ statistics: Statistics, _ layer: NormalizationLayer,
    _ epsilon: Double
) -> Tensor<Double> {
    (input - statistics.mean) / (statistics.variance + epsilon).squareRoot() * layer.scale
        + layer.shift
}

/// The solution's answer, with another output if one is given.
private func solution(
    _ input: Tensor<Double>, _ layer: NormalizationLayer, _ training: Bool, _ momentum: Double,
    _ epsilon: Double, output: Tensor<Double>? = nil
) throws -> NormalizedBatch {
    var batch = try ConvolutionalNetworkSolution.batchNormalization(
        input, layer: layer, training: training, momentum: momentum, epsilon: epsilon)
    if let output { batch.output = output }
    return batch
}
