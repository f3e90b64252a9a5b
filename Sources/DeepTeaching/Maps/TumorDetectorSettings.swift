import Foundation

/// How a tumour detector learns.
public struct TumorDetectorSettings: Sendable, Equatable, Codable {
    /// The side of a patch in pixels.
    public var side = 64

    /// The micrometres that one pixel of a patch covers.
    public var micronsPerPixel = 1.94

    /// The width of the network's hidden layer.
    public var hidden = 128

    /// The probability with which hidden numbers are dropped while learning.
    public var dropout = 0.2

    /// How often each patch is seen.
    public var epochs = 8

    /// How many patches make one step.
    public var batchSize = 32

    /// The length of the first steps; it falls to nothing along half a cosine.
    public var learningRate = 0.002

    /// What patches go through.
    public var augmentation = PatchAugmentation()

    /// The settings that the lessons use.
    public init() {}

    /// The patches as the detector wants them, edge to edge.
    public var grid: PatchGrid { PatchGrid(side: side, micronsPerPixel: micronsPerPixel) }

    /// Trains a detector of one network.
    ///
    /// - Parameters:
    ///   - patches: what it learns from, each patch of `side` pixels.
    ///   - seed: decides weights, order, augmentation and dropout.
    ///   - report: is told about each step and the number of all steps.
    /// - Throws: `TrainingError` if the loss is no longer a number.
    public func fit(
        _ patches: PatchSet, seed: UInt64,
        report: (_ progress: TrainingProgress, _ stepCount: Int) -> Void = { _, _ in }
    ) throws -> TumorDetector {
        var generator = SeededGenerator(seed: seed, stream: "weights")
        var network = PatchClassifier<Float>(
            side: side, hidden: hidden, classes: 2, dropout: dropout, using: &generator)
        var optimizer = Adam<Float>(learningRate: learningRate)
        let stepsAnEpoch = patches.count / batchSize
        for epoch in 0..<epochs {
            let epochSeed = seed &* 1000 &+ UInt64(epoch)
            optimizer.learningRate = rate(inEpoch: epoch)
            try train(
                &network, using: &optimizer, epochs: 1, seed: epochSeed,
                batches: { _ in patches.batches(of: batchSize, seed: epochSeed) },
                loss: { network, batch, pass in
                    let images = try patches.pictures(of: batch, augmentation: augmentation)
                    let logits = network(Variable(images), in: pass)
                    return softmaxCrossEntropy(logits: logits, labels: patches.labels(of: batch))
                },
                report: { step in
                    report(
                        TrainingProgress(
                            epoch: epoch, step: epoch * stepsAnEpoch + step.step, loss: step.loss),
                        epochs * stepsAnEpoch)
                })
        }
        return TumorDetector(networks: [network], micronsPerPixel: micronsPerPixel)
    }

    /// rate * (1 + cos(pi * epoch / epochs)) / 2
    private func rate(inEpoch epoch: Int) -> Double {
        learningRate * (1 + cos(.pi * Double(epoch) / Double(epochs))) / 2
    }
}
