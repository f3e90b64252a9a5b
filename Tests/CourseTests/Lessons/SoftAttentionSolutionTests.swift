import Curriculum
import DeepTeaching
import Solutions
import XCTest

/// The library and the solutions of Lesson 17 give the same answers.
final class SoftAttentionSolutionTests: XCTestCase {
    private typealias Solution = SoftAttentionSolution

    private var generator = SeededGenerator(seed: 17)

    private func table(_ rows: Int, _ columns: Int) -> [[Double]] {
        (0..<rows).map { _ in (0..<columns).map { _ in generator.uniform(-2, 2) } }
    }

    private func tensor(_ rows: [[Double]]) -> Tensor<Double> {
        Tensor(rows.flatMap { $0 }, shape: [rows.count, rows[0].count])
    }

    private func assertClose(
        _ found: [Double], _ wanted: [Double], line: UInt = #line
    ) {
        XCTAssertEqual(found.count, wanted.count, line: line)
        for (a, b) in zip(found, wanted) { XCTAssertEqual(a, b, accuracy: 1e-12, line: line) }
    }

    /// The examples that the documentation of the exercises gives.
    func testTheWorkedExamplesAreRight() throws {
        XCTAssertEqual(
            try Solution.additiveScores(
                annotations: [[2, 1]], state: [1], annotationWeights: [[0.5, 0], [1, -1]],
                stateWeights: [[-2, 2]], bias: [1, -1], scoreWeights: [3, 1])[0],
            2.285, accuracy: 5e-4)
        XCTAssertEqual(
            try Solution.maskedSoftmax(scores: [[1, 1, 9]], mask: [[true, true, false]]),
            [[0.5, 0.5, 0]])
        XCTAssertEqual(
            try Solution.context(
                annotations: [[1, 0], [3, 4], [2, 8]], weights: [0.5, 0.25, 0.25]), [1.75, 3])
        XCTAssertEqual(
            try Solution.scoreGradient(
                annotations: [[1], [3]], weights: [0.75, 0.25], contextGradient: [1]),
            [-0.375, 0.375])
        let gated = try Solution.gate(context: [2, 4], state: [1], weights: [-3], bias: 2)
        XCTAssertEqual(gated[0], 0.538, accuracy: 5e-4)
        XCTAssertEqual(gated[1], 1.076, accuracy: 5e-4)
        XCTAssertEqual(
            try Solution.doublyStochasticPenalty(weights: [[1, 0], [1, 0]], factor: 1), 2)
        XCTAssertEqual(
            try Solution.doublyStochasticPenalty(weights: [[1, 0], [0, 1]], factor: 1), 0)
    }

    /// All of one glance: scores, shares, context and gate.
    func testAGlanceIsTheLibrarys() throws {
        let (places, weights, stateWeights) = (table(5, 3), table(3, 4), table(2, 4))
        let (state, bias, scores) = (table(1, 2)[0], table(1, 4)[0], table(1, 4)[0])
        let mask = [true, false, true, true, false]
        let gateWeights = table(2, 1)
        let attention = SoftAttention<Double>(
            annotations: Dense(weights: tensor(weights), bias: Tensor(bias, shape: [4])),
            state: tensor(stateWeights), scores: Tensor(scores, shape: [4]),
            gate: Dense(weights: tensor(gateWeights), bias: Tensor([0.3], shape: [1])))
        let grid = try AnnotationGrid(
            Variable(tensor(places).reshaped([1, 5, 3])),
            where: Tensor(mask.map { $0 ? 1 : 0 }, shape: [1, 5]))
        let library = attention(
            attention.prepared(grid), after: Variable(Tensor(state, shape: [1, 2])))

        let own = try Solution.additiveScores(
            annotations: places, state: state, annotationWeights: weights,
            stateWeights: stateWeights, bias: bias, scoreWeights: scores)
        let shares = try Solution.maskedSoftmax(scores: [own], mask: [mask])[0]
        assertClose(shares, Array(library.weights.value.elements))
        let context = try Solution.context(annotations: places, weights: shares)
        let gated = try Solution.gate(
            context: context, state: state, weights: gateWeights.map { $0[0] }, bias: 0.3)
        assertClose(gated, Array(library.context.value.elements))
    }

    func testTheScoresGradientIsTheLibrarys() throws {
        let (places, gradient) = (table(4, 3), table(1, 3)[0])
        let scores = Variable(tensor(table(1, 4)))
        let grid = try AnnotationGrid(Variable(tensor(places).reshaped([1, 4, 3])))
        let upstream = Variable(Tensor(gradient, shape: [1, 3]))
        let library = gradients(of: scores) { scores in
            (grid.sum(weightedBy: scores.softmax()) * upstream).sum()
        }.gradients.values[0]
        let own = try Solution.scoreGradient(
            annotations: places, weights: Array(scores.value.softmax().elements),
            contextGradient: gradient)
        assertClose(own, Array(library.elements))
    }

    func testThePenaltyIsTheLibrarys() throws {
        let weights = tensor(table(3, 5)).softmax()
        let library = doublyStochasticPenalty(
            Variable(weights.reshaped([1, 3, 5])), factor: 0.7)
        let rows = (0..<3).map { Array(weights.elements[$0 * 5..<($0 + 1) * 5]) }
        let own = try Solution.doublyStochasticPenalty(weights: rows, factor: 0.7)
        XCTAssertEqual(own, library.value.scalar, accuracy: 1e-12)
    }
}
