import Curriculum
import DeepTeaching
import Foundation
import GraderKit
import Solutions
import XCTest

/// The library and the solutions of Lesson 3 give the same answers.
final class BackpropagationSolutionTests: XCTestCase {
    private var generator = SeededGenerator(seed: 3)

    private func assertEqual(
        _ own: Tensor<Double>, _ other: Tensor<Double>, line: UInt = #line
    ) {
        XCTAssertEqual(own.shape, other.shape, line: line)
        XCTAssertGreaterThan(own.count, 0, line: line)
        for (a, b) in zip(own.elements, other.elements) {
            XCTAssertEqual(a, b, accuracy: 1e-12, line: line)
        }
    }

    /// The examples that the documentation of the exercises gives.
    func testTheWorkedExamplesAreRight() throws {
        XCTAssertEqual(
            try BackpropagationSolution.topologicalOrder(
                of: [[2, 1], [], [1, 3], [], [1]], from: 0),
            [1, 3, 2, 0])
        XCTAssertEqual(
            try BackpropagationSolution.backward(through: [
                ScalarNode(.input, value: 3), ScalarNode(.input, value: 4),
                ScalarNode(.product, of: [0, 0], value: 9),
                ScalarNode(.sum, of: [2, 1], value: 13),
            ]), [6, 1, 1, 1])
        let dense = try BackpropagationSolution.denseGradients(
            input: Tensor(rows: [[2], [3]]), weights: Tensor(rows: [[10]]),
            upstream: Tensor(rows: [[1], [-1]]))
        XCTAssertEqual(dense.input, Tensor(rows: [[10], [-10]]))
        XCTAssertEqual(dense.weights, Tensor(rows: [[-1]]))
        XCTAssertEqual(dense.bias, Tensor([0], shape: [1]))
        XCTAssertEqual(
            try BackpropagationSolution.reluGradient(
                input: Tensor([-2, 0, 3], shape: [3]), upstream: Tensor([7, 8, -9], shape: [3])),
            Tensor([0, 0, -9], shape: [3]))
        XCTAssertEqual(
            try BackpropagationSolution.sumGradient(
                upstream: Tensor([5, 6], shape: [2]), shape: [3, 2], axis: 0),
            Tensor(rows: [[5, 6], [5, 6], [5, 6]]))
        let loss = try BackpropagationSolution.softmaxCrossEntropy(
            logits: Tensor(rows: [[3, 3]]), labels: [1])
        XCTAssertEqual(loss.loss, 0.693_147_180_559_945, accuracy: 1e-12)
        assertEqual(loss.gradient, Tensor(rows: [[0.5, -0.5]]))
        let state = try BackpropagationSolution.momentumStep(
            parameters: [1], gradients: [2], velocities: [10], learningRate: 0.1, momentum: 0.9)
        XCTAssertEqual(state.velocities[0], 11, accuracy: 1e-12)
        XCTAssertEqual(state.parameters[0], -0.1, accuracy: 1e-12)
    }

    /// y = tanh(relu(a b) - a) + a a, through the library's graph and through the solution's.
    func testBackwardIsTheLibrarys() throws {
        for _ in 0..<10 {
            let (a, b) = (generator.uniform(0.5, 2), generator.uniform(0.5, 2))
            let nodes = [
                ScalarNode(.input, value: a), ScalarNode(.input, value: b),
                ScalarNode(.product, of: [0, 1], value: a * b),
                ScalarNode(.relu, of: [2], value: a * b),
                ScalarNode(.difference, of: [3, 0], value: a * b - a),
                ScalarNode(.hyperbolicTangent, of: [4], value: tanh(a * b - a)),
                ScalarNode(.product, of: [0, 0], value: a * a),
                ScalarNode(.sum, of: [5, 6], value: tanh(a * b - a) + a * a),
            ]
            let own = try BackpropagationSolution.backward(through: nodes)
            let library = gradients(of: [Variable(a), Variable(b)]) { x in
                ((x[0] * x[1]).relu() - x[0]).hyperbolicTangent() + x[0] * x[0]
            }.gradients.values
            XCTAssertEqual(own[0], library[0].scalar, accuracy: 1e-12)
            XCTAssertEqual(own[1], library[1].scalar, accuracy: 1e-12)
        }
    }

