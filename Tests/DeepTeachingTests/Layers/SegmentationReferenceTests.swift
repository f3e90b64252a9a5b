import XCTest

@testable import DeepTeaching

/// Networks that answer for each pixel, and recurrent steps from a given state, against PyTorch, in both
/// kinds of numbers.
final class SegmentationReferenceTests: XCTestCase {
    private struct Values: Decodable {
        let cases: [ReferenceValues.Case]
    }

    private func operations<Scalar>() -> [String: ReferenceOperation<Scalar>] {
        [
            "gru steps": { x, _ in
                let layer = GRU(weights: recurrentWeights(x[3...]))
                return layer.next(x[1], after: layer.next(x[0], after: x[2]))
            },
            "lstm steps": { x, _ in
                let layer = LSTM(weights: recurrentWeights(x[4...]))
                let first = layer.next(x[0], after: .init(output: x[2], cell: x[3]))
                let second = layer.next(x[1], after: first)
                return .concatenated([second.output, second.cell], axis: 1)
            },
            "blocks": { x, options in
                x[0].transposedConvolved(
                    weights: x[1], bias: x[2], stride: options["stride"]![0])
            },
            "unet": { x, options in
                var generator = SeededGenerator(seed: 0)
                let network = UNet<Scalar>(
                    inputs: 3, channels: options["channels"]!, classes: 2, using: &generator)
                return with(network, x.dropFirst())(x[0], in: .inference)
            },
            "sweep": { x, options in
                var generator = SeededGenerator(seed: 0)
                let sweep = RowColumnSweep<Scalar>(
                    inputs: x[0].shape[3], hidden: options["hidden"]![0],
                    patch: options["patch"]![0], using: &generator)
                return with(sweep, x.dropFirst())(x[0], in: .inference)
            },
        ]
    }

    private func check<Scalar: TensorScalar>(_: Scalar.Type, tolerance: Double) throws {
        let operations: [String: ReferenceOperation<Scalar>] = operations()
        let cases = try reference("segmentation", as: Values.self).cases
        checkCases(cases, operations, tolerance: tolerance)
    }

    func testDouble() throws { try check(Double.self, tolerance: 1e-10) }

    func testFloat() throws { try check(Float.self, tolerance: 1e-5) }
}

/// A layer with other parameters, in the order in which they are visited.
private func with<Model: Layer>(
    _ layer: Model, _ parameters: ArraySlice<Variable<Model.Scalar>>
) -> Model {
    var layer = layer
    var rest = parameters
    layer.forEachParameter { name, parameter in
        XCTAssertEqual(parameter.shape, rest.first?.shape, name)
        if let next = rest.popFirst() { parameter = next }
    }
    XCTAssertTrue(rest.isEmpty)
    return layer
}

private func recurrentWeights<Scalar>(
    _ x: ArraySlice<Variable<Scalar>>
) -> RecurrentWeights<Scalar> {
    let x = Array(x)
    var weights = RecurrentWeights(
        input: x[0].value, recurrent: x[1].value, inputBias: x[2].value, recurrentBias: x[3].value)
    (weights.input, weights.recurrent) = (x[0], x[1])
    (weights.inputBias, weights.recurrentBias) = (x[2], x[3])
    return weights
}
