import XCTest

@testable import DeepTeaching

/// The whole model with its loss and all gradients, against PyTorch, in both kinds of numbers.
final class RecurrentAttentionReferenceTests: XCTestCase {
    private static let sensor = GlimpseSensor(size: 2, scales: 2)

    private func hybrid<Scalar: TensorScalar>(
        _ core: GlimpseCore<Scalar>.Kind, _ objective: GlimpseObjective
    ) -> ReferenceOperation<Scalar> {
        { parameters, options in
            var generator = SeededGenerator(seed: 0)
            var model = RecurrentAttention<Scalar>(
                .init(
                    sensor: Self.sensor, glimpses: 3, classes: 5, hidden: 4, features: 3,
                    core: core), using: &generator)
            var index = 0
            model.forEachParameter { _, parameter in
                parameter = parameters[index]
                index += 1
            }
            let rows = options["labels"]!.count
            func tensor(_ name: String, _ shape: [Int]) -> Tensor<Scalar> {
                Tensor(options[name]!.map { Scalar($0) / 1024 }, shape: shape)
            }
            let look = model.look(
                at: GlimpsePictures(
                    tensor("pixels", [3, 7, 9]), sensor: Self.sensor, samples: objective.samples),
                policy: .sampled(noise: tensor("noise", [2, rows, 2]), deviation: 0.5))
            return hybridLoss(of: look, labels: options["labels"]!, objective: objective)
        }
    }

    private func check<Scalar: TensorScalar>(_: Scalar.Type, tolerance: Double) throws {
        let pairs = GlimpseObjective(
            reward: .logProbability(floor: 3), baseline: .leaveOneOut, samples: 2)
        let operations: [String: ReferenceOperation<Scalar>] = [
            "relu paper": hybrid(.relu, .paper), "relu samples": hybrid(.relu, pairs),
            "gru paper": hybrid(.gru, .paper), "gru samples": hybrid(.gru, pairs),
        ]
        let cases = try reference("recurrent_attention", as: ReferenceValues.self).cases
        checkCases(cases, operations, tolerance: tolerance)
    }

    func testFloat() throws { try check(Float.self, tolerance: 1e-5) }

    func testDouble() throws { try check(Double.self, tolerance: 1e-10) }
}
