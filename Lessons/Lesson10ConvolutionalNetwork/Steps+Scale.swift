import CourseKit
import Curriculum
import DeepTeaching
import LessonSlides

/// Batch normalisation, and the training of the network.
extension ConvolutionCourse {
    func showScale(_ data: PatchData) throws -> PatchClassifier<Float> {
        try lesson.step("scale") { step in
            let network = try train(data, step)
            let usual = PatchScores(network, data.known)
            step.number("runningAccuracy", usual.accuracy, .percent(1))
            let byBatch = accuracyByBatch(network, data.known)
            step.number("wrongBatchAccuracy", byBatch, .percent(1))
            step.choose(
                "batch", byBatch < 0.65 ? "coin" : byBatch < usual.accuracy ? "worse" : "good")
            try compareOwnNormalization(network, data, step)
            return network
        }
    }

    private func train(_ data: PatchData, _ step: LessonStep) throws -> PatchClassifier<Float> {
        var (network, plain) = (network(), network(isNormalized: false))
        let losses = try lesson.progress("Training a convolutional network") { report in
            try Self.training.fit(&network, to: data.training, seed: lesson.seed) {
                report(Double($0.step + 1) / Double($1))
            }
        }
        let early = min(200, losses.count)
        let plainLosses = try lesson.progress("The same without normalisation") { report in
            try Self.training.fit(
                &plain, to: data.training, seed: lesson.seed, steps: early
            ) { report(Double($0.step + 1) / Double($1)) }
        }
        step.number("earlySteps", early)
        step.plot(
            "normalization",
            [
                Plot.Curve("with", smoothing: losses.prefix(early)),
                Plot.Curve("without", smoothing: plainLosses),
            ])
        let (first, last, plainLast) = (
            plainLosses.prefix(20).mean, losses.prefix(early).suffix(20).mean,
            plainLosses.suffix(20).mean
        )
        step.choose("plain", plainLast < 0.9 * first ? "falls" : "rests")
        step.choose("normalized", last < 0.9 * losses.prefix(20).mean ? "falls" : "rests")
        step.choose(
            "effect", last < 0.9 * plainLast ? "helps" : last > plainLast ? "harms" : "alike")
        step.number("lossNormalized", last, .decimals(2))
        step.number("lossPlain", plainLast, .decimals(2))
        showDeviations(of: plain, data, step)
        step.number("allSteps", losses.count)
        step.number("lossAtTheEnd", losses.suffix(20).mean, .decimals(2))
        return network
    }

    /// How widely the channels of the second layer are spread in the network without normalisation.
    private func showDeviations(
        of network: PatchClassifier<Float>, _ data: PatchData, _ step: LessonStep
    ) {
        let images = Tensor<Float>(images: data.known.prefix(64).map { $0.moved() })
        let channels = network.second.convolution(network.first(images))
        let deviations = channels.variance(axes: [0, 1, 2]).squareRoot().elements
        step.number("narrowestChannel", deviations.min() ?? .nan, .decimals(2))
        step.number("widestChannel", deviations.max() ?? .nan, .decimals(2))
    }

    /// A network that has not learnt yet; for each run other weights, always the same ones.
    func network(run: Int = 0, isNormalized: Bool = true) -> PatchClassifier<Float> {
        var generator = SeededGenerator(
            seed: lesson.seed &+ UInt64(run), stream: "convolutional weights")
        return PatchClassifier(
            side: source.grid.side, isNormalized: isNormalized, using: &generator)
    }

    /// The accuracy if every batch is normalised by itself, first the tumour, then the rest.
    private func accuracyByBatch(
        _ network: PatchClassifier<Float>, _ patches: [WidePatch]
    ) -> Double {
        let batches = [true, false].flatMap { isTumor in
            let part = patches.filter { $0.isTumor == isTumor }
            return stride(from: 0, to: part.count, by: 16).map {
                Array(part[$0..<min($0 + 16, part.count)])
            }
        }
        let right = batches.map { batch in
            let images = Variable(Tensor<Float>(images: batch.map { $0.moved() }))
            // listing: ConvolutionCourse.batchStatistics
            // Inference would be network(images, in: .inference).
            let logits = network(images, in: .training(seed: 0)).value
            // end listing
            let scores = PatchScores(logits: logits, isTumor: batch.map(\.isTumor))
            return scores.accuracy * Double(batch.count)
        }
        return right.reduce(0, +) / Double(max(1, patches.count))
    }

    private func compareOwnNormalization(
        _ network: PatchClassifier<Float>, _ data: PatchData, _ step: LessonStep
    ) throws {
        guard let layer = network.first.normalization else { return }
        let input = network.first.convolution(Tensor(images: [data.known[0].moved()]))
        let known = NormalizationLayer(
            scale: layer.scale.value.inDouble, shift: layer.shift.value.inDouble,
            runningMean: layer.runningMean.inDouble,
            runningVariance: layer.runningVariance.inDouble)
        let isTraining = false
        try step.compare(
            mine, ConvolutionalNetworkCalls.batchNormalization, input.inDouble, known, isTraining,
            layer.momentum, layer.epsilon, with: layer(input).inDouble, part: \.output)
    }
}

extension Collection<Double> {
    /// The mean; not a number if there is nothing.
    fileprivate var mean: Double { reduce(0, +) / Double(count) }
}
