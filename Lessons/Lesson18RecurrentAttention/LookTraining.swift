import DeepTeaching
import LessonSlides

/// How all models of the lesson learn to look: from the same pictures, as often, in the same way.
struct LookTraining {
    /// How a model chooses its places while it learns.
    enum Way: Sendable {
        /// By a policy that learns by this objective.
        case policy(GlimpseObjective)

        /// At random; each picture as often as with four samples.
        case random

        /// At the middles of the four quarters.
        case fixed
    }

    let plan: LookingPlan
    let settings: RecurrentAttention<Float>.Settings
    let way: Way

    /// How many pictures a step sees: with one sample each, four times as many.
    var size: Int { plan.batch * 4 / samples }

    private var samples: Int {
        if case .policy(let objective) = way { return objective.samples }
        return 4
    }

    /// What came of a training.
    struct Result {
        let model: RecurrentAttention<Float>

        /// The loss of each step's answers.
        let losses: [Double]
    }

    /// Trains a new model.
    func fit(
        _ pictures: Tensor<Float>, labels: [Int], steps: Int, seed: UInt64,
        report: (Double) throws -> Void
    ) throws -> Result {
        var generator = SeededGenerator(seed: seed, stream: "looking")
        // listing: LookTraining.run
        let batches = GlimpseBatches(
            of: pictures, labels: labels,
            size: min(size, labels.count), steps: steps,
            for: settings, samples: samples,
            spread: PolicySpread(from: 0.2, to: 0.1), seed: seed)
        let model = RecurrentAttention<Float>(settings, using: &generator)
        var run = TrainingRun(
            model, Adam(learningRate: 0.002),
            settings: TrainingSettings(
                epochs: 1, seed: seed,
                schedule: Self.schedule(steps: steps),
                clippingNorm: 5))
        // end listing
        var losses: [Double] = []
        try run.train(
            batches: { _ in batches.all }, loss: loss,
            report: { event in
                guard case .step(let progress) = event else { return }
                losses.append(progress.loss)
                try report(Double(progress.step + 1) / Double(steps))
            })
        return Result(model: run.model, losses: losses)
    }

    /// A rise over 50 steps, the full rate up to 70 %, then a fall in a line to 2 %.
    static func schedule(steps: Int) -> LearningRateSchedule {
        let (rise, hold) = (min(50, steps / 4), steps * 7 / 10)
        return LearningRateSchedule(
            .linear(hold: hold - rise, length: max(1, steps - hold), last: 0.02), warmUp: rise)
    }

    private func loss(
        _ model: RecurrentAttention<Float>, _ batch: GlimpseBatches.Batch, _ pass: Pass
    ) -> Variable<Float> {
        let moves = settings.glimpses - 1
        switch way {
        case .policy(let objective):
            // listing: LookTraining.loss
            let look = model.look(at: batch.pictures, policy: batch.policy)
            return hybridLoss(of: look, labels: batch.labels, objective: objective)
        // end listing
        case .random:
            var generator = pass.makeGenerator(at: "places") ?? SeededGenerator(seed: 0)
            let places = Self.randomPlaces(
                moves: moves, rows: batch.labels.count, using: &generator)
            let look = model.look(at: batch.pictures, policy: .given(places))
            return softmaxCrossEntropy(logits: look.logits, labels: batch.labels)
        case .fixed:
            let places = Self.fixedPlaces(moves: moves, rows: batch.labels.count)
            let look = model.look(
                at: batch.pictures, first: places.first, policy: .given(places.others))
            return softmaxCrossEntropy(logits: look.logits, labels: batch.labels)
        }
    }

    /// Places anywhere in the picture.
    static func randomPlaces(
        moves: Int, rows: Int, using generator: inout SeededGenerator
    ) -> Tensor<Float> {
        .uniform([moves, rows, 2], from: -1, to: 1, using: &generator)
    }

    /// The middles of the quarters of a picture: `[rows, 2]` for the first glimpse, `[moves, rows, 2]` for
    /// the others.
    static func fixedPlaces(
        moves: Int, rows: Int
    ) -> (first: Tensor<Float>, others: Tensor<Float>) {
        let middles: [[Float]] = [[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]]
        let all = (0...moves).map { move in
            Tensor(rows: Array(repeating: middles[move % middles.count], count: rows))
        }
        return (all[0], .stacked(Array(all.dropFirst())))
    }
}
