/// How a network learns from labeled patches: all lessons, and the detector of the last one, train
/// their networks so.
///
/// ```swift
/// var generator = SeededGenerator(seed: 1)
/// var network = PatchClassifier<Float>(using: &generator)
/// try PatchTraining().fit(&network, to: patches, seed: 1)
/// ```
///
/// The patches are in memory, or on a disk, where there may be millions of them.
public struct PatchTraining: Sendable, Equatable, Codable {
    /// How often each patch is seen.
    public var epochs = 6

    /// How many patches make one step.
    public var batchSize = 16

    /// The learning rate of the longest steps; after the warm-up it falls to 0 along half a cosine.
    public var learningRate = 0.003

    /// For how many steps the rate grows to that, but no more than a quarter of all: a network that
    /// begins with long steps may lose all its rectifiers and never leave its first guess.
    public var warmUp = 100

    /// What happens to patches before they are learned from.
    public var augmentation = Augmentation.otherHospitals

    /// The training that the lessons use.
    public init() {}

    /// Trains a network.
    ///
    /// - Parameters:
    ///   - network: learns; its answer to `[batch, side, side, 3]` is `[batch, 2]`, class 1 tumour.
    ///   - patches: what it learns from.
    ///   - validation: patches of other patients; the network is then the best one of all epochs, by
    ///     its loss on them. Without them it is the last one.
    ///   - seed: decides order, augmentation and dropout.
    ///   - limit: after how many steps it ends, of a training that was planned for all.
    ///   - depth: how many batches are read and changed in the background, ahead of the step; it
    ///     changes nothing but the time.
    ///   - report: is told about each step and the number of all steps.
    /// - Returns: the loss of each step.
    /// - Throws: ``TrainingError``, such as a loss that is no longer a number; `PictureError` if the
    ///   augmentation does not suit the patches; `PatchError` if patients are known, and some are both
    ///   among those of the patches and those of the validation; what reading patches throws.
    @discardableResult
    public func fit<Network: Layer<Float>>(
        _ network: inout Network, to patches: some PatchSource,
        validation: (any PatchSource)? = nil, seed: UInt64, steps limit: Int = .max,
        prefetching depth: Int = 1,
        report: (_ progress: TrainingProgress, _ stepCount: Int) throws -> Void = { _, _ in }
    ) throws -> [Double] {
        if let validation { try patches.requireOtherPatients(than: validation) }
        let (perEpoch, planned) = (patches.count / batchSize, stepCount(for: patches))
        let steps = min(limit, planned)
        var run = TrainingRun(
            network, Adam<Float>(learningRate: learningRate),
            settings: TrainingSettings(
                epochs: (steps + perEpoch - 1) / max(1, perEpoch), seed: seed,
                schedule: .warmUpAndCosine(steps: planned, warmUp: warmUp),
                earlyStopping: validation.map { _ in EarlyStopping(patience: max(1, epochs)) }))
        var losses: [Double] = []
        try run.train(
            batches: { epoch in
                let batches = patches.batches(of: batchSize, seed: seed, epoch: epoch)
                return Prefetched(batches.prefix(steps - epoch * perEpoch), depth: depth) {
                    try patches.pictures(of: $0, augmentation: augmentation)
                }
            },
            // listing: PatchTraining.loss
            loss: { network, batch, pass in
                let images = try batch.value()
                let logits = network(Variable(images), in: pass)
                let labels = patches.labels(of: batch.input)
                return softmaxCrossEntropy(logits: logits, labels: labels)
            },
            // end listing
            validate: { network in try validation.map { try measures(of: network, on: $0) } ?? [:]
            },
            report: { event in
                guard case .step(let progress) = event else { return }
                losses.append(progress.loss)
                try report(progress, steps)
            })
        network = run.result
        return losses
    }

    /// The number of steps of a training; patches that do not fill a batch wait for the next epoch.
    public func stepCount(for patches: some PatchSource) -> Int {
        epochs * (patches.count / batchSize)
    }

    /// The mean loss of all patches as they are, batch by batch.
    private func measures(
        of network: some Layer<Float>, on patches: some PatchSource
    ) throws -> [String: Double] {
        var sum = 0.0
        for start in stride(from: 0, to: patches.count, by: 64) {
            let batch = PatchBatch(
                indices: Array(start..<min(start + 64, patches.count)), seed: 0)
            let images = try patches.pictures(of: batch, augmentation: nil)
            let loss = softmaxCrossEntropy(
                logits: network(Variable(images), in: .inference), labels: patches.labels(of: batch)
            )
            sum += Double(loss.value.scalar) * Double(batch.indices.count)
        }
        return ["loss": sum / Double(patches.count)]
    }
}
