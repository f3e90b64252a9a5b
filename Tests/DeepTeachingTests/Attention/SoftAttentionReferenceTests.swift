import XCTest

@testable import DeepTeaching

/// Soft attention and its gradients against PyTorch, in both kinds of numbers.
final class SoftAttentionReferenceTests: XCTestCase {
    private func operations<Scalar>() -> [String: ReferenceOperation<Scalar>] {
        [
            "additiveScores": { x, _ in x[0].additiveScores(state: x[1], weights: x[2]) },
            "maskedSoftmax": { x, options in
                x[0].softmax(where: mask(options, x[0].shape)!)
            },
            "attention": { x, options in attended(x, options, isGated: false) },
            "gated attention": { x, options in attended(x, options, isGated: true) },
            "penalty": { x, _ in doublyStochasticPenalty(x[0], factor: 0.5) },
            "classifier": { x, options in classified(x, options) },
        ]
    }

    private func check<Scalar: TensorScalar>(_: Scalar.Type, tolerance: Double) throws {
        let cases = try reference("soft_attention", as: ReferenceValues.self).cases
        let operations: [String: ReferenceOperation<Scalar>] = operations()
        checkCases(cases, operations, tolerance: tolerance)
    }

    func testDouble() throws { try check(Double.self, tolerance: 1e-10) }

    func testFloat() throws { try check(Float.self, tolerance: 1e-5) }
}

private func mask<Scalar>(_ options: [String: [Int]], _ shape: [Int]) -> Tensor<Scalar>? {
    guard let mask = options["mask"], !mask.isEmpty else { return nil }
    return Tensor(mask.map { Scalar($0) }, shape: Array(shape[..<2]))
}

private func grid<Scalar>(
    _ annotations: Variable<Scalar>, _ options: [String: [Int]]
) -> AnnotationGrid<Scalar> {
    do {
        return try AnnotationGrid(annotations, where: mask(options, annotations.shape))
    } catch { fatalError("\(error)") }
}

/// Attention whose parameters are these variables.
private func attention<Scalar>(
    _ x: ArraySlice<Variable<Scalar>>, isGated: Bool
) -> SoftAttention<Scalar> {
    let x = Array(x)
    var attention = SoftAttention(
        annotations: Dense(weights: x[0].value, bias: x[1].value), state: x[2].value,
        scores: x[3].value, gate: isGated ? Dense(weights: x[4].value, bias: x[5].value) : nil)
    set(&attention, to: x)
    return attention
}

/// Puts variables in the place of a model's parameters.
private func set<Model: Parameterized>(_ model: inout Model, to values: [Variable<Model.Scalar>]) {
    var next = 0
    model.forEachParameter { _, parameter in
        XCTAssertEqual(parameter.shape, values[next].shape)
        parameter = values[next]
        next += 1
    }
    XCTAssertEqual(next, values.count)
}

private func attended<Scalar>(
    _ x: [Variable<Scalar>], _ options: [String: [Int]], isGated: Bool
) -> Variable<Scalar> {
    let attention = attention(x[2...], isGated: isGated)
    let attended = attention(attention.prepared(grid(x[0], options)), after: x[1])
    return .concatenated([attended.context, attended.weights], axis: 1)
}

private func classified<Scalar>(
    _ x: [Variable<Scalar>], _ options: [String: [Int]]
) -> Variable<Scalar> {
    var generator = SeededGenerator(seed: 0)
    var network = SoftAttentionClassifier<Scalar>(
        features: 3, hidden: 4, width: 5, classes: 2, steps: 3, isGated: true, using: &generator)
    set(&network, to: Array(x[1...]))
    return network(grid(x[0], options)).logits
}
