import XCTest

@testable import DeepTeaching

final class ComputationGraphTests: XCTestCase {
    private func graph() -> ComputationGraph {
        let model = [Variable(Tensor<Float>.ones([3, 2])), Variable(Tensor<Float>.ones([2]))]
        return computationGraph(of: model) { model in
            let input = Variable(Tensor<Float>.ones([4, 3]))
            return (input.matrixProduct(model[0]) + model[1]).sum()
        }
    }

    func testStepsAreThoseOfTheComputation() {
        let steps = graph().steps
        XCTAssertEqual(steps.map(\.operation), ["0", "1", "matrixProduct", "+", "sum"])
        XCTAssertEqual(steps.map(\.isParameter), [true, true, false, false, false])
        XCTAssertEqual(steps.map(\.shape), [[3, 2], [2], [4, 2], [4, 2], []])
        XCTAssertEqual(steps.map(\.operands), [[], [], [0], [2, 1], [3]])
        XCTAssertTrue(steps.allSatisfy { $0.notFinite == nil })
    }

    func testTheDrawing() {
        XCTAssertEqual(
            graph().dot,
            #"""
            digraph {
                rankdir = LR;
                0 [label = "0\n[3, 2]", shape = box];
                1 [label = "1\n[2]", shape = box];
                2 [label = "matrixProduct\n[4, 2]", shape = ellipse];
                3 [label = "+\n[4, 2]", shape = ellipse];
                4 [label = "sum\n[]", shape = ellipse];
                0 -> 2;
                2 -> 3;
                1 -> 3;
                3 -> 4;
            }

            """#)
    }

    func testWhatIsNotFiniteIsNoted() {
        let graph = computationGraph(of: Variable(Tensor<Double>([0, 1], shape: [2]))) {
            $0.logarithm().exponential().sum()
        }
        XCTAssertEqual(graph.steps.map(\.notFinite), [nil, -.infinity, nil, nil])
    }

    func testAnUnwatchedGraphNotesNothing() {
        _ = gradients(of: Variable<Float>(1)) { x in
            XCTAssertNil((x + 1).node?.mark)
            return x + 1
        }
    }

    func testTakingASequenceApartAddsItsGradients() {
        let sequence = Variable(Tensor<Double>.counting(6).reshaped([3, 2]))
        let found = gradients(of: sequence) { sequence in
            let parts = sequence.unstacked()
            return (parts[0] * parts[2] + parts[0] + sequence.slice(0..<1).reshaped([2])).sum()
        }.gradients.values[0]
        XCTAssertEqual(found.elements, [6, 7, 0, 0, 0, 1])
    }
}
