import XCTest

@testable import DeepTeaching

/// What belongs to one model and meets another, and a loss that has nothing to do with its model.
final class OtherModelTests: XCTestCase {
    private func layer(_ width: Int) -> Dense<Float> {
        var generator = SeededGenerator(seed: 3)
        return Dense(inputs: 2, outputs: width, using: &generator)
    }

    private func step(_ model: inout Dense<Float>, _ optimizer: inout some Optimizer<Float>) {
        let x = Variable(Tensor<Float>(rows: [[1, -2], [3, 1]]))
        let found = gradients(of: model) { $0(x, in: .inference).absolute().sum() }
        optimizer.update(&model, along: found.gradients)
    }

    func testAnOptimiserServesAnotherModelAfterReset() {
        func check(_ make: () -> some Optimizer<Float>, line: UInt = #line) {
            var (reset, new) = (make(), make())
            var first = layer(16)
            step(&first, &reset)
            reset.reset()
            XCTAssertEqual(reset.memory.steps, 0, line: line)
            var (wide, expected) = (layer(2048), layer(2048))
            for _ in 0..<2 {
                step(&wide, &reset)
                step(&expected, &new)
            }
            XCTAssertEqual(wide.weights.value, expected.weights.value, line: line)
            XCTAssertNotEqual(wide.weights.value, layer(2048).weights.value, line: line)
        }
        check { Adam() }
        check { AdamW() }
        check { AdaGrad() }
        check { RMSProp(momentum: 0.5) }
        check { GradientDescent(learningRate: 0.1, momentum: 0.9) }
    }

    func testALossOfACapturedModelIsRefused() {
        var model = layer(1)
        let captured = model
        var optimizer = Adam<Float>()
        XCTAssertThrowsError(
            try train(
                &model, using: &optimizer, epochs: 3, seed: 0, batches: { _ in 0..<2 },
                loss: { _, _, pass in
                    captured(Variable(.ones([1, 2])), in: pass).sum()
                })
        ) {
            XCTAssertEqual($0 as? TrainingError, .noGradient(epoch: 0, step: 0))
            XCTAssertTrue("\($0)".contains("no gradient reaches any parameter"))
        }
        XCTAssertEqual(model.weights.value, captured.weights.value)
    }

    func testALossOfOnePartOfTheModelIsTrained() throws {
        var parts = [layer(1), layer(1)]
        var optimizer = GradientDescent<Float>(learningRate: 0.1)
        try train(
            &parts, using: &optimizer, epochs: 1, seed: 0, batches: { _ in 0..<1 },
            loss: { parts, _, pass in parts[1](Variable(.ones([1, 2])), in: pass).sum() })
        XCTAssertEqual(parts[0].weights.value, layer(1).weights.value)
        XCTAssertNotEqual(parts[1].weights.value, layer(1).weights.value)
    }

    func testAnEpochWithoutABatchIsRefused() {
        var model = layer(1)
        var optimizer = Adam<Float>()
        let loss = { @Sendable (model: Dense<Float>, _: Int, pass: Pass) in
            model(Variable(.ones([1, 2])), in: pass).sum()
        }
        XCTAssertThrowsError(
            try train(
                &model, using: &optimizer, epochs: 2, seed: 0,
                batches: { epoch in epoch == 1 ? 0..<0 : 0..<1 }, loss: loss)
        ) { XCTAssertEqual($0 as? TrainingError, .noBatch(epoch: 1)) }
        var run = TrainingRun(model, optimizer, settings: TrainingSettings(epochs: 1))
        XCTAssertThrowsError(try run.train(batches: { _ in 0..<0 }, loss: loss)) {
            XCTAssertEqual($0 as? TrainingError, .noBatch(epoch: 0))
            XCTAssertTrue("\($0)".contains("fewer rows than a batch"))
        }
    }
}
