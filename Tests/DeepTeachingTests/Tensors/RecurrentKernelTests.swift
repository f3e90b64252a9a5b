import XCTest

@testable import DeepTeaching

/// The fast recurrent steps against the plain ones, for each instruction set.
final class RecurrentKernelTests: XCTestCase {
    private var generator = SeededGenerator(seed: 8)

    private func draw(_ shape: [Int]) -> Tensor<Double> {
        // Also where exponentials would overflow.
        .normal(shape, using: &generator) * 20
    }

    func testGRU() {
        for (rows, hidden) in [(1, 1), (3, 7), (2, 16), (40, 33), (0, 3)] {
            let seen = draw([2, rows, 3 * hidden])
            let remembered = draw([rows, 3 * hidden])
            let (state, gradient) = (draw([rows, hidden]), draw([rows, hidden]))
            let step = DoubleKernels.gruStep(1, seen: seen, remembered: remembered, state: state)
            let gradients = DoubleKernels.gruGradients(step, state: state, gradient: gradient)
            forEachInstructionSet { name in
                let found = FloatKernels.gruStep(
                    1, seen: seen.float, remembered: remembered.float, state: state.float)
                XCTAssertLessThan(found.state.distance(to: step.state), 1e-5, name)
                XCTAssertLessThan(found.gates.distance(to: step.gates), 1e-5, name)
                let back = FloatKernels.gruGradients(
                    GRUStep(gates: step.gates.float, state: step.state.float),
                    state: state.float, gradient: gradient.float)
                XCTAssertLessThan(back.seen.distance(to: gradients.seen), 1e-4, name)
                XCTAssertLessThan(back.remembered.distance(to: gradients.remembered), 1e-4, name)
                XCTAssertLessThan(back.state.distance(to: gradients.state), 1e-5, name)
            }
        }
    }

    func testLSTM() {
        for (rows, hidden) in [(1, 1), (3, 7), (2, 16), (40, 33), (0, 3)] {
            let seen = draw([2, rows, 4 * hidden])
            let remembered = draw([rows, 4 * hidden])
            let cell = draw([rows, hidden]) / 10
            let (gradient, ofCell) = (draw([rows, hidden]), draw([rows, hidden]))
            let step = DoubleKernels.lstmStep(0, seen: seen, remembered: remembered, cell: cell)
            let gradients = DoubleKernels.lstmGradients(
                step, cell: cell, gradient: gradient, cellGradient: ofCell)
            forEachInstructionSet { name in
                let found = FloatKernels.lstmStep(
                    0, seen: seen.float, remembered: remembered.float, cell: cell.float)
                XCTAssertLessThan(found.output.distance(to: step.output), 1e-5, name)
                XCTAssertLessThan(found.cell.distance(to: step.cell), 1e-5, name)
                XCTAssertLessThan(found.gates.distance(to: step.gates), 1e-5, name)
                let back = FloatKernels.lstmGradients(
                    LSTMStep(
                        gates: step.gates.float, cell: step.cell.float, output: step.output.float),
                    cell: cell.float, gradient: gradient.float, cellGradient: ofCell.float)
                XCTAssertLessThan(back.sums.distance(to: gradients.sums), 1e-4, name)
                XCTAssertLessThan(back.cell.distance(to: gradients.cell), 1e-5, name)
            }
        }
    }

    /// What is not a number stays so, or a training that went wrong would go unnoticed.
    func testNotANumber() {
        let seen = Tensor<Float>(repeating: .nan, shape: [1, 1, 3])
        let step = FloatKernels.gruStep(
            0, seen: seen, remembered: .zeros([1, 3]), state: .zeros([1, 1]))
        XCTAssertTrue(step.state.elements[0].isNaN)
    }
}
