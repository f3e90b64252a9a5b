import DeepTeaching
import Foundation

/// How the networks of the lesson learn: all in the same way, from the same patches.
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
    var augmentation = PatchTraining.turns

    /// Turned and mirrored, but in their own colours.
    static let turns: PatchAugmentation = {
        var augmentation = PatchAugmentation()
        (augmentation.stain, augmentation.color, augmentation.light) = (0, 0, 0)
        return augmentation
    }()

    /// Trains a network, and returns the loss of each step.
    ///
    /// - Throws: `TrainingError` if the loss is no longer a number.
    func fit<Network: Layer>(
        _ network: inout Network, to patches: PatchSet, seed: UInt64, steps limit: Int = .max,
        report: (Double) -> Void = { _ in }
    ) throws -> [Double] where Network.Scalar == Float {
        var optimizer = Adam<Float>(learningRate: learningRate)
        let all = (0..<epochs).flatMap { epoch in
            patches.batches(of: batchSize, seed: seed &* 1000 &+ UInt64(epoch))
        }
        var losses: [Double] = []
        for (step, batch) in all.prefix(limit).enumerated() {
            optimizer.learningRate = rate(step: step, of: all.count)
            let images = Variable(try patches.pictures(of: batch, augmentation: augmentation))
            let labels = patches.labels(of: batch)
            let pass = Pass.training(seed: batch.seed)
            let (loss, gradients) = gradients(of: network) { network in
                softmaxCrossEntropy(logits: network(images, in: pass), labels: labels)
            }
            guard loss.isFinite else {
                throw TrainingError.notANumber(
                    epoch: 0, step: step, place: "the loss", value: "\(loss)")
            }
            optimizer.update(&network, along: gradients)
            network.updateStatistics(from: pass)
            losses.append(Double(loss))
            report(Double(step + 1) / Double(min(limit, all.count)))
        }
        return losses
    }

    /// It rises, then falls to nothing along half a cosine.
    private func rate(step: Int, of count: Int) -> Double {
        let rise = min(1, Double(step + 1) / Double(max(warmUp, 1)))
        return learningRate * rise * (1 + cos(.pi * Double(step) / Double(count))) / 2
    }
}
