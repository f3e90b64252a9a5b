import Curriculum
import DeepTeaching
import Foundation

/// Wrong answers to lessons 1 and 9 as beginners write them, none of which the graders know by name.
enum FreshWrongTensors {
    /// Adds the later lengths where they must be multiplied.
    static let addedLengths = TensorsCalls.rowMajorStrides.answer("lengths added") { shape in
        shape.indices.map { max(1, shape[($0 + 1)...].reduce(0, +)) }
    }

    /// Leaves axes of length 1 out of the result.
    static let onesLeftOut = TensorsCalls.broadcastShape.answer("ones left out") { a, b in
        DeepTeaching.broadcastShape(a, b)?.filter { $0 != 1 }
    }

    /// A single number comes back with an axis of length 1.
    static let numberWithAnAxis = TensorsCalls.unbroadcast.answer("a number with an axis") {
        gradient, shape in
        let missing = gradient.rank - shape.count
        let axes = gradient.shape.indices.filter {
            $0 < missing || shape[$0 - missing] != gradient.shape[$0]
        }
        return gradient.sum(axes: axes).reshaped(shape.isEmpty ? [1] : shape)
    }

    /// Subtracts the smallest number, so that numbers far above it still overflow.
    static let smallestSubtracted = TensorsCalls.softmax.answer("the smallest subtracted") {
        logits, axis in
        let smallest = logits.minimum(axes: [axis], keepingAxes: true)
        let exponentials = (logits - smallest).exponential()
        return exponentials / exponentials.sum(axes: [axis], keepingAxes: true)
    }

    /// Adds the two largest exponentials only.
    static let twoLargestOnly = TensorsCalls.logSumExp.answer("the two largest only") { values in
        let largest = values.sorted(by: >).prefix(2).filter { $0 > -.infinity }
        guard let first = largest.first else { return -.infinity }
        return first + log(largest.reduce(0) { $0 + exp($1 - first) })
    }

    /// The mean absolute difference from the mean.
    static let absoluteDifferences = TensorsCalls.channelMeanAndDeviation.answer(
        "absolute differences"
    ) { images in
        let pixels = Tensor.concatenated(
            images.map { $0.reshaped([$0.shape[0] * $0.shape[1], $0.shape[2]]) })
        let mean = pixels.mean(axes: [0])
        return ChannelStatistics(
            mean: mean.elements,
            deviation: (pixels - mean).absolute().mean(axes: [0]).elements)
    }

    /// Columns of the first meet columns of the second.
    static let columnsMeetColumns = TensorsCalls.matrixProduct.answer("columns meet columns") {
        a, b in
        a.shape[0] == a.shape[1]
            ? a.matrixProduct(b, transposingFirst: true) : a.matrixProduct(b)
    }

    static let minusOneToOne = NeuralNetworkCalls.flattenPatches.answer(
        "black becomes -1, white 1"
    ) { patches in
        Tensor(
            patches.flatMap { $0.pixels.map { Double($0) / 127.5 - 1 } },
            shape: [patches.count, patches[0].pixels.count])
    }

    static let measuredDeviation = NeuralNetworkCalls.heInitialization.answer(
        "makes the deviation of these very draws right, not the expected one"
    ) { inputs, outputs, draws in
        let draws = Tensor<Double>(draws, shape: [inputs, outputs])
        let measured = (draws * draws).mean().squareRoot()
        return draws / measured * (2 / Double(inputs)).squareRoot()
    }

    static let weightedScores = NeuralNetworkCalls.weightedCrossEntropy.answer(
        "multiplies the score, not the loss, by the weight"
    ) { logits, labels, weights in
        let shares = (logits * Tensor(weights, shape: [weights.count])).logSoftmax()
        let losses = labels.enumerated().map { -shares[$0, $1] }
        return losses.reduce(0, +) / Double(labels.count)
    }

    static let shareOfThisDraw = NeuralNetworkCalls.dropout.answer(
        "enlarges by the share that was kept in this draw, not by the expected one"
    ) { values, probability, draws, isTraining in
        guard isTraining else { return values }
        let mask = Tensor(draws.map { $0 < probability ? 0.0 : 1 }, shape: values.shape)
        return values * mask / mask.mean()
    }

    static let belowTheMean = NeuralNetworkCalls.earlyStopping.answer(
        "an epoch is better if it lies below the mean of all before"
    ) { _, validationLosses, patience in
        var (best, waited) = (0, 0)
        for (epoch, loss) in validationLosses.enumerated() {
            let before = validationLosses[..<epoch].reduce(0, +) / Double(max(1, epoch))
            let isBetter = epoch == 0 || loss < before
            if isBetter { best = epoch }
            waited = isBetter ? 0 : waited + 1
            if waited == patience { return TrainingEnd(lastEpoch: epoch, bestEpoch: best) }
        }
        return TrainingEnd(lastEpoch: validationLosses.count - 1, bestEpoch: best)
    }
}
