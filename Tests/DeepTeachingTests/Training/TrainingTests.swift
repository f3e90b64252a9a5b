import XCTest

@testable import DeepTeaching

final class TrainingTests: XCTestCase {
    private let x = Variable(Tensor<Float>([-1, 0, 1, 2], shape: [4, 1]))
    private let y = Variable(Tensor<Float>([-3, -1, 1, 3], shape: [4, 1]))

    private func line() -> Dense<Float> { Dense(weights: .zeros([1, 1]), bias: .zeros([1])) }

    func testALineIsFound() throws {
        var model = line()
        var descent = GradientDescent<Float>(learningRate: 0.1)
        var steps: [TrainingProgress] = []
        try train(
            &model, using: &descent, epochs: 100, seed: 0, batches: { _ in 0..<2 },
            loss: { model, _, pass in
                let difference = model(self.x, in: pass) - self.y
                return (difference * difference).mean()
            },
            report: { steps.append($0) })
        XCTAssertEqual(model.weights.value.scalar, 2, accuracy: 1e-3)
        XCTAssertEqual(model.bias.value.scalar, -1, accuracy: 1e-3)
        XCTAssertEqual(steps.map(\.step), Array(0..<200))
        XCTAssertEqual(steps.map(\.epoch), (0..<200).map { $0 / 2 })
        XCTAssertEqual(steps[0].loss, 5, accuracy: 1e-6)
    }

    func testALossThatIsNoNumberStopsBeforeTheUpdate() throws {
        var model = line()
        var descent = GradientDescent<Float>(learningRate: 0.1)
        var good = model
        XCTAssertThrowsError(
            try train(
                &model, using: &descent, epochs: 2, seed: 0, batches: { _ in 0..<3 },
                loss: { model, batch, pass in
                    good = model
                    let factor: Float = batch == 1 ? .nan : 1
                    return (model(self.x, in: pass) - self.y).sum() * factor
                })
        ) {
            XCTAssertEqual(
                $0 as? TrainingError,
                .notANumber(epoch: 0, step: 1, place: "the result of *", value: "nan"))
        }
        XCTAssertEqual(model.weights.value, good.weights.value)
        XCTAssertNotEqual(model.bias.value.scalar, 0)
        XCTAssertTrue(model.bias.value.scalar.isFinite)
    }

    func testEachStepHasARandomStreamOfItsOwn() throws {
        func draws(seed: UInt64) throws -> [UInt64] {
            var result: [UInt64] = []
            var model = line()
            var descent = GradientDescent<Float>(learningRate: 0)
            try train(
                &model, using: &descent, epochs: 2, seed: seed, batches: { _ in 0..<2 },
                loss: { model, _, pass in
                    XCTAssertTrue(pass.isTraining)
                    var generator = try XCTUnwrap(pass.makeGenerator())
                    result.append(generator.next())
                    return model(self.x, in: pass).sum()
                })
            return result
        }
        XCTAssertEqual(Set(try draws(seed: 1)).count, 4)
        XCTAssertEqual(try draws(seed: 1), try draws(seed: 1))
        XCTAssertTrue(Set(try draws(seed: 1)).isDisjoint(with: try draws(seed: 2)))
    }
}
