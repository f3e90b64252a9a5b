import XCTest

@testable import DeepTeaching

/// Two dropouts never share a mask, however carelessly a network is written.
final class DropoutMaskTests: XCTestCase {
    private let ones = Variable(Tensor<Float>.ones([20, 20]))

    func testTwoDropoutsOfANetworkDropOtherNumbers() {
        // Of one mask half of the numbers would be kept, of two a quarter.
        func kept() -> Float {
            let pass = Pass.training(seed: 3)
            let sum = gradients(of: TwoDropouts()) { $0(self.ones, in: pass).sum() }.loss
            return sum / 4 / 400
        }
        XCTAssertEqual(kept(), 0.25, accuracy: 0.08)
        XCTAssertEqual(kept(), kept(), "the seed decides")
    }

    func testADropoutThatNobodyVisitsHasAMaskOfItsOwn() {
        let kept = Forgetful()(ones, in: .training(seed: 3)).value.elements.count { $0 != 0 }
        XCTAssertEqual(Double(kept) / 400, 0.25, accuracy: 0.08)
    }

    func testADropoutThatIsAskedTwiceDropsOtherNumbers() {
        let dropout = Dropout<Float>(probability: 0.5)
        let pass = Pass.training(seed: 3)
        let first = dropout(ones, in: pass).value
        XCTAssertNotEqual(first, dropout(ones, in: pass).value)
        XCTAssertEqual(first, dropout(ones, in: .training(seed: 3)).value)
    }

    /// The path of a dropout decides its mask, not its place in the network.
    func testALayerBeforeItDoesNotChangeTheMask() {
        func mask(_ network: Sequential<Float>, _ name: String) -> Tensor<Float> {
            var network = network
            network.nameParts()
            return network(ones, in: .training(seed: 5)).value
        }
        let identity = ActivationLayer<Float>(.identity)
        let second = Sequential<Float>([identity, Dropout(probability: 0.5)])
        let also = Sequential<Float>([Dropout(probability: 0), Dropout(probability: 0.5)])
        XCTAssertEqual(mask(second, "1"), mask(also, "1"))
        let first = Sequential<Float>([Dropout(probability: 0.5), identity])
        XCTAssertNotEqual(mask(second, "1"), mask(first, "0"))
    }
}

private struct TwoDropouts: Layer {
    var first = Dropout<Float>(probability: 0.5)
    var second = Dropout<Float>(probability: 0.5)

    func callAsFunction(_ input: Variable<Float>, in pass: Pass) -> Variable<Float> {
        second(first(input, in: pass), in: pass)
    }

    mutating func visit(with visitor: ModelVisitor<Float>) {
        visitor("first", &first)
        visitor("second", &second)
    }
}

/// Forgets to visit its parts.
private struct Forgetful: Layer {
    let first = Dropout<Float>(probability: 0.5)
    let second = Dropout<Float>(probability: 0.5)

    func callAsFunction(_ input: Variable<Float>, in pass: Pass) -> Variable<Float> {
        second(first(input, in: pass), in: pass)
    }

    mutating func visit(with visitor: ModelVisitor<Float>) {}
}
