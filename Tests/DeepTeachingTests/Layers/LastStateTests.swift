import DeepTeaching
import XCTest

/// The last state of a recurrent layer. The states themselves are compared with PyTorch's elsewhere.
final class LastStateTests: XCTestCase {
    private typealias Number = Double
    private var generator = SeededGenerator(seed: 4)

    private func sequences(_ shape: [Int]) -> Variable<Number> {
        Variable(Tensor<Number>.normal(shape, using: &generator))
    }

    private func assertLast(_ layer: some RecurrentLayer<Number>, line: UInt = #line) {
        let input = sequences([3, 5, 2])
        let states = layer(input, in: .inference).value
        let last = Last(layer)(input, in: .inference).value
        XCTAssertEqual(last, states[0..<3, 4..<5].reshaped([3, 4]), line: line)
        XCTAssertEqual(Last(layer).parameterNames, layer.parameterNames, line: line)

        let some = Last(layer)(input, lengths: [5, 2, 0], in: .inference).value
        XCTAssertEqual(some[0..<1], states[0..<1, 4..<5].reshaped([1, 4]), line: line)
        XCTAssertEqual(some[1..<2], states[1..<2, 1..<2].reshaped([1, 4]), line: line)
        XCTAssertEqual(some[2..<3], .zeros([1, 4]), line: line)
    }

    func testItIsTheStateAfterTheLastStep() {
        assertLast(Recurrent<Number>(inputs: 2, hidden: 4, using: &generator))
        assertLast(GRU<Number>(inputs: 2, hidden: 4, using: &generator))
        assertLast(LSTM<Number>(inputs: 2, hidden: 4, using: &generator))
    }

    func testWhatStandsBehindAShortSequenceIsNotLookedAt() {
        let layer = Last(LSTM<Number>(inputs: 2, hidden: 3, using: &generator))
        let short = sequences([1, 2, 2])
        let filled = Variable.concatenated([short, sequences([1, 3, 2])], axis: 1)
        XCTAssertEqual(
            layer(filled, lengths: [2], in: .inference).value, layer(short, in: .inference).value)
    }

    func testGradients() {
        let pass = Pass.training(seed: 1)
        let layer = Last(LSTM<Number>(inputs: 2, hidden: 3, using: &generator))
        let gated = Last(GRU<Number>(inputs: 2, hidden: 3, using: &generator))
        let input = sequences([3, 4, 2])
        let weights = sequences([3, 3])
        let lengths = [4, 0, 2]
        XCTAssertLessThan(
            gradientCheck(of: layer) { ($0(input, in: pass) * weights).sum() }, 1e-6)
        XCTAssertLessThan(
            gradientCheck(of: gated) { ($0(input, lengths: lengths, in: pass) * weights).sum() },
            1e-6)
        XCTAssertLessThan(
            gradientCheck(of: input) { (layer($0, lengths: lengths, in: pass) * weights).sum() },
            1e-6)
        let behind = gradients(of: input) {
            (layer($0, lengths: lengths, in: pass) * weights).sum()
        }.gradients.values[0]
        XCTAssertEqual(behind[1..<2], .zeros([1, 4, 2]))
        XCTAssertEqual(behind[2..<3, 2..<4], .zeros([1, 2, 2]))
        XCTAssertNotEqual(behind[2..<3, 0..<2], .zeros([1, 2, 2]))
    }

    func testEdgeShapes() {
        let layer = Last(GRU<Number>(inputs: 2, hidden: 3, using: &generator))
        XCTAssertEqual(layer(Tensor<Number>.zeros([2, 0, 2])), .zeros([2, 3]))
        XCTAssertEqual(layer(Tensor<Number>.zeros([0, 4, 2])).shape, [0, 3])
        XCTAssertEqual(
            layer(sequences([2, 0, 2]), lengths: [0, 0], in: .inference).value, .zeros([2, 3]))
        XCTAssertEqual(layer(sequences([1, 1, 2]), in: .inference).shape, [1, 3])
    }

    /// Each direction has read all of the sequence: the backward one ends at the first step.
    func testOfBothDirections() {
        let forward = LSTM<Number>(inputs: 2, hidden: 3, using: &generator)
        let backward = LSTM<Number>(inputs: 2, hidden: 3, using: &generator)
        let input = sequences([2, 5, 2])
        let states = Bidirectional(forward: forward, backward: backward)(input, in: .inference)
        let last = Bidirectional(forward: Last(forward), backward: Last(backward))(
            input, in: .inference)
        XCTAssertEqual(last.shape, [2, 6])
        XCTAssertEqual(
            last.value[0..<2, 0..<3], states.value[0..<2, 4..<5, 0..<3].reshaped([2, 3]))
        XCTAssertEqual(
            last.value[0..<2, 3..<6], states.value[0..<2, 0..<1, 3..<6].reshaped([2, 3]))
    }
}
