/// How a network learns classes of slides from patches that take the class of their slide.
///
/// The label of a slide is a weak label of its patches: a slide called ductal holds fat and stroma too.
/// Patches that all classes have in common get middling probabilities, those of one class alone high
/// ones, and the mean over a slide's tissue decides. That is right where much of the tissue shows the
/// class, and wrong where a small spot does: for that, ``TumorDetector`` learns from outlines.
///
/// ```swift
/// let patches = try slides.patches(2000, of: parts.training, grid: grid, seed: 1)
/// let classifier = try TissueClassifier(grid: grid).fit(patches, seed: 1)
/// ```
public struct TissueClassifier: Sendable, Equatable, Codable {
    /// The patches that it learns from: their side and their resolution.
    public var grid: PatchGrid

    /// What brings every slide to one staining before its patches are read; nil leaves them as they are.
    public var normalization: SlideNormalization?

    /// The width of the network's hidden layer.
    public var hidden = 32

    /// The probability with which hidden numbers are dropped while learning.
    public var dropout = 0.2

    /// How the network learns.
    public var training = PatchTraining()

    /// A classifier for patches of a grid.
    public init(grid: PatchGrid, normalization: SlideNormalization? = nil) {
        self.grid = grid
        self.normalization = normalization
    }

    /// Trains a network as ``PatchTraining`` does, with as many classes as there are.
    ///
    /// - Parameters:
    ///   - patches: what it learns from, as wide as those of the grid, and in the staining of the
    ///     normalization.
    ///   - seed: decides weights, order, augmentation and dropout.
    ///   - report: is told about each step and the number of all steps.
    /// - Throws: `StagingError` if there are fewer patches than a batch; `TrainingError` if the loss is
    ///   no longer a number.
    public func fit(
        _ patches: ClassedPatches, seed: UInt64,
        report: (_ progress: TrainingProgress, _ stepCount: Int) -> Void = { _, _ in }
    ) throws -> Fitted {
        let set = patches.patches
        guard set.count >= training.batchSize else {
            throw StagingError.tooFewPatches(found: set.count, needed: training.batchSize)
        }
        var generator = SeededGenerator(seed: seed, stream: "weights")
        let network = PatchClassifier<Float>(
            side: grid.side, hidden: hidden, classes: patches.names.count, dropout: dropout,
            using: &generator)
        let steps = training.stepCount(for: set)
        var run = TrainingRun(
            network, Adam<Float>(learningRate: training.learningRate),
            settings: TrainingSettings(
                epochs: training.epochs, seed: seed,
                schedule: .warmUpAndCosine(steps: steps, warmUp: training.warmUp)))
        try run.train(
            batches: { set.batches(of: training.batchSize, seed: seed, epoch: $0) },
            loss: { network, batch, pass in
                let images = try set.pictures(of: batch, augmentation: training.augmentation)
                return softmaxCrossEntropy(
                    logits: network(Variable(images), in: pass),
                    labels: batch.indices.map { patches.labels[$0] })
            },
            report: { event in
                guard case .step(let progress) = event else { return }
                report(progress, steps)
            })
        return Fitted(
            network: run.result, names: patches.names, micronsPerPixel: grid.micronsPerPixel,
            normalization: normalization)
    }
}
