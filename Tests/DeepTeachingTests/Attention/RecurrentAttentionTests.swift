import XCTest

@testable import DeepTeaching

/// What the reference values do not show.
final class RecurrentAttentionTests: XCTestCase {
    private var generator = SeededGenerator(seed: 8)
    private let sensor = GlimpseSensor(size: 2, scales: 2)

    private func model(
        _ core: GlimpseCore<Double>.Kind, glimpses: Int = 3, detached: Bool = false
    ) -> RecurrentAttention<Double> {
        RecurrentAttention(
            .init(
                sensor: sensor, glimpses: glimpses, classes: 3, hidden: 5, features: 4, core: core,
                detachesPolicy: detached), using: &generator)
    }

    private func pictures(_ count: Int, samples: Int = 1) -> GlimpsePictures<Double> {
        GlimpsePictures(
            .normal([count, 6, 6], using: &generator), sensor: sensor, samples: samples)
    }

    /// With given places all is smooth.
    func testGradientsAreTheSlopesOfTheLoss() {
        for core in GlimpseCore<Double>.Kind.allCases {
            let (model, pictures) = (model(core), pictures(4))
            let places = Tensor<Double>.uniform([2, 4, 2], from: -1, to: 1, using: &generator)
            // In the middle, with biases of 0, a ReLU would stand just where it switches.
            let first = Tensor<Double>.uniform([4, 2], from: -1, to: 1, using: &generator)
            let error = gradientCheck(of: model) { model in
                let look = model.look(at: pictures, first: first, policy: .given(places))
                let aimed = look.means.reduce(Variable(0.0)) {
                    $0
                        + gaussianLogProbability(of: .zeros([4, 2]), mean: $1, deviation: 0.5)
                        .sum()
                }
                return softmaxCrossEntropy(logits: look.logits, labels: [0, 2, 1, 1]) + aimed
            }
            XCTAssertLessThan(error, 1e-6, "\(core)")
        }
    }

    /// Nothing of a sampled place reaches the model but its probability, and the baseline is left alone.
    func testWhereGradientsStop() throws {
        let (model, pictures) = (model(.gru), pictures(2, samples: 2))
        let noise = Tensor<Double>.normal([2, 4, 2], using: &generator)
        let policy = GlimpsePolicy<Double>.sampled(noise: noise, deviation: 0.3)
        func gradient(
            _ name: String, _ loss: (RecurrentAttention<Double>.Look) -> Variable<Double>
        ) throws -> Double {
            let found = gradients(of: model) { loss($0.look(at: pictures, policy: policy)) }
            return try XCTUnwrap(found.gradients[name]).absolute().sum().scalar
        }
        XCTAssertEqual(try gradient("location.weights") { $0.logits.sum() }, 0)
        XCTAssertEqual(try gradient("baseline.weights") { $0.logits.sum() }, 0)
        XCTAssertEqual(try gradient("classifier.weights") { $0.baselines[2].sum() }, 0)
        XCTAssertEqual(try gradient("glimpse.what.weights") { $0.baselines[2].sum() }, 0)
        XCTAssertGreaterThan(try gradient("baseline.weights") { $0.baselines[2].sum() }, 0)
        let paper = GlimpseObjective.paper
        let labels = [0, 0, 2, 2]
        let all = gradients(of: model) {
            hybridLoss(of: $0.look(at: pictures, policy: policy), labels: labels, objective: paper)
        }.gradients
        let alone = gradients(of: model) { model in
            let look = model.look(at: pictures, policy: policy)
            let rewards = paper.rewards(logits: look.logits.value, labels: labels)
            let errors = look.baselines.map { meanSquaredError(predictions: $0, targets: rewards) }
            return (errors[0] + errors[1] + errors[2]) / 3
        }.gradients
        let found = try XCTUnwrap(all["baseline.weights"])
        let expected = try XCTUnwrap(alone["baseline.weights"])
        assertEqual(found.elements, expected.elements, accuracy: 1e-14, "the advantage is constant")
    }