    /// The graph that the library notes is in the order that the solution demands.
    func testTheLibrarysGraphIsATopologicalOrder() throws {
        let graph = computationGraph(of: [Variable(2.0), Variable(3.0)]) { x in
            (x[0] * x[1]).relu() + x[0].exponential() * x[0]
        }
        let operands = graph.steps.map(\.operands)
        let order = try BackpropagationSolution.topologicalOrder(
            of: operands, from: graph.steps.count - 1)
        XCTAssertEqual(order.sorted(), Array(operands.indices))
        for list in [order, Array(operands.indices)] {
            for (position, node) in list.enumerated() {
                for operand in operands[node] {
                    XCTAssertLessThan(list.firstIndex(of: operand) ?? .max, position)
                }
            }
        }
    }

    func testLayersAreTheLibrarys() throws {
        for (batch, inputs, outputs) in [(1, 1, 1), (5, 3, 2), (4, 4, 4)] {
            let x = Tensor<Double>.normal([batch, inputs], using: &generator)
            let w = Tensor<Double>.normal([inputs, outputs], using: &generator)
            let g = Tensor<Double>.normal([batch, outputs], using: &generator)
            let own = try BackpropagationSolution.denseGradients(input: x, weights: w, upstream: g)
            let library = gradients(of: [x, w, .zeros([outputs])].map { Variable($0) }) { parts in
                (parts[0].affine(weights: parts[1], bias: parts[2]) * Variable(g)).sum()
            }.gradients.values
            assertEqual(own.input, library[0])
            assertEqual(own.weights, library[1])
            assertEqual(own.bias, library[2])

            let relu = try BackpropagationSolution.reluGradient(input: g, upstream: g * g)
            assertEqual(
                relu,
                gradients(of: Variable(g)) { ($0.relu() * Variable(g * g)).sum() }.gradients.values[
                    0])
            for axis in 0..<2 {
                let upstream = Tensor<Double>.normal([g.shape[1 - axis]], using: &generator)
                let sum = try BackpropagationSolution.sumGradient(
                    upstream: upstream, shape: g.shape, axis: axis)
                let known = gradients(of: Variable(g)) {
                    ($0.sum(axes: [axis]) * Variable(upstream)).sum()
                }
                assertEqual(sum, known.gradients.values[0])
            }
        }
    }

    func testSoftmaxCrossEntropyIsTheLibrarys() throws {
        for scale in [1.0, 300] {
            let logits = Tensor<Double>.normal([7, 4], using: &generator) * scale
            let labels = (0..<7).map { _ in generator.index(below: 4) }
            let own = try BackpropagationSolution.softmaxCrossEntropy(
                logits: logits, labels: labels)
            let library = gradients(of: Variable(logits)) {
                softmaxCrossEntropy(logits: $0, labels: labels)
            }
            XCTAssertEqual(own.loss, library.loss, accuracy: 1e-12 * max(1, library.loss))
            assertEqual(own.gradient, library.gradients.values[0])
        }
    }

    /// Three steps of both on the same slope, since the first has no velocity yet.
    func testMomentumIsTheLibrarys() throws {
        var model = Variable(Tensor<Double>.normal([6], using: &generator))
        var state = MomentumState(
            parameters: model.value.elements, velocities: .init(repeating: 0, count: 6))
        var optimizer = GradientDescent<Double>(learningRate: 0.2, momentum: 0.7)
        for _ in 0..<3 {
            let gradients = gradients(of: model) { ($0 * $0).sum() }.gradients
            state = try BackpropagationSolution.momentumStep(
                parameters: state.parameters, gradients: gradients.values[0].elements,
                velocities: state.velocities, learningRate: 0.2, momentum: 0.7)
            optimizer.update(&model, along: gradients)
            assertEqual(Tensor(state.parameters, shape: [6]), model.value)
            assertEqual(Tensor(state.velocities, shape: [6]), optimizer.velocities[0])
        }
    }
}
