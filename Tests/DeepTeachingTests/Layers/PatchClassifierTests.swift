import XCTest

@testable import DeepTeaching

final class PatchClassifierTests: XCTestCase {
    func testLearnsToTellBrightFromDark() throws {
        var generator = SeededGenerator(seed: 3)
        var model = PatchClassifier<Float>(side: 24, hidden: 16, dropout: 0.2, using: &generator)
        let labels = (0..<32).map { $0 % 2 }
        let noise = Tensor<Float>.normal([32, 24, 24, 3], using: &generator)
        let brightness = Tensor(labels.map { Float($0) * 0.5 }, shape: [32, 1, 1, 1])
        let images = noise + brightness
        var adam = Adam<Float>(learningRate: 0.003)
        var losses: [Double] = []
        try train(
            &model, using: &adam, epochs: 40, seed: 1, batches: { _ in [(images, labels)] },
            loss: { model, batch, pass in
                softmaxCrossEntropy(
                    logits: model(Variable(batch.0), in: pass), labels: batch.1)
            },
            report: { losses.append($0.loss) })
        XCTAssertGreaterThan(losses[0], 0.5)
        XCTAssertLessThan(losses[39], 0.05)
        let probabilities = model.probabilities(for: images)
        XCTAssertEqual(probabilities.shape, [32, 2])
        XCTAssertEqual(probabilities.argmax(), labels)
    }

    func testGradientsAreThoseOfTheLoss() {
        var generator = SeededGenerator(seed: 4)
        let model = PatchClassifier<Double>(side: 24, hidden: 4, using: &generator)
        let images = Variable(Tensor<Double>.normal([2, 24, 24, 3], using: &generator))
        let difference = gradientCheck(of: model) { model in
            softmaxCrossEntropy(logits: model(images, in: .inference), labels: [0, 1])
        }
        XCTAssertLessThan(difference, 1e-6)
    }
}
