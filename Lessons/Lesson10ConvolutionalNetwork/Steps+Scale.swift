import CourseKit
import Curriculum
import DeepTeaching

/// Step 6: batch normalisation, and the training of the network.
extension ConvolutionCourse {
    func showScale(_ data: PatchData) throws -> ConvolutionalNetwork {
        try lesson.step("One scale for every channel") { step in
            step.words(
                """
                Stack three such layers and train: the first channel may live around 0.1, the second \
                around 40, and with every step of the training all of them move. The next layer \
                aims at a moving target. *Batch normalisation* [IOF15] gives each channel mean 0 and \
                variance 1 over the patches of the batch, then two learnt numbers of its own.
                """)
            step.equation(
                "Y_c = γ_c (X_c - μ_c) / sqrt(σ_c^2 + ε) + β_c",
                where: [
                    "X_c": "channel c at all places of all images of the batch",
                    "μ_c, σ_c^2":
                        "its mean and variance, while learning; at inference running means",
                    "γ_c, β_c": "scale and shift, learnt", "ε": "a small number against 0 / 0",
                ])
            step.code(
                """
                let mean = input.mean(axes: [0, 1, 2])              // one number a channel
                let variance = ((input - mean) * (input - mean)).mean(axes: [0, 1, 2])
                runningMean = runningMean * (1 - momentum) + mean * momentum
                output = (input - mean) / (variance + epsilon).squareRoot() * scale + shift
                """,
                caption: "While learning. At inference the running statistics take their place.")
            step.question(
                "The same network, with and without: after 200 steps, which loss is lower?",
                choices: ["with", "without", "the same"])
            let network = try train(data, step)
            step.words(
                """
                At inference the statistics of the batch are forbidden. A slide is read patch by \
                patch, so a batch is a piece of one slide: all tumour, or all normal. Normalised by \
                itself, a batch of tumour has mean 0, like everything else, and what was special \
                about it is gone.
                """)
            let usual = PatchScores(network, data.known)
            step.number(
                "runningAccuracy", usual.accuracy, "Accuracy with running statistics",
                format: .percent(1))
            step.number(
                "wrongBatchAccuracy", accuracyByBatch(network, data.known),
                "Wrong way: with statistics of batches that hold one class", format: .percent(1))
            try compareOwnNormalization(network, data, step)
            step.words(
                "Exercise: `batchNormalization` in \(LessonOutline.convolutionalNetwork.exercisesPath)."
            )
            step.glossary("batch normalisation", "each channel of a batch brought to one scale")
            step.reference(
                "IOF15",
                "IOFFE, Sergey and SZEGEDY, Christian. Batch normalization: accelerating deep "
                    + "network training by reducing internal covariate shift. In: ICML, 2015.")
            return network
        }
    }

    private func train(_ data: PatchData, _ step: StepWriter) throws -> ConvolutionalNetwork {
        let training = PatchTraining()
        var (network, plain) = (network(), network(isNormalized: false))
        let losses = try lesson.progress("Training a convolutional network") { report in
            try training.fit(&network, to: data.training, seed: lesson.seed, report: report)
        }
        let early = min(200, losses.count)
        let plainLosses = try lesson.progress("The same without normalisation") { report in
            try training.fit(
                &plain, to: data.training, seed: lesson.seed, steps: early, report: report)
        }
        let (with, without) = (losses.prefix(early).smoothed, plainLosses[...].smoothed)
        step.plot(
            Plot(
                name: "normalization", x: "step", y: "loss",
                curves: [
                    Plot.Curve("with", x: with.map(\.step), y: with.map(\.loss)),
                    Plot.Curve("without", x: without.map(\.step), y: without.map(\.loss)),
                ],
                caption: "The first \(early) steps (means of 10).",
                alternative: "Two curves that fall, one with normalisation and one without."))
        let (last, plainLast) = (with.last?.loss ?? .nan, without.last?.loss ?? .nan)
        step.number("lossNormalized", last, "Loss after \(early) steps, with", digits: 2)
        step.number("lossPlain", plainLast, "Loss after \(early) steps, without", digits: 2)
        step.answer(
            last < plainLast
                ? "With normalisation it is lower: the layers need not wait for each other."
                : "Here the plain network has caught up: with so few layers and steps of the right "
                    + "length it can. It does not with ten layers.",
            choice: last < plainLast ? 0 : 1)
        let all = losses[...].smoothed
        step.number(
            "lossAtTheEnd", all.last?.loss ?? .nan, "Loss after all \(losses.count) steps",
            digits: 2)
        return network
    }

    /// A network that has not learnt yet; always the same one.
    func network(isNormalized: Bool = true) -> ConvolutionalNetwork {
        var generator = SeededGenerator(seed: lesson.seed, stream: "convolutional weights")
        return ConvolutionalNetwork(
            side: source.grid.side, isNormalized: isNormalized, using: &generator)
    }

    /// The accuracy if every batch is normalised by itself, first the tumour, then the rest.
    private func accuracyByBatch(
        _ network: ConvolutionalNetwork, _ patches: [WidePatch]
    ) -> Double {
        var right = 0
        for isTumor in [true, false] {
            let part = patches.filter { $0.isTumor == isTumor }.map { $0.moved() }
            for start in stride(from: 0, to: part.count, by: 16) {
                let batch = Tensor(images: Array(part[start..<min(start + 16, part.count)]))
                let logits = network(Variable(batch), in: .training(seed: 0)).value
                let tumor = logits.softmax().elements.enumerated()
                    .filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
                right += tumor.count { ($0 > 0.5) == isTumor }
            }
        }
        return Double(right) / Double(max(1, patches.count))
    }

    private func compareOwnNormalization(
        _ network: ConvolutionalNetwork, _ data: PatchData, _ step: StepWriter
    ) throws {
        guard let layer = network.first.normalization else { return }
        let input = network.first.convolution(Tensor(images: [data.known[0].moved()]))
        let known = NormalizationLayer(
            scale: layer.scale.value.inDouble, shift: layer.shift.value.inDouble,
            runningMean: layer.runningMean.inDouble,
            runningVariance: layer.runningVariance.inDouble)
        let isTraining = false
        try compareMine(
            ConvolutionalNetworkCalls.batchNormalization, input.inDouble, known, isTraining,
            layer.momentum, layer.epsilon,
            with: layer(input).inDouble, step, part: \.output)
    }
}

extension ArraySlice<Double> {
    /// Means of ten at a time, with the step at which each begins.
    fileprivate var smoothed: [(step: Double, loss: Double)] {
        stride(from: startIndex, to: endIndex, by: 10).map { start in
            let part = self[start..<Swift.min(start + 10, endIndex)]
            return (Double(start - startIndex), part.reduce(0, +) / Double(part.count))
        }
    }
}
