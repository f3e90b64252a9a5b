import XCTest

@testable import DeepTeaching

/// Layers and losses, and their gradients, against PyTorch, in both kinds of numbers.
final class LayerReferenceTests: XCTestCase {
    private func normalizations<Scalar>() -> [String: ReferenceOperation<Scalar>] {
        [
            "batchNormalization": { x, _ in
                var layer = BatchNormalization<Scalar>(features: x[1].value.count)
                (layer.scale, layer.shift) = (x[1], x[2])
                return layer(x[0], in: .training(seed: 0))
            },
            "layerNormalization": { x, _ in
                var layer = LayerNormalization<Scalar>(features: x[1].value.count)
                (layer.scale, layer.shift) = (x[1], x[2])
                return layer(x[0], in: .inference)
            },
            "embedding": { x, options in
                var layer = Embedding<Scalar>(table: x[0].value)
                layer.table = x[0]
                return layer(options["indices"]!)
            },
            "residual": { x, _ in residual(x, stride: 1) },
            "residual projected": { x, _ in residual(x, stride: 2) },
        ]
    }

    private func recurrent<Scalar>() -> [String: ReferenceOperation<Scalar>] {
        [
            "recurrent": { x, _ in Recurrent(weights: weights(x[1...]))(x[0], in: .inference) },
            "gru": { x, _ in GRU(weights: weights(x[1...]))(x[0], in: .inference) },
            "lstm": { x, _ in LSTM(weights: weights(x[1...]))(x[0], in: .inference) },
            "bidirectional recurrent": { x, _ in
                both(x) { Recurrent(weights: $0) }
            },
            "bidirectional gru": { x, _ in both(x) { GRU(weights: $0) } },
            "bidirectional lstm": { x, _ in both(x) { LSTM(weights: $0) } },
        ]
    }

    private func losses<Scalar>() -> [String: ReferenceOperation<Scalar>] {
        let classWeights: [Scalar] = [0.5, 2, 1.25]
        return [
            "softmaxCrossEntropy": { x, options in
                softmaxCrossEntropy(logits: x[0], labels: options["labels"]!)
            },
            "softmaxCrossEntropy weighted": { x, options in
                softmaxCrossEntropy(
                    logits: x[0], labels: options["labels"]!, weights: classWeights)
            },
            "softmaxCrossEntropy smoothed": { x, options in
                softmaxCrossEntropy(
                    logits: x[0], labels: options["labels"]!, labelSmoothing: 0.1)
            },
            "softmaxCrossEntropy weighted smoothed": { x, options in
                softmaxCrossEntropy(
                    logits: x[0], labels: options["labels"]!, weights: classWeights,
                    labelSmoothing: 0.1)
            },
            "meanSquaredError": { x, _ in meanSquaredError(predictions: x[0], targets: x[1].value)
            },
            "binaryCrossEntropy": { x, _ in
                binaryCrossEntropy(logits: x[0], targets: x[1].value)
            },
            "binaryCrossEntropy weighted": { x, _ in
                binaryCrossEntropy(logits: x[0], targets: x[1].value, positiveWeight: 2.5)
            },
            "focalLoss": { x, _ in focalLoss(logits: x[0], targets: x[1].value) },
            "diceLoss": { x, _ in diceLoss(probabilities: x[0], targets: x[1].value) },
        ]
    }

    private func check<Scalar: TensorScalar>(_: Scalar.Type, tolerance: Double) throws {
        let operations: [String: ReferenceOperation<Scalar>] =
            normalizations().merging(recurrent()) { $1 }.merging(losses()) { $1 }
        let cases = try reference("layers", as: ReferenceValues.self).cases
        checkCases(cases, operations, tolerance: tolerance)
    }

    func testDouble() throws { try check(Double.self, tolerance: 1e-10) }

    func testFloat() throws { try check(Float.self, tolerance: 1e-5) }
}

private func weights<Scalar>(_ x: ArraySlice<Variable<Scalar>>) -> RecurrentWeights<Scalar> {
    let x = Array(x)
    var weights = RecurrentWeights(
        input: x[0].value, recurrent: x[1].value, inputBias: x[2].value, recurrentBias: x[3].value)
    (weights.input, weights.recurrent) = (x[0], x[1])
    (weights.inputBias, weights.recurrentBias) = (x[2], x[3])
    return weights
}

private func both<Scalar, Inner: Layer<Scalar>>(
    _ x: [Variable<Scalar>], _ make: (RecurrentWeights<Scalar>) -> Inner
) -> Variable<Scalar> {
    Bidirectional(forward: make(weights(x[1...4])), backward: make(weights(x[5...8])))(
        x[0], in: .inference)
}

private func residual<Scalar>(_ x: [Variable<Scalar>], stride: Int) -> Variable<Scalar> {
    var generator = SeededGenerator(seed: 0)
    var block = ResidualBlock<Scalar>(
        inputs: x[1].shape[2], outputs: x[1].shape[3], stride: stride, using: &generator)
    var next = 1
    block.forEachParameter { _, parameter in
        XCTAssertEqual(parameter.shape, x[next].shape)
        parameter = x[next]
        next += 1
    }
    XCTAssertEqual(next, x.count)
    return block(x[0], in: .training(seed: 0))
}
