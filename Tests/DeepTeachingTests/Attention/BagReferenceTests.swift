import XCTest

@testable import DeepTeaching

/// Pooling over bags, the entropy of attention, and their gradients, against PyTorch.
final class BagReferenceTests: XCTestCase {
    private func operations<Scalar>() -> [String: ReferenceOperation<Scalar>] {
        [
            "mean": { x, options in joined(MeanPooling(), x[0], options) },
            "maximum": { x, options in joined(MaxPooling(), x[0], options) },
            "attention": { x, options in
                var pooling = AttentionPooling(
                    projection: dense(x[1], x[2], .hyperbolicTangent), direction: x[3].value)
                pooling.direction = x[3]
                return joined(pooling, x[0], options)
            },
            "gated attention": { x, options in
                var pooling = GatedAttentionPooling(
                    projection: dense(x[1], x[2], .hyperbolicTangent),
                    gate: dense(x[3], x[4], .sigmoid), direction: x[5].value)
                pooling.direction = x[5]
                return joined(pooling, x[0], options)
            },
            "entropy": { x, _ in attentionEntropy(x[0].softmax()) },
            "tissue": { x, options in
                let tissue = Tensor(options["tissue"]!.map { Scalar($0) }, shape: x[0].shape)
                // None of the reference slides is all background.
                return try! tissueAttention(scores: x[0], tissue: tissue)
            },
        ]
    }

    private func check<Scalar: TensorScalar>(_: Scalar.Type, tolerance: Double) throws {
        let operations: [String: ReferenceOperation<Scalar>] = operations()
        let cases = try reference("bags", as: ReferenceValues.self).cases
        checkCases(cases, operations, tolerance: tolerance)
    }

    func testDouble() throws { try check(Double.self, tolerance: 1e-10) }

    func testFloat() throws { try check(Float.self, tolerance: 1e-5) }
}

/// The pooled bags with the weights behind them.
private func joined<Scalar>(
    _ pooling: some BagPooling<Scalar>, _ h: Variable<Scalar>, _ options: [String: [Int]]
) -> Variable<Scalar> {
    let pooled = pooling(h, lengths: options["lengths"]!, in: .inference)
    return .concatenated([pooled.bags.reshaped([-1]), pooled.weights])
}

private func dense<Scalar>(
    _ weights: Variable<Scalar>, _ bias: Variable<Scalar>, _ activation: Activation
) -> Dense<Scalar> {
    var layer = Dense(weights: weights.value, bias: bias.value, activation: activation)
    (layer.weights, layer.bias) = (weights, bias)
    return layer
}
