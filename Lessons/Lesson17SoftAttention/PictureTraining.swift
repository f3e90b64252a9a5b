import CourseKit
import DeepTeaching

/// How all networks of the lesson learn: from the same pictures, as often, in the same order.
struct PictureTraining {
    let batches: [PictureBatch]
    let test: PictureBatch
    let steps: Int

    /// lambda of the doubly stochastic penalty.
    var penalty = 0.0

    /// Draws the pictures of one experiment; those of the test come from a stream of their own.
    init(size: ExperimentSize, seed: UInt64) {
        var learning = SeededGenerator(seed: seed, stream: "training pictures")
        var testing = SeededGenerator(seed: seed, stream: "test pictures")
        batches = (0..<size.batches).map { _ in
            PictureBatch(count: size.batch, using: &learning)
        }
        test = PictureBatch(count: size.test, using: &testing)
        steps = size.steps
    }

    /// The share of attention inside the tumours of each batch that it learnt from, if it attends.
    ///
    /// - Throws: `TrainingError` if the loss is no number; `AttentionError` for a picture of glass.
    @discardableResult
    func fit(_ network: inout some PictureNetwork, learningRate: Double) throws -> [Double] {
        var optimizer = Adam<Float>(learningRate: learningRate)
        var inside: [Double] = []
        for step in 0..<steps {
            let batch = batches[step % batches.count]
            optimizer.learningRate = learningRate * factor(at: step)
            var weights: Tensor<Float>?
            let (images, mask) = (Variable(batch.images), batch.mask)
            // listing: PictureTraining.step
            let (loss, gradients) = try gradients(of: network) { network in
                let answer = try network.answer(images, where: mask)
                weights = answer.weights?.value
                return softmaxCrossEntropy(
                    logits: answer.logits, labels: batch.labels)
                    + penalty(of: answer, where: mask)
            }
            optimizer.update(&network, along: gradients.clipped(toNorm: 5))
            // end listing
            guard loss.isFinite else { throw DivergedTraining(step: step) }
            if let weights {
                inside.append(Attention(weights).share(in: batch.tumor, of: batch, step: nil))
            }
        }
        return inside
    }

    /// What uneven attention costs; nothing without attention or without a penalty.
    private func penalty(of answer: PictureAnswer, where mask: Tensor<Float>) -> Variable<Float> {
        guard penalty > 0, let weights = answer.weights else { return Variable(0) }
        return doublyStochasticPenalty(weights, factor: penalty, where: mask)
    }

    /// Rises over the first steps, and falls from six tenths on.
    private func factor(at step: Int) -> Double {
        let (step, steps) = (Double(step), Double(steps))
        let warmUp = min(1, (step + 1) / 20)
        return step < 0.6 * steps ? warmUp : max(0.02, warmUp * (1 - step / steps) / 0.4)
    }
}

/// A loss that is no number any more.
struct DivergedTraining: Error, CustomStringConvertible {
    let step: Int

    var description: String {
        "the training diverged at step \(step): try another --seed, and report it"
    }
}

/// How much is trained.
struct ExperimentSize {
    let steps, batch, batches, test, runs: Int

    /// For a look, and for tests.
    static let nano = ExperimentSize(steps: 40, batch: 16, batches: 20, test: 60, runs: 2)

    static let small = ExperimentSize(steps: 320, batch: 32, batches: 48, test: 400, runs: 3)

    static let full = ExperimentSize(steps: 1500, batch: 32, batches: 200, test: 2000, runs: 5)
}
