import XCTest

@testable import DeepTeaching

/// The shapes that layers make, and batches of nothing.
final class LayerShapeTests: XCTestCase {
    func testImages() {
        var generator = SeededGenerator(seed: 1)
        func shape(_ layer: some Layer<Float>, _ input: [Int]) -> [Int] {
            layer(Tensor<Float>.zeros(input)).shape
        }
        for batch in [0, 1, 3] {
            let images = [batch, 9, 12, 4]
            XCTAssertEqual(shape(AveragePooling2D(size: 3), images), [batch, 3, 4, 4])
            XCTAssertEqual(shape(GlobalPooling2D(.average), images), [batch, 4])
            XCTAssertEqual(shape(GlobalPooling2D(.maximum), images), [batch, 4])
            XCTAssertEqual(shape(Flatten(), images), [batch, 9 * 12 * 4])
            XCTAssertEqual(
                shape(
                    TransposedConvolution2D(
                        inputs: 4, outputs: 2, kernel: 2, stride: 2, using: &generator), images),
                [batch, 18, 24, 2])
            XCTAssertEqual(
                shape(
                    Convolution2D(
                        inputs: 4, outputs: 6, kernel: 3, padding: 2, dilation: 2, groups: 2,
                        using: &generator), images),
                [batch, 9, 12, 6])
            XCTAssertEqual(
                shape(ResidualBlock(inputs: 4, outputs: 5, stride: 2, using: &generator), images),
                [batch, 5, 6, 5])
        }
    }

    func testSequences() {
        var generator = SeededGenerator(seed: 2)
        let lstm = LSTM<Float>(inputs: 3, hidden: 4, using: &generator)
        for (batch, time) in [(0, 2), (2, 0), (1, 1)] {
            let sequence = Tensor<Float>.zeros([batch, time, 3])
            XCTAssertEqual(lstm(sequence).shape, [batch, time, 4])
            XCTAssertEqual(
                Bidirectional(forward: lstm, backward: lstm)(sequence).shape, [batch, time, 8])
        }
        XCTAssertEqual(Embedding<Float>(things: 5, width: 3, using: &generator)([]).shape, [0, 3])
        // A new LSTM remembers: only the gate f has a bias.
        XCTAssertEqual(
            lstm.weights.inputBias.value.elements,
            [0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0])
    }

    func testLossesOfFarLogitsAreNumbers() {
        let logits = Variable(Tensor<Float>([-200, 200, -200, 200], shape: [4]))
        let targets = Tensor<Float>([0, 0, 1, 1], shape: [4])
        XCTAssertEqual(binaryCrossEntropy(logits: logits, targets: targets).value.scalar, 100)
        XCTAssertEqual(
            focalLoss(logits: logits, targets: targets).value.scalar, 50, accuracy: 1e-4)
        let empty = Variable(Tensor<Float>.zeros([2, 3]))
        XCTAssertEqual(
            diceLoss(probabilities: empty, targets: .zeros([2, 3])).value.scalar, 0)
    }
}
