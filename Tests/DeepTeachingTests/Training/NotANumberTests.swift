import XCTest

@testable import DeepTeaching

/// A training that goes wrong says in which step, in which layer and with which value.
final class NotANumberTests: XCTestCase {
    private func network() -> Sequential<Float> {
        var generator = SeededGenerator(seed: 1)
        return Sequential([
            Dense<Float>(inputs: 2, outputs: 3, activation: .relu, using: &generator),
            BatchNormalization<Float>(features: 3),
            Dense<Float>(inputs: 3, outputs: 2, using: &generator),
        ])
    }

    private func failure(
        of network: Sequential<Float>, on batch: Tensor<Float> = .ones([4, 2]),
        loss: (Variable<Float>) -> Variable<Float> = { ($0 * $0).mean() }
    ) -> TrainingError? {
        var model = network
        var adam = Adam<Float>()
        let before = (model.parameters.map(\.value), model.statistics.map(\.value))
        do {
            try train(
                &model, using: &adam, epochs: 1, seed: 0, batches: { _ in [batch] },
                loss: { model, batch, pass in loss(model(Variable(batch), in: pass)) })
        } catch {
            XCTAssertEqual(adam, Adam(), "the optimiser has not moved")
            XCTAssertEqual(model.statistics.map(\.value), before.1)
            return error as? TrainingError
        }
        return nil
    }

    private func error(_ place: String, _ value: String) -> TrainingError {
        .notANumber(epoch: 0, step: 0, place: place, value: value)
    }

    func testNothingIsWrong() { XCTAssertNil(failure(of: network())) }

    func testAParameter() {
        var model = network()
        model.forEachParameter { name, parameter in
            if name == "2.weights" { parameter.value[1, 1] = -.infinity }
        }
        XCTAssertEqual(failure(of: model), error("the parameter 2.weights", "-inf"))
    }

    func testALayerThatOverflows() {
        var model = network()
        model.forEachParameter { name, parameter in
            if name == "1.scale" { parameter.value = parameter.value * 3e38 }
        }
        // Different rows, or the normalisation answers with zeros.
        var generator = SeededGenerator(seed: 2)
        let batch = Tensor<Float>.normal([6, 2], standardDeviation: 9, using: &generator)
        XCTAssertEqual(
            failure(of: model, on: batch) { ($0 * $0).mean() }?.place,
            "the result of batchNormalized in the layer 1")
    }

    func testABadImage() {
        let batch = Tensor<Float>([1, .nan, 3, 4], shape: [2, 2])
        XCTAssertEqual(
            failure(of: network(), on: batch), error("the result of affine in the layer 0", "nan"))
    }

    func testALoss() {
        XCTAssertEqual(
            failure(of: network()) { _ in Variable(.infinity) }, error("the loss", "inf"))
    }

    func testAGradient() {
        // sqrt(0) is 0, but its slope is infinite.
        XCTAssertEqual(
            failure(of: network()) { ($0 * 0).squareRoot().sum() },
            error("the gradient of 2.bias", "nan"))
    }

    func testTheSentence() {
        XCTAssertEqual(
            "\(error("the gradient of 2.bias", "nan"))",
            """
            In step 0 (epoch 0) the gradient of 2.bias became nan. The model is that of the step \
            before. Lower the learning rate or clip the gradients, and check that no image holds a \
            value that is not a number.
            """)
    }

    func testAGoodFileIsNotReplacedByABadOne() throws {
        try inTemporaryFolder { folder in
            let file = folder.appendingPathComponent("run.safetensors")
            let settings = TrainingSettings(epochs: 9, stepsBetweenCheckpoints: 1)
            var run = TrainingRun(network(), Adam<Float>(), settings: settings)
            let batches = (0..<3).map { Float($0 == 2 ? Float.nan : 1) }
            XCTAssertThrowsError(
                try run.train(
                    batches: { _ in batches },
                    loss: { model, factor, pass in
                        model(Variable(.ones([4, 2]) * factor), in: pass).sum()
                    }, savingTo: file)
            ) {
                XCTAssertEqual(
                    $0 as? TrainingError,
                    .notANumber(
                        epoch: 0, step: 2, place: "the result of affine in the layer 0",
                        value: "nan"))
            }
            let good = try Data(contentsOf: file)
            run.model.forEachParameter { _, parameter in parameter.value = parameter.value * .nan }
            assertThrows(
                TrainingError.notANumber(
                    epoch: 0, step: 2, place: "the parameter 0.weights", value: "nan")
            ) { try run.save(to: file) }
            XCTAssertEqual(try Data(contentsOf: file), good)
            var resumed = TrainingRun(network(), Adam<Float>(), settings: settings)
            try resumed.resume(from: file)
            XCTAssertEqual(resumed.position.step, 2)
        }
    }
}

extension TrainingError {
    fileprivate var place: String? {
        if case .notANumber(_, _, let place, _) = self { place } else { nil }
    }
}