    func testADetachedPolicyLeavesTheCoreAlone() throws {
        for isDetached in [true, false] {
            let (model, pictures) = (model(.gru, detached: isDetached), pictures(2))
            let noise = Tensor<Double>.normal([2, 2, 2], using: &generator)
            let found = gradients(of: model) { model in
                let look = model.look(
                    at: pictures, policy: .sampled(noise: noise, deviation: 0.3))
                return reinforceLoss(
                    logProbabilities: look.logProbabilities,
                    advantages: [Tensor([1, -2], shape: [2]), Tensor([0.5, 1], shape: [2])])
            }.gradients
            let core = try XCTUnwrap(found["core.input"]).absolute().sum().scalar
            XCTAssertEqual(core == 0, isDetached)
            let own = try XCTUnwrap(found["location.bias"]).absolute().sum().scalar
            XCTAssertGreaterThan(own, 0)
        }
    }

    /// The mean policy draws nothing: looked at twice, a picture gets the same answer.
    func testTheMeanPolicyLooksWhereItMeansTo() {
        let (model, pictures) = (model(.relu), pictures(3))
        let look = model.look(at: pictures)
        XCTAssertEqual(look.places.count, 3)
        XCTAssertEqual(look.places[0], .zeros([3, 2]))
        XCTAssertEqual(look.places[1], look.means[0].value)
        XCTAssertTrue(look.logProbabilities.isEmpty)
        XCTAssertEqual(model.look(at: pictures).logits.value, look.logits.value)
        let one = self.model(.relu, glimpses: 1).look(at: self.pictures(0))
        XCTAssertEqual(one.logits.shape, [0, 3])
        XCTAssertTrue(one.means.isEmpty)
    }

    func testRewards() {
        let logits = Tensor<Double>(rows: [[2, 1, 0], [0, 9, -9]])
        let right = GlimpseObjective.paper.rewards(logits: logits, labels: [0, 2])
        XCTAssertEqual(right.elements, [1, 0])
        let probable = GlimpseObjective.fourSamples.rewards(logits: logits, labels: [0, 2])
        let logP = 2 - log(exp(2.0) + exp(1) + 1)
        assertEqual(probable.elements, [logP / 3, -1], accuracy: 1e-12)
        let others = leaveOneOutBaselines(
            rewards: Tensor<Double>([1, 2, 6, 0, 0, 3], shape: [6]), samples: 3)
        XCTAssertEqual(others.elements, [4, 3.5, 1.5, 1.5, 1.5, 0])
    }

    func testTheSpreadNarrows() {
        let spread = PolicySpread(from: 0.3, to: 0.1)
        XCTAssertEqual(spread.deviation(atStep: 0, of: 3), 0.3)
        XCTAssertEqual(spread.deviation(atStep: 1, of: 3), 0.2, accuracy: 1e-15)
        XCTAssertEqual(spread.deviation(atStep: 2, of: 3), 0.1, accuracy: 1e-15)
        XCTAssertEqual(spread.deviation(atStep: 0, of: 1), 0.3)
    }

    /// A training that diverges says so, and the model is that of the step before.
    func testADivergingTrainingKeepsItsLastGoodState() throws {
        var generator = SeededGenerator(seed: 1)
        let settings = RecurrentAttention<Float>.Settings(
            sensor: sensor, glimpses: 2, classes: 10, hidden: 4, features: 4)
        let digits = DigitPictures.drawn(8, scene: .plain, seed: 1)
        let batches = GlimpseBatches(
            of: digits.pictures, labels: digits.labels, size: 4, steps: 6, for: settings,
            samples: 2, spread: PolicySpread(from: 0.2, to: 0.1), seed: 1)
        let pairs = GlimpseObjective(
            reward: .logProbability(floor: 3), baseline: .leaveOneOut, samples: 2)
        var run = TrainingRun(
            RecurrentAttention(settings, using: &generator), Adam(learningRate: 1e30),
            settings: TrainingSettings(epochs: 1))
        XCTAssertThrowsError(
            try run.train(batches: { _ in batches.all }) { model, batch, _ in
                hybridLoss(
                    of: model.look(at: batch.pictures, policy: batch.policy), labels: batch.labels,
                    objective: pairs)
            }
        ) { error in
            guard case .notANumber? = error as? TrainingError else { return XCTFail("\(error)") }
        }
        XCTAssertGreaterThan(run.position.step, 0)
        XCTAssertTrue(run.model.parameters.allSatisfy { $0.value.isFinite() })
    }
}
