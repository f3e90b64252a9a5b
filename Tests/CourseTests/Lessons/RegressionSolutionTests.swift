import Curriculum
import DeepTeaching
import Foundation
import GraderKit
import Solutions
import XCTest

/// The library and the solutions of Lesson 2 give the same answers.
final class RegressionSolutionTests: XCTestCase {
    private var generator = SeededGenerator(seed: 2)

    private func assertEqual(
        _ own: [Double], _ other: [Double], tolerance: Double = 1e-12, line: UInt = #line
    ) {
        XCTAssertEqual(own.count, other.count, line: line)
        XCTAssertFalse(own.isEmpty, line: line)
        for (a, b) in zip(own, other) { XCTAssertEqual(a, b, accuracy: tolerance, line: line) }
    }

    /// The examples that the documentation of the exercises gives.
    func testTheWorkedExamplesAreRight() throws {
        XCTAssertEqual(
            try RegressionSolution.hypothesis(
                features: [[1, 2], [3, 4]], weights: [10, 1], bias: 0.5),
            [12.5, 34.5])
        XCTAssertEqual(
            try RegressionSolution.meanSquaredCost(predictions: [5, 4], targets: [4, 7]), 2.5)
        XCTAssertEqual(
            try RegressionSolution.gradient(
                features: [[1], [2]], predictions: [3, 6], targets: [2, 4]),
            LinearGradient(weights: [2.5], bias: 1.5))
        let line = try RegressionSolution.gradientStep(
            x: [1, 3], y: [2, 4], line: Line(slope: 0, intercept: 0), learningRate: 0.1)
        assertEqual([line.slope, line.intercept], [0.7, 0.3])
        assertEqual(
            try RegressionSolution.sigmoid(logits: [0, 2, -800]), [0.5, 0.880_797_077_977_882, 0])
        XCTAssertEqual(
            try RegressionSolution.binaryCrossEntropy(logits: [0, 900], labels: [1, 0]),
            450.346_573_590_28, accuracy: 1e-9)
    }

    /// Hypothesis, cost and gradient through the library's layer, loss and graph.
    func testTheLineIsTheLibrarys() throws {
        for (count, features) in [(1, 1), (7, 3)] {
            let x = Tensor<Double>.normal([count, features], using: &generator)
            let w = Tensor<Double>.normal([features, 1], using: &generator)
            let y = Tensor<Double>.normal([count, 1], using: &generator)
            let rows = (0..<count).map { row in (0..<features).map { x[row, $0] } }
            let layer = Dense(weights: w, bias: Tensor([0.7], shape: [1]))
            let predictions = try RegressionSolution.hypothesis(
                features: rows, weights: w.elements, bias: 0.7)
            assertEqual(predictions, layer(x).elements)

            let (loss, known) = gradients(of: layer) { layer in
                meanSquaredError(predictions: layer(Variable(x), in: .inference), targets: y) / 2
            }
            let cost = try RegressionSolution.meanSquaredCost(
                predictions: predictions, targets: y.elements)
            XCTAssertEqual(cost, loss, accuracy: 1e-12)
            let gradient = try RegressionSolution.gradient(
                features: rows, predictions: predictions, targets: y.elements)
            assertEqual(gradient.weights, known.values[0].elements)
            assertEqual([gradient.bias], known.values[1].elements)
        }
    }

    /// Five steps of the solution and of the library's optimiser.
    func testStepsAreTheLibrarys() throws {
        let x = (0..<9).map { _ in generator.normal() }
        let y = x.map { 3 * $0 - 1 + 0.2 * generator.normal() }
        var line = Line(slope: 0.5, intercept: 0.25)
        var layer = Dense(
            weights: Tensor<Double>([0.5], shape: [1, 1]), bias: Tensor([0.25], shape: [1]))
        var optimizer = GradientDescent<Double>(learningRate: 0.3)
        for _ in 0..<5 {
            line = try RegressionSolution.gradientStep(x: x, y: y, line: line, learningRate: 0.3)
            let known = gradients(of: layer) { layer in
                meanSquaredError(
                    predictions: layer(Variable(Tensor(x, shape: [9, 1])), in: .inference),
                    targets: Tensor(y, shape: [9, 1])) / 2
            }.gradients
            optimizer.update(&layer, along: known)
            assertEqual(
                [line.slope, line.intercept],
                layer.weights.value.elements + layer.bias.value.elements)
        }
    }

    func testProbabilitiesAndLossAreTheLibrarys() throws {
        for scale in [1.0, 40, 900] {
            let logits = (0..<11).map { _ in scale * generator.normal() }
            let labels = logits.map { _ in generator.index(below: 2) }
            let tensor = Tensor(logits, shape: [11])
            assertEqual(try RegressionSolution.sigmoid(logits: logits), tensor.sigmoid().elements)
            let loss = binaryCrossEntropy(
                logits: Variable(tensor), targets: Tensor(labels.map(Double.init), shape: [11]))
            XCTAssertEqual(
                try RegressionSolution.binaryCrossEntropy(logits: logits, labels: labels),
                loss.value.scalar, accuracy: 1e-12 * max(1, loss.value.scalar))
        }
    }

    /// The gradient of the line, given probabilities, is that of the cross-entropy.
    func testTheGradientServesBothLosses() throws {
        let rows = (0..<8).map { _ in [generator.normal(), generator.normal()] }
        let labels = rows.map { _ in Double(generator.index(below: 2)) }
        let layer = Dense(
            weights: Tensor<Double>.normal([2, 1], using: &generator),
            bias: Tensor([0.3], shape: [1]))
        let x = Tensor(rows: rows)
        let known = gradients(of: layer) { layer in
            binaryCrossEntropy(
                logits: layer(Variable(x), in: .inference),
                targets: Tensor(labels, shape: [8, 1]))
        }.gradients
        let own = try RegressionSolution.gradient(
            features: rows, predictions: layer(x).sigmoid().elements, targets: labels)
        assertEqual(own.weights + [own.bias], known.values.flatMap(\.elements))
    }
}
