import XCTest

@testable import DeepTeaching

/// Each operation and its gradients against PyTorch, in both kinds of numbers.
final class OperationReferenceTests: XCTestCase {
    private typealias Operation<Scalar: TensorScalar> = (
        _ operands: [Variable<Scalar>], _ options: [String: [Int]]
    ) -> Variable<Scalar>

    private func functions<Scalar>() -> [String: Operation<Scalar>] {
        [
            "exponential": { x, _ in x[0].exponential() },
            "logarithm": { x, _ in x[0].logarithm() },
            "squareRoot": { x, _ in x[0].squareRoot() },
            "hyperbolicTangent": { x, _ in x[0].hyperbolicTangent() },
            "sigmoid": { x, _ in x[0].sigmoid() },
            "relu": { x, _ in x[0].relu() },
            "negation": { x, _ in -x[0] },
            "softmax": { x, _ in x[0].softmax() },
            "logSoftmax": { x, _ in x[0].logSoftmax() },
            "sum of two": { x, _ in x[0] + x[1] },
            "difference": { x, _ in x[0] - x[1] },
            "product": { x, _ in x[0] * x[1] },
            "quotient": { x, _ in x[0] / x[1] },
        ]
    }

    private func shapesAndSums<Scalar>() -> [String: Operation<Scalar>] {
        [
            "sum along axes": { x, options in x[0].sum(axes: options["axes"]!) },
            "mean along axes": { x, options in x[0].mean(axes: options["axes"]!) },
            "sum": { x, _ in x[0].sum() },
            "mean": { x, _ in x[0].mean() },
            "reshaped": { x, _ in x[0].reshaped([3, -1]) },
            "slice": { x, _ in x[0].slice(1..<3) },
            "concatenated": { x, _ in .concatenated(x) },
            "maximumPooled": { x, options in
                x[0].maximumPooled(size: options["size"]![0], stride: options["stride"]![0])
            },
        ]
    }

    private func layers<Scalar>() -> [String: Operation<Scalar>] {
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
            "softmaxCrossEntropy": { x, options in
                softmaxCrossEntropy(logits: x[0], labels: options["labels"]!)
            },
            "softmaxCrossEntropy weighted": { x, options in
                softmaxCrossEntropy(
                    logits: x[0], labels: options["labels"]!, weights: [0.5, 2, 1.25])
            },
        ]
    }

    private func check<Scalar: TensorScalar>(_: Scalar.Type, tolerance: Double) throws {
        let operations: [String: Operation<Scalar>] =
            functions().merging(shapesAndSums()) { $1 }.merging(layers()) { $1 }
        let cases = try ReferenceValues.load().cases
        XCTAssertEqual(Set(cases.map(\.name)), Set(operations.keys))
        for (number, reference) in cases.enumerated() {
            let label = "case \(number), \(reference.name), \(Scalar.self)"
            let operation = operations[reference.name]!
            let operands = reference.inputs.map { Variable($0.tensor(Scalar.self)) }
            let output = operation(operands, reference.options)
            XCTAssertTrue(output.isConstant, label)
            XCTAssertLessThan(
                output.value.difference(to: reference.output), tolerance, "output of \(label)")
            let upstream = Variable(reference.upstream.tensor(Scalar.self))
            let gradients = gradients(of: operands) { operands in
                (operation(operands, reference.options) * upstream).sum()
            }.gradients
            for (index, expected) in reference.gradients.enumerated() {
                XCTAssertLessThan(
                    gradients.values[index].difference(to: expected), tolerance,
                    "gradient \(index) of \(label)")
            }
        }
    }

    func testDouble() throws { try check(Double.self, tolerance: 1e-10) }

    func testFloat() throws { try check(Float.self, tolerance: 1e-5) }
}
