import DeepTeaching

/// A network that sees nothing but the overview: does it give the answer away?
struct OverviewNetwork: Parameterized, Sendable {
    var first: Convolution2D<Float>
    var second: Convolution2D<Float>
    var third: Convolution2D<Float>
    var output: Dense<Float>

    init(using generator: inout SeededGenerator) {
        first = Convolution2D(
            inputs: 1, outputs: 16, kernel: 3, padding: 1, activation: .relu, using: &generator)
        second = Convolution2D(
            inputs: 16, outputs: 32, kernel: 3, stride: 2, padding: 1, activation: .relu,
            using: &generator)
        third = Convolution2D(
            inputs: 32, outputs: 32, kernel: 3, padding: 1, activation: .relu, using: &generator)
        output = Dense(inputs: 64, outputs: 1, using: &generator)
    }

    mutating func visit(with visitor: ModelVisitor<Float>) {
        visitor("first", &first)
        visitor("second", &second)
        visitor("third", &third)
        visitor("output", &output)
    }

    /// One logit for each overview, from mean and maximum of the last maps.
    func callAsFunction(_ overview: Variable<Float>, in pass: Pass) -> Variable<Float> {
        let maps = third(second(first((overview - 0.15) * 8, in: pass), in: pass), in: pass)
        return output(
            .concatenated([maps.mean(axes: [1, 2]), maps.maximum(axes: [1, 2])], axis: 1),
            in: pass)
    }

    /// The area under the ROC curve on other slides, after so many steps.
    ///
    /// - Throws: `EvaluationError` if all slides are of one class.
    static func area(_ cohorts: Cohorts, steps: Int, seed: UInt64) throws -> Double {
        var generator = SeededGenerator(seed: seed, stream: "overviews")
        var network = OverviewNetwork(using: &generator)
        var adam = Adam<Float>(learningRate: 0.003)
        let training = cohorts.training
        for step in 0..<steps {
            let chosen = (0..<SlideTraining.batch).map { _ in
                generator.index(below: training.slides.count)
            }
            let gradients = gradients(of: network) { network in
                let logits = network(
                    Variable(training.overviews(of: chosen)),
                    in: .training(seed: UInt64(step)))
                return binaryCrossEntropy(logits: logits, targets: training.labels(of: chosen))
            }.gradients
            adam.update(&network, along: gradients.clipped(toNorm: 5))
        }
        let test = cohorts.test
        let logits = network(
            Variable(test.overviews(of: Array(test.slides.indices))), in: .inference)
        return try ROCCurve(
            scores: logits.value.elements.map { Double($0) }, labels: test.slides.map(\.isTumor)
        ).area
    }
}
