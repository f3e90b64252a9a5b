import Curriculum
import DeepTeaching
import Foundation
import GraderKit
import Solutions
import XCTest

/// The library and the solutions of Lesson 1 give the same answers.
final class TensorsSolutionTests: XCTestCase {
    private var generator = SeededGenerator(seed: 1)

    private func shape(axes: Int, upTo longest: Int = 5) -> [Int] {
        (0..<axes).map { _ in 1 + generator.index(below: longest) }
    }

    private func tensor(_ shape: [Int]) -> Tensor<Double> {
        .uniform(shape, from: -3, to: 3, using: &generator)
    }

    private func assertEqual(
        _ got: Tensor<Double>, _ expected: Tensor<Double>, line: UInt = #line
    ) {
        XCTAssertEqual(got.shape, expected.shape, line: line)
        for (own, right) in zip(got.elements, expected.elements) {
            XCTAssertEqual(own, right, accuracy: 1e-12, line: line)
        }
    }

    /// The examples that the documentation of the exercises gives.
    func testTheWorkedExamplesOfShapesAreRight() throws {
        XCTAssertEqual(try TensorsSolution.rowMajorStrides(of: [2, 4, 3]), [12, 3, 1])
        XCTAssertEqual(try TensorsSolution.rowMajorStrides(of: []), [])
        let batch = [16, 32, 32, 3]
        XCTAssertEqual(try TensorsSolution.broadcastShape(batch, [3]), batch)
        XCTAssertEqual(try TensorsSolution.broadcastShape(batch, [16, 1, 1, 1]), batch)
        XCTAssertNil(try TensorsSolution.broadcastShape(batch, [16]))
        let gradient = Tensor<Double>([1, 2, 3, 10, 20, 30], shape: [2, 3])
        XCTAssertEqual(
            try TensorsSolution.unbroadcast(gradient, to: [3]),
            Tensor([11, 22, 33], shape: [3]))
        XCTAssertEqual(
            try TensorsSolution.unbroadcast(gradient, to: [2, 1]),
            Tensor([6, 60], shape: [2, 1]))
    }

    func testTheWorkedExamplesOfNumbersAreRight() throws {
        let logits = Tensor<Double>([0, log(3), 1000, 1000 + log(3)], shape: [2, 2])
        let rows = try TensorsSolution.softmax(of: logits, axis: 1).elements
        for (share, expected) in zip(rows, [0.25, 0.75, 0.25, 0.75]) {
            XCTAssertEqual(share, expected, accuracy: 1e-12)
        }
        let columns = try TensorsSolution.softmax(of: logits, axis: 0)
        XCTAssertEqual(columns, Tensor([0, 0, 1, 1], shape: [2, 2]))
        XCTAssertEqual(try TensorsSolution.logSumExp(of: [0, 0]), log(2), accuracy: 1e-15)
        XCTAssertEqual(
            try TensorsSolution.logSumExp(of: [1000, 1000]), 1000 + log(2), accuracy: 1e-12)
        XCTAssertEqual(try TensorsSolution.logSumExp(of: [-.infinity, 3]), 3)
        XCTAssertEqual(try TensorsSolution.logSumExp(of: [-.infinity]), -.infinity)
        let images = [
            Tensor<Double>([0], shape: [1, 1, 1]), Tensor<Double>([4, 4, 8], shape: [1, 3, 1]),
        ]
        let statistics = try TensorsSolution.channelMeanAndDeviation(of: images)
        XCTAssertEqual(statistics.mean, [4])
        XCTAssertEqual(statistics.deviation[0], 8.0.squareRoot(), accuracy: 1e-15)
        XCTAssertEqual(
            try TensorsSolution.matrixProduct(
                Tensor(rows: [[1, 2], [3, 4]]), Tensor(rows: [[5, 6], [7, 8]])),
            Tensor(rows: [[19, 22], [43, 50]]))
    }

    /// The strides find the number that the library's subscript finds.
    func testStridesLeadToTheLibrarysNumbers() throws {
        let tensor = Tensor<Double>.counting(3 * 4 * 5).reshaped([3, 4, 5])
        let strides = try TensorsSolution.rowMajorStrides(of: tensor.shape)
        for row in 0..<3 {
            for column in 0..<4 {
                for channel in 0..<5 {
                    let place = row * strides[0] + column * strides[1] + channel * strides[2]
                    XCTAssertEqual(tensor.elements[place], tensor[row, column, channel])
                }
            }
        }
    }

    func testBroadcastShapeIsTheLibrarys() throws {
        for _ in 0..<200 {
            let a = shape(axes: generator.index(below: 4), upTo: 3)
            let b = shape(axes: generator.index(below: 4), upTo: 3)
            XCTAssertEqual(
                try TensorsSolution.broadcastShape(a, b), broadcastShape(a, b), "\(a), \(b)")
        }
    }

    /// A model of one parameter.
    private struct Bias: Parameterized {
        var bias: Variable<Double>

        mutating func visit(with visitor: ModelVisitor<Double>) {
            visitor("bias", &bias)
        }
    }

    /// The library's gradient of sum(weights * broadcast) is the weights, unbroadcast.
    func testUnbroadcastIsTheLibrarysGradient() throws {
        for small in [[], [3], [1, 3], [2, 1], [4, 1, 3], [1, 2, 1], [4, 2, 3]] {
            let weights = tensor([4, 2, 3])
            let (_, gradients) = gradients(of: Bias(bias: Variable(tensor(small)))) { model in
                (model.bias * Variable(weights)).sum()
            }
            assertEqual(
                try TensorsSolution.unbroadcast(weights, to: small), gradients.values[0])
        }
    }

    func testSoftmaxAndLogSumExpAreTheLibrarys() throws {
        for axis in 0..<3 {
            let logits = tensor(shape(axes: 3)) * 100
            assertEqual(
                try TensorsSolution.softmax(of: logits, axis: axis), logits.softmax(axis: axis))
        }
        for count in 1..<6 {
            let values = tensor([count]) * 300
            XCTAssertEqual(
                try TensorsSolution.logSumExp(of: values.elements),
                values.logSumExp(axes: [0]).scalar, accuracy: 1e-9)
        }
    }

    func testMeanAndDeviationAreTheLibrarys() throws {
        let batch = tensor([5, 4, 3, 3])
        let statistics = try TensorsSolution.channelMeanAndDeviation(of: batch.unstacked())
        assertEqual(Tensor(statistics.mean, shape: [3]), batch.mean(axes: [0, 1, 2]))
        assertEqual(
            Tensor(statistics.deviation, shape: [3]),
            batch.variance(axes: [0, 1, 2]).squareRoot())
    }

    func testMatrixProductIsTheLibrarys() throws {
        for _ in 0..<20 {
            let sides = shape(axes: 3, upTo: 9)
            let (a, b) = (tensor([sides[0], sides[1]]), tensor([sides[1], sides[2]]))
            assertEqual(try TensorsSolution.matrixProduct(a, b), a.matrixProduct(b))
        }
    }
}
