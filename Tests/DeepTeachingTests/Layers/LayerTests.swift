import XCTest

@testable import DeepTeaching

final class LayerTests: XCTestCase {
    func testFusedEqualsComposed() {
        var generator = SeededGenerator(seed: 6)
        for (side, inputs, outputs) in [(9, 3, 5), (8, 16, 32), (5, 1, 17)] {
            let plain = Convolution2D<Float>(
                weights: .normal([3, 3, inputs, outputs], using: &generator),
                bias: .normal([outputs], using: &generator), padding: 1)
            let fused = Convolution2D(
                weights: plain.weights.value, bias: plain.bias.value, padding: 1,
                activation: .relu, pooling: .maximum)
            let images = Variable(Tensor<Float>.normal([2, side, side, inputs], using: &generator))
            let composed = MaxPooling2D()(plain(images, in: .inference).relu(), in: .inference)
            XCTAssertEqual(fused(images, in: .inference).value, composed.value)

            let first = gradients(of: [images, plain.weights, plain.bias]) {
                $0[0].convolved(
                    weights: $0[1], bias: $0[2], padding: 1, activation: .relu, pooling: .maximum
                ).sum()
            }.gradients
            let second = gradients(of: [images, plain.weights, plain.bias]) {
                $0[0].convolved(weights: $0[1], bias: $0[2], padding: 1).relu()
                    .maximumPooled().sum()
            }.gradients
            // The fused pullback adds gradients window by window: other sums, and so other
            // roundings.
            for (found, expected) in zip(first.values, second.values) {
                let scale = expected.absolute().maximum().scalar
                XCTAssertLessThan((found - expected).absolute().maximum().scalar, 1e-6 * scale)
            }
        }
    }

    func testDropoutKeepsTheMeanAndStopsAtInference() {
        let ones = Variable(Tensor<Float>.ones([100, 100]))
        let dropout = Dropout<Float>(probability: 0.25)
        XCTAssertEqual(dropout(ones, in: .inference).value, ones.value)
        let dropped = dropout(ones, in: .training(seed: 7)).value
        XCTAssertEqual(Set(dropped.elements), [0, 4 / 3])
        XCTAssertEqual(dropped.mean().scalar, 1, accuracy: 0.03)
        XCTAssertEqual(dropped, dropout(ones, in: .training(seed: 7)).value)
        XCTAssertNotEqual(dropped, dropout(ones, in: .training(seed: 8)).value)
    }

    func testInitialisersKeepTheSignal() {
        var generator = SeededGenerator(seed: 9)
        let he: Tensor<Double> = Initializer.he.weights(
            [200, 100], inputs: 200, outputs: 100, using: &generator)
        XCTAssertEqual((he * he).mean().scalar, 2 / 200, accuracy: 0.0004)
        let glorot: Tensor<Double> = Initializer.glorot.weights(
            [200, 100], inputs: 200, outputs: 100, using: &generator)
        XCTAssertEqual((glorot * glorot).mean().scalar, 2 / 300, accuracy: 0.0003)
        XCTAssertLessThanOrEqual(glorot.elements.max()!, (6.0 / 300).squareRoot())
    }

    func testWhatIsNotANumberIsNotHidden() {
        var elements = [Float](repeating: 1, count: 4 * 4)
        elements[5] = .nan
        let images = Tensor(elements, shape: [1, 4, 4, 1])
        for pooling in [Pooling.none, .maximum] {
            let layer = Convolution2D<Float>(
                weights: .ones([3, 3, 1, 2]), bias: .zeros([2]), padding: 1, activation: .relu,
                pooling: pooling)
            XCTAssertTrue(layer(images).elements.contains { $0.isNaN }, "\(pooling)")
        }
        let dense = Dense<Float>(weights: .ones([16, 1]), bias: .zeros([1]), activation: .relu)
        XCTAssertTrue(dense(images.reshaped([1, 16])).scalar.isNaN)
    }

    func testEmptyBatch() {
        var generator = SeededGenerator(seed: 10)
        let model = PatchClassifier<Float>(side: 24, hidden: 4, using: &generator)
        XCTAssertEqual(model.probabilities(for: .zeros([0, 24, 24, 3])).shape, [0, 2])
        XCTAssertEqual(model(Tensor<Float>.zeros([0, 24, 24, 3])).shape, [0, 2])
    }

    func testProbabilitiesOfManyPatchesAreThoseOfEach() {
        var generator = SeededGenerator(seed: 11)
        let model = PatchClassifier<Float>(side: 25, hidden: 4, classes: 3, using: &generator)
        let patches = Tensor<Float>.normal([70, 25, 25, 3], using: &generator)
        let all = model.probabilities(for: patches)
        XCTAssertEqual(all.shape, [70, 3])
        for index in [0, 1, 63, 64, 69] {
            let alone = model.probabilities(for: patches.slice(index..<index + 1))
            XCTAssertEqual(alone, all.slice(index..<index + 1))
            XCTAssertEqual(alone.sum().scalar, 1, accuracy: 1e-6)
        }
    }
}
