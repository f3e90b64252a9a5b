import XCTest

@testable import DeepTeaching

/// Each operation and its gradients against PyTorch, in both kinds of numbers.
final class OperationReferenceTests: XCTestCase {
    private typealias Operation<Scalar: TensorScalar> = ReferenceOperation<Scalar>

    private func functions<Scalar>() -> [String: Operation<Scalar>] {
        [
            "exponential": { x, _ in x[0].exponential() },
            "logarithm": { x, _ in x[0].logarithm() },
            "squareRoot": { x, _ in x[0].squareRoot() },
            "hyperbolicTangent": { x, _ in x[0].hyperbolicTangent() },
            "sigmoid": { x, _ in x[0].sigmoid() },
            "relu": { x, _ in x[0].relu() },
            "negation": { x, _ in -x[0] },
            "absolute": { x, _ in x[0].absolute() },
            "power": { x, _ in x[0].power(2.5) },
            "leakyRelu": { x, _ in x[0].leakyRelu(slope: 0.2) },
            "softplus": { x, _ in x[0].softplus() },
            "gelu": { x, _ in x[0].gelu() },
            "clamped": { x, _ in x[0].clamped(lowerBound: -0.5, upperBound: 0.75) },
            "softmax": { x, _ in x[0].softmax() },
            "logSoftmax": { x, _ in x[0].logSoftmax() },
            "sum of two": { x, _ in x[0] + x[1] },
            "difference": { x, _ in x[0] - x[1] },
            "product": { x, _ in x[0] * x[1] },
            "quotient": { x, _ in x[0] / x[1] },
            "pointwiseMax": { x, _ in .pointwiseMax(x[0], x[1]) },
            "pointwiseMin": { x, _ in .pointwiseMin(x[0], x[1]) },
            "replacing": { x, _ in x[0].replacing(with: x[1], where: x[2].value .> 0) },
        ]
    }

    private func reductions<Scalar>() -> [String: Operation<Scalar>] {
        [
            "sum along axes": { x, options in x[0].sum(axes: options["axes"]!) },
            "mean along axes": { x, options in x[0].mean(axes: options["axes"]!) },
            "variance": { x, options in x[0].variance(axes: options["axes"]!) },
            "maximum": { x, options in x[0].maximum(axes: options["axes"]!) },
            "minimum": { x, options in x[0].minimum(axes: options["axes"]!) },
            "logSumExp": { x, options in x[0].logSumExp(axes: options["axes"]!) },
            "softmax along": { x, options in x[0].softmax(axis: options["axis"]![0]) },
            "logSoftmax along": { x, options in x[0].logSoftmax(axis: options["axis"]![0]) },
            "sum": { x, _ in x[0].sum() },
            "mean": { x, _ in x[0].mean() },
        ]
    }

    private func shapes<Scalar>() -> [String: Operation<Scalar>] {
        [
            "reshaped": { x, _ in x[0].reshaped([3, -1]) },
            "slice": { x, options in x[0].slice(1..<3, axis: options["axis"]![0]) },
            "block": { x, _ in x[0][1..<3, 0..<2] },
            "strided": { x, options in x[0].strided(by: 2, axis: options["axis"]![0]) },
            "reversed": { x, options in x[0].reversed(axis: options["axis"]![0]) },
            "padded": { x, _ in x[0].padded(before: [0, 1], after: [3, 2], with: 1.5) },
            "transposed": { x, options in x[0].transposed(options["order"]!) },
            "insertingAxis": { x, _ in x[0].insertingAxis(at: 1) },
            "broadcast": { x, _ in x[0].broadcast(to: [2, 3, 4]) },
            "concatenated": { x, options in .concatenated(x, axis: options["axis"]![0]) },
            "stacked": { x, options in .stacked(x, axis: options["axis"]![0]) },
            "gathered": { x, options in x[0].gathered([2, 0, 2, 1], axis: options["axis"]![0]) },
            "picked": { x, options in x[0].picked(options["indices"]!) },
        ]
    }

    private func images<Scalar>() -> [String: Operation<Scalar>] {
        [
            "matrixProduct": { x, _ in x[0].matrixProduct(x[1]) },
            "affine": { x, _ in x[0].affine(weights: x[1], bias: x[2]) },
            "affine relu": { x, _ in x[0].affine(weights: x[1], bias: x[2], activation: .relu) },
            "convolved": { x, options in
                x[0].convolved(
                    weights: x[1], bias: x[2], stride: options["stride"]![0],
                    padding: options["padding"]![0],
                    activation: options["relu"] == [1] ? .relu : .identity,
                    pooling: options["pool"] == [1] ? .maximum : .none)
            },
            "convolved widely": { x, options in
                x[0].convolved(
                    weights: x[1], bias: x[2], stride: options["stride"]![0],
                    padding: options["padding"]![0], dilation: options["dilation"]![0],
                    groups: options["groups"]![0])
            },
            "transposedConvolved": { x, options in
                x[0].transposedConvolved(
                    weights: x[1], bias: x[2], stride: options["stride"]![0],
                    padding: options["padding"]![0], outputPadding: options["output"]![0])
            },
            "maximumPooled": { x, options in
                x[0].maximumPooled(size: options["size"]![0], stride: options["stride"]![0])
            },
            "averagePooled": { x, options in
                x[0].averagePooled(size: options["size"]![0], stride: options["stride"]![0])
            },
        ]
    }

    private func check<Scalar: TensorScalar>(_: Scalar.Type, tolerance: Double) throws {
        let operations: [String: Operation<Scalar>] =
            functions().merging(reductions()) { $1 }.merging(shapes()) { $1 }
            .merging(images()) { $1 }
        let cases = try reference("operations", as: ReferenceValues.self).cases
        checkCases(cases, operations, tolerance: tolerance)
    }

    func testDouble() throws { try check(Double.self, tolerance: 1e-10) }

    func testFloat() throws { try check(Float.self, tolerance: 1e-5) }
}
