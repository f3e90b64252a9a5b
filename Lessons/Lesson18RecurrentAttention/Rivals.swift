import DeepTeaching

/// A network that sees the whole picture at once, with about as many parameters as a model that looks.
struct Rival: Sendable {
    /// What the network is made of.
    enum Kind: Sendable {
        case dense, convolutional
    }

    let kind: Kind

    /// The width and the height of the pictures.
    let side: Int

    /// How many parameters it may have.
    let parameters: Int

    /// A new network.
    func network(using generator: inout SeededGenerator) -> Sequential<Float> {
        switch kind {
        case .dense:
            let inputs = side * side
            return head(inputs: inputs, of: [Flattening()], using: &generator)
        case .convolutional:
            let first = ConvolutionBlock<Float>(
                inputs: 1, outputs: 16, kernel: 5, isNormalized: false, using: &generator)
            let second = ConvolutionBlock<Float>(
                inputs: 16, outputs: 32, kernel: 5, isNormalized: false, using: &generator)
            let width = ((side - 4) / 2 - 4) / 2
            return head(
                inputs: width * width * 32, of: [first, second, Flattening()], using: &generator)
        }
    }

    /// A hidden layer that spends what is left, and ten classes.
    private func head(
        inputs: Int, of layers: [any Layer<Float>], using generator: inout SeededGenerator
    ) -> Sequential<Float> {
        let spent = layers.reduce(0) { $0 + $1.parameterCount }
        let hidden = max(1, (parameters - spent) / (inputs + 11))
        return Sequential(
            layers + [
                Dense(inputs: inputs, outputs: hidden, activation: .relu, using: &generator),
                Dense(inputs: hidden, outputs: 10, using: &generator),
            ])
    }

    /// Trains a new network as long as a model that looks, and returns its error on other pictures.
    func error(
        _ parts: (training: DigitPictures, test: DigitPictures), size: Int,
        settings: TrainingSettings, steps: Int, seed: UInt64, report: (Double) throws -> Void
    ) throws -> Double {
        var generator = SeededGenerator(seed: seed, stream: "rival")
        let training = parts.training
        let batches = Batches(
            of: training.pictures, training.labels, size: size, seed: seed, last: .dropped)
        var run = TrainingRun(
            network(using: &generator), Adam(learningRate: 0.001), settings: settings)
        let all = (0...steps / batches.count).lazy.flatMap { batches.epoch($0) }.prefix(steps)
        try run.train(
            batches: { _ in all },
            loss: { network, batch, pass in
                softmaxCrossEntropy(
                    logits: network(Variable(channelled(batch.samples)), in: pass),
                    labels: batch.targets)
            },
            report: { event in
                guard case .step(let progress) = event else { return }
                try report(Double(progress.step + 1) / Double(steps))
            })
        var wrong = 0
        let test = parts.test
        for start in stride(from: 0, to: test.labels.count, by: 250) {
            let range = start..<min(start + 250, test.labels.count)
            let answers = run.model(channelled(test.pictures.slice(range))).argmax()
            wrong += zip(answers, test.labels[range]).count { $0 != $1 }
        }
        return Double(wrong) / Double(test.labels.count)
    }

    /// `[count, side, side]` to `[count, side, side, 1]`.
    private func channelled(_ pictures: Tensor<Float>) -> Tensor<Float> {
        pictures.insertingAxis(at: -1)
    }
}

/// `[batch, ...]` to `[batch, rest]`.
struct Flattening: ParameterFreeLayer {
    typealias Scalar = Float

    func callAsFunction(_ input: Variable<Float>, in pass: Pass) -> Variable<Float> {
        input.flattened()
    }
}
