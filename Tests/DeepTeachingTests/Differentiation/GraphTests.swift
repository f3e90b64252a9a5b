import XCTest

@testable import DeepTeaching

final class GraphTests: XCTestCase {
    /// Runs `body` on a thread whose stack has room for a few thousand calls only.
    private func withSmallStack(_ body: @escaping @Sendable () -> Void) {
        let end = expectation(description: "the thread has ended")
        let thread = Thread {
            body()
            end.fulfill()
        }
        thread.stackSize = 512 << 10
        thread.start()
        wait(for: [end], timeout: 60)
    }

    func testChainOfManyNodesIsReleased() {
        withSmallStack {
            let (loss, gradients) = gradients(of: Variable<Double>(1)) { start in
                (0..<50_000).reduce(start) { value, _ in value + 1 }
            }
            XCTAssertEqual(loss, 50_001)
            XCTAssertEqual(gradients.values[0].scalar, 1)
        }
    }

    func testLongChainSideBySideIsReleased() {
        // Two parents a node, so that what is released is a net and not a line.
        withSmallStack {
            let (_, gradients) = gradients(of: Variable<Double>(1)) { start in
                var (a, b) = (start, start * 2)
                for _ in 0..<20_000 { (a, b) = (b + 0, a + b * 0) }
                return a
            }
            XCTAssertEqual(gradients.values[0].scalar, 1)
        }
    }

    func testChainOfNodesWithManyParentsIsReleased() {
        withSmallStack {
            let (_, gradients) = gradients(of: Variable<Float>(Tensor([1], shape: [1]))) { start in
                (0..<30_000).reduce(start) { value, _ in
                    .concatenated([value, value]).slice(0..<1)
                }.sum()
            }
            XCTAssertEqual(gradients.values[0].scalar, 1)
        }
    }

    func testChainOfSquaresIsReleased() {
        withSmallStack {
            let (_, gradients) = gradients(of: Variable<Double>(1)) { start in
                (0..<30_000).reduce(start) { value, _ in value * value * 0.5 + 0.5 }
            }
            XCTAssertEqual(gradients.values[0].scalar, 1)
        }
    }

    func testEqualsShareTheGradient() {
        let found = gradients(of: [Variable<Double>(2), Variable<Double>(2)]) { x in
            .pointwiseMax(x[0], x[1]) + .pointwiseMin(x[0], x[1]) * 10
        }.gradients
        XCTAssertEqual(found.values.map(\.scalar), [5.5, 5.5])
    }

    func testAValueThatIsUsedTwiceReceivesBothGradients() {
        let found = gradients(of: Variable<Double>(3)) { x in
            let square = x * x
            return square * x + square
        }
        XCTAssertEqual(found.loss, 36)
        XCTAssertEqual(found.gradients.values[0].scalar, 3 * 9 + 2 * 3)
    }

    func testAValueWaitsForTheGradientOfTheLongerWay() {
        let found = gradients(of: [Variable<Double>(3), Variable<Double>(5)]) { x in
            let square = x[0] * x[0]
            return square + (square * x[1] + x[1]) * x[0]
        }
        XCTAssertEqual(found.loss, 9 + (9 * 5 + 5) * 3)
        // 2 x + 3 x^2 y + y, and x^3 + x
        XCTAssertEqual(found.gradients.values.map(\.scalar), [6 + 135 + 5, 27 + 3])
    }

    func testConstantsRememberNothing() {
        let constant = Variable<Float>(2) * Variable<Float>(3) + 1
        XCTAssertTrue(constant.isConstant)
        let found = gradients(of: [Variable<Float>(2), Variable<Float>(5)]) { x in
            XCTAssertFalse(x[0].isConstant)
            XCTAssertTrue(x[0].detached().isConstant)
            return x[0] * x[1].detached()
        }
        XCTAssertEqual(found.gradients.values.map(\.scalar), [5, 0])
    }

    func testTheOptimiserSeesNamesOfNestedParameters() {
        var generator = SeededGenerator(seed: 1)
        let model = PatchClassifier<Float>(side: 24, hidden: 3, classes: 4, using: &generator)
        XCTAssertEqual(
            model.parameterNames,
            ["first", "second", "third"].flatMap { block in
                ["weights", "bias", "scale", "shift"].map { "\(block).\($0)" }
            } + ["hidden", "output"].flatMap { ["\($0).weights", "\($0).bias"] })
        let blocks = 1216 + 32 + 4640 + 64 + 9248 + 64
        XCTAssertEqual(model.parameterCount, blocks + 32 * 3 + 3 + 3 * 4 + 4)
    }

    func testAWrongPullbackIsFound() {
        let x = Variable(Tensor<Double>([0.5, -1, 2], shape: [3]))
        let right = gradientCheck(of: x) { ($0 * $0).sum() }
        let wrong = gradientCheck(of: x) { x in
            Variable(x.value * x.value, from: x) { [x = x.value] in $0 * x }.sum()
        }
        XCTAssertLessThan(right, 1e-6)
        XCTAssertGreaterThan(wrong, 0.1)
    }
}
