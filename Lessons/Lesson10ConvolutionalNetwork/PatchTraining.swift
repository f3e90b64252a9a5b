import CourseKit
import DeepTeaching
import LessonSlides

/// How the networks of the lesson learn: all from the same patches, as often, in the same way.
struct PatchTraining {
    /// How often each patch is seen.
    var epochs = 6

    /// The patches of one step.
    var batchSize = 16

    /// The length of the longest steps.
    var learningRate = 0.003

    /// How many steps the length takes to rise: a network that begins with long steps may lose all
    /// its rectifiers.
    var warmUp = 100

    /// What happens to patches before they are learnt from.
    var augmentation = PatchAugmentation.turnsOnly

    /// Trains a network, and returns the loss of each step.
    ///
    /// - Parameter limit: how many steps are made, of a training that was planned for all.
    /// - Throws: `TrainingError` if the loss is no longer a number.
    @discardableResult
    func fit<Network: Layer<Float>>(
        _ network: inout Network, to patches: PatchSet, seed: UInt64, steps limit: Int = .max,
        report: (Double) -> Void = { _ in }
    ) throws -> [Double] {
        let stepsAnEpoch = patches.count / batchSize
        let all = epochs * stepsAnEpoch
        let steps = min(limit, all)
        var run = TrainingRun(
            network, Adam<Float>(learningRate: learningRate),
            settings: TrainingSettings(
                epochs: (steps + stepsAnEpoch - 1) / max(1, stepsAnEpoch), seed: seed,
                schedule: .warmUpAndCosine(steps: all, warmUp: warmUp)))
        var losses: [Double] = []
        try run.train(
            batches: { epoch in
                patches.batches(of: batchSize, seed: seed &* 1000 &+ UInt64(epoch))
                    .prefix(steps - epoch * stepsAnEpoch)
            },
            loss: { network, batch, pass in
                let images = try patches.pictures(of: batch, augmentation: augmentation)
                return softmaxCrossEntropy(
                    logits: network(Variable(images), in: pass), labels: patches.labels(of: batch))
            },
            report: { event in
                guard case .step(let progress) = event else { return }
                losses.append(progress.loss)
                report(Double(losses.count) / Double(steps))
            })
        network = run.result
        return losses
    }
}

/// The same measurement of several trainings that differ in nothing but their seed.
struct Spread {
    let values: [Double]

    var mean: Double { values.reduce(0, +) / Double(max(1, values.count)) }

    /// The smallest and the largest value: "0.971–0.983".
    func range(_ format: NumberFormat) -> String {
        format.text(values.min() ?? .nan) + "–" + format.text(values.max() ?? .nan)
    }

    /// Whether each value is larger than each one of another spread.
    func isAbove(_ other: Spread) -> Bool {
        // Not-a-number is above nothing, and nothing is above it.
        values.allSatisfy { value in other.values.allSatisfy { value > $0 } }
    }
}
