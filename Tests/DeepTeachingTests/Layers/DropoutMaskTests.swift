import XCTest

@testable import DeepTeaching

/// Two dropouts never share a mask, however carelessly a network is written.
final class DropoutMaskTests: XCTestCase {
    private let ones = Variable(Tensor<Float>.ones([20, 20]))

    func testTwoDropoutsOfANetworkDropOtherNumbers() {
        let network = TwoDropouts()
        let pass = Pass.training(seed: 3)
        let answer = gradients(of: network) { network in
            network(self.ones, in: pass).sum()
        }
        // Of shared masks each kept number would be 2 * 2: the share of kept ones tells them apart.
        let kept = network(ones, in: .training(seed: 3)).value.elements.count { $0 != 0 }
        XCTAssertEqual(Double(kept) / 400, 0.25, accuracy: 0.08)
        XCTAssertEqual(answer.loss, network(ones, in: .training(seed: 3)).value.sum().scalar)
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
