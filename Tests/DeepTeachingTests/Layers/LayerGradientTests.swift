import XCTest

@testable import DeepTeaching

/// Gradients of layers and losses against central differences in Double, over random shapes.
final class LayerGradientTests: XCTestCase {
    private func check(
        _ layer: some Layer<Double>, _ shape: [Int], _ name: String, line: UInt = #line
    ) {
        var generator = SeededGenerator(seed: 3, stream: "\(name) \(shape)")
        let input = Variable(Tensor<Double>.normal(shape, using: &generator))
        // One pass is one computation: another evaluation is another pass of the same seed.
        func pass() -> Pass { .training(seed: 5) }
        let weights = Variable(
            Tensor<Double>.normal(layer(input, in: pass()).shape, using: &generator))
        let byParameters = gradientCheck(of: layer, step: 1e-6, samples: 16) { layer in
            (layer(input, in: pass()) * weights).sum()
        }
        XCTAssertLessThan(byParameters, 1e-6, "\(name) \(shape), parameters", line: line)
        let byInput = gradientCheck(of: input, step: 1e-6, samples: 16) { input in
            (layer(input, in: pass()) * weights).sum()
        }
        XCTAssertLessThan(byInput, 1e-6, "\(name) \(shape), input", line: line)
    }

    func testLayersOfRandomShapes() {
        for seed in 0..<6 as Range<UInt64> {
            var generator = SeededGenerator(seed: seed)
            func length(_ least: Int = 1) -> Int { least + generator.index(below: 4) }
            let (batch, side, inputs, outputs) = (length(2), length(3), length(), length())
            let images = [batch, side, side + 1, inputs]
            check(
                Dense<Double>(
                    inputs: inputs, outputs: outputs, activation: .gelu, using: &generator),
                [batch, inputs], "dense")
            check(
                Convolution2D<Double>(
                    inputs: inputs * 2, outputs: outputs * 2, kernel: 2, dilation: 2, groups: 2,
                    activation: .softplus, using: &generator),
                [batch, side, side, inputs * 2], "convolution")
            check(
                TransposedConvolution2D<Double>(
                    inputs: inputs, outputs: outputs, kernel: 3, stride: 2, padding: 1,
                    outputPadding: 1, activation: .hyperbolicTangent, using: &generator),
                [1, 2, 3, inputs], "transposed convolution")
            check(BatchNormalization<Double>(features: inputs), images, "batch normalisation")
            check(LayerNormalization<Double>(features: outputs + 1), [batch, outputs + 1], "layer")
            check(MaxPooling2D<Double>(size: 2, stride: 1), images, "maximum pooling")
            check(AveragePooling2D<Double>(size: 3, stride: 2), images, "average pooling")
            check(GlobalPooling2D<Double>(.average), images, "global average")
            check(GlobalPooling2D<Double>(.maximum), images, "global maximum")
            check(Dropout<Double>(probability: 0.4), images, "dropout")
            check(ActivationLayer<Double>(.leakyRelu), images, "activation")
            check(Flatten<Double>(), images, "flatten")
        }
    }

    func testRecurrentLayersOfRandomShapes() {
        for seed in 0..<4 as Range<UInt64> {
            var generator = SeededGenerator(seed: seed)
            func length() -> Int { 1 + generator.index(below: 4) }
            let (batch, time, inputs, hidden) = (length(), length(), length(), length())
            let shape = [batch, time, inputs]
            check(
                Recurrent<Double>(inputs: inputs, hidden: hidden, using: &generator), shape,
                "recurrent")
            check(GRU<Double>(inputs: inputs, hidden: hidden, using: &generator), shape, "GRU")
            let lstm = LSTM<Double>(inputs: inputs, hidden: hidden, using: &generator)
            check(lstm, shape, "LSTM")
            check(Bidirectional(forward: lstm, backward: lstm), shape, "bidirectional")
        }
    }

    func testResidualBlocks() {
        var generator = SeededGenerator(seed: 1)
        check(
            ResidualBlock<Double>(inputs: 2, outputs: 2, using: &generator), [2, 3, 4, 2],
            "residual")
        check(
            ResidualBlock<Double>(inputs: 2, outputs: 3, stride: 2, using: &generator),
            [2, 4, 5, 2], "projected")
    }

    func testLossesOfRandomShapes() {
        for seed in 0..<5 as Range<UInt64> {
            var generator = SeededGenerator(seed: seed)
            let shape = (0..<3).map { _ in 1 + generator.index(below: 4) }
            let x = Variable(Tensor<Double>.normal(shape, using: &generator) * 3)
            let targets = Tensor<Double>.bernoulli(shape, probability: 0.5, using: &generator)
            let losses: [String: (Variable<Double>) -> Variable<Double>] = [
                "squares": { meanSquaredError(predictions: $0, targets: targets) },
                "binary": { binaryCrossEntropy(logits: $0, targets: targets, positiveWeight: 3) },
                "focal": { focalLoss(logits: $0, targets: targets, gamma: 1.5) },
                "balanced": { focalLoss(logits: $0, targets: targets, gamma: 0) },
                "dice": { diceLoss(probabilities: $0.sigmoid(), targets: targets) },
                "entropy": {
                    let labels = (0..<shape[0] * shape[1]).map { $0 % shape[2] }
                    return softmaxCrossEntropy(
                        logits: $0.reshaped([-1, shape[2]]), labels: labels, labelSmoothing: 0.2)
                },
            ]
            for (name, loss) in losses {
                XCTAssertLessThan(gradientCheck(of: x, step: 1e-6, at: loss), 1e-6, name)
            }
        }
    }
}
