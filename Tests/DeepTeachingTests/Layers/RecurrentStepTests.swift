import DeepTeaching
import XCTest

/// One step after another gives what the layer gives for the whole sequence, whose values and gradients
/// are those of the reference.
final class RecurrentStepTests: XCTestCase {
    private var generator = SeededGenerator(seed: 5)

    private func sequences(_ shape: [Int]) -> Variable<Double> {
        Variable(.normal(shape, using: &generator))
    }

    func testGRU() {
        let layer = GRU<Double>(inputs: 2, hidden: 3, using: &generator)
        let input = sequences([4, 5, 2])
        let states = layer(input, in: .inference).value
        var state = Variable(Tensor<Double>.zeros([4, 3]))
        for time in 0..<5 {
            state = layer.next(input.slice(time..<time + 1, axis: 1).removingAxis(1), after: state)
            assertEqual(state.value, states[0..<4, time..<time + 1].reshaped([4, 3]))
        }
    }

    func testLSTM() {
        let layer = LSTM<Double>(inputs: 2, hidden: 3, using: &generator)
        let input = sequences([4, 5, 2])
        let states = layer(input, in: .inference).value
        let start = Variable(Tensor<Double>.zeros([4, 3]))
        var state = LSTM<Double>.State(output: start, cell: start)
        for time in 0..<5 {
            state = layer.next(input.slice(time..<time + 1, axis: 1).removingAxis(1), after: state)
            assertEqual(state.output.value, states[0..<4, time..<time + 1].reshaped([4, 3]))
        }
    }

    func testNoSequence() {
        let layer = GRU<Double>(inputs: 2, hidden: 3, using: &generator)
        let state = layer.next(sequences([0, 2]), after: sequences([0, 3]))
        XCTAssertEqual(state.shape, [0, 3])
    }

    private func assertEqual(
        _ value: Tensor<Double>, _ wanted: Tensor<Double>, line: UInt = #line
    ) {
        XCTAssertEqual(value.shape, wanted.shape, line: line)
        for (a, b) in zip(value.elements, wanted.elements) {
            XCTAssertEqual(a, b, accuracy: 1e-14, line: line)
        }
    }
}
