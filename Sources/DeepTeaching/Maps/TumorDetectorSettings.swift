/// How a tumour detector learns.
public struct TumorDetectorSettings: Sendable, Equatable, Codable {
    /// The patches that it learns from: their side and their resolution.
    public var grid: PatchGrid

    /// The width of the network's hidden layer.
    public var hidden = 128

    /// The probability with which hidden numbers are dropped while learning.
    public var dropout = 0.2

    /// How often each patch is seen.
    public var epochs = 8

    /// How many patches make one step.
    public var batchSize = 32

    /// The length of the longest steps; after the warm-up it falls to nothing along half a cosine.
    public var learningRate = 0.002

    /// For how many steps the length grows to that, but no more than a quarter of all: a network that
    /// begins with long steps may lose all its rectifiers and never leave its first guess.
    public var warmUp = 150

    /// What patches go through.
    public var augmentation = PatchAugmentation()

    /// The settings that the lessons use, for patches of a grid.
    public init(grid: PatchGrid = PatchGrid(forSlidesOf: nil)) { self.grid = grid }

    /// Trains a detector of one network.
    ///
    /// - Parameters:
    ///   - patches: what it learns from, each patch as wide as those of the grid.
    ///   - seed: decides weights, order, augmentation and dropout.
    ///   - report: is told about each step and the number of all steps.
    /// - Throws: `TrainingError` if the loss is no longer a number.
    public func fit(
        _ patches: PatchSet, seed: UInt64,
        report: (_ progress: TrainingProgress, _ stepCount: Int) -> Void = { _, _ in }
    ) throws -> TumorDetector {
        var generator = SeededGenerator(seed: seed, stream: "weights")
        var network = PatchClassifier<Float>(
            side: grid.side, hidden: hidden, classes: 2, dropout: dropout, using: &generator)
        if let spread = patches.brightness {
            network.first.standardizeInput(
                mean: spread.mean, deviation: max(spread.deviation, 1e-3))
        }
        let stepCount = epochs * (patches.count / batchSize)
        var run = TrainingRun(
            network, Adam<Float>(learningRate: learningRate),
            settings: TrainingSettings(
                epochs: epochs, seed: seed,
                schedule: .risingThenFalling(steps: stepCount, warmUp: warmUp)))
        try run.train(
            batches: { patches.batches(of: batchSize, seed: seed &* 1000 &+ UInt64($0)) },
            // listing: TumorDetectorSettings.loss
            loss: { network, batch, pass in
                let images = try patches.pictures(of: batch, augmentation: augmentation)
                let logits = network(Variable(images), in: pass)
                let labels = patches.labels(of: batch)
                return softmaxCrossEntropy(logits: logits, labels: labels)
            },
            // end listing
            report: { event in
                if case .step(let progress) = event { report(progress, stepCount) }
            })
        return TumorDetector(networks: [run.result], micronsPerPixel: grid.micronsPerPixel)
    }
}
