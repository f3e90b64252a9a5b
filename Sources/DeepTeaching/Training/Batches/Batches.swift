/// Samples and their targets in batches, in a new order in each epoch.
///
/// ```swift
/// let batches = Batches(of: features, labels, size: 32, seed: 1)
/// try train(&model, using: &optimizer, epochs: 20, seed: 1, batches: batches.epoch) {
///     model, batch, pass in
///     softmaxCrossEntropy(logits: model(Variable(batch.samples), in: pass), labels: batch.targets)
/// }
/// ```
///
/// The order is decided by the seed and the number of the epoch alone, so a training that is resumed
/// sees the same batches. Targets are labels, `[Int]`, or a tensor whose first axis is the samples'.
public struct Batches<
    Samples: RowSelectable & Sendable, Targets: RowSelectable & Sendable
>: Sendable {
    /// Some samples and their targets.
    public struct Batch: Sendable {
        /// The samples, `[batch, ...]`.
        public let samples: Samples

        /// The target of each sample.
        public let targets: Targets
    }

    /// What happens to the samples that are too few for a whole batch at the end of an epoch.
    public enum LastBatch: Sendable, Equatable {
        /// They are a batch of their own.
        case kept

        /// They are left out of this epoch: batch normalisation learns little from a batch of one.
        case dropped
    }

    private let samples: Samples
    private let targets: Targets
    private let size: Int
    private let seed: UInt64?
    private let last: LastBatch

    /// Batches of samples and their targets.
    ///
    /// - Parameters:
    ///   - samples: the samples, such as features `[samples, features]`.
    ///   - targets: one for each sample.
    ///   - size: the number of samples in a batch.
    ///   - seed: decides the orders; nil keeps the samples in theirs.
    ///   - last: what happens to the samples that do not fill a batch.
    public init(
        of samples: Samples, _ targets: Targets, size: Int, seed: UInt64?,
        last: LastBatch = .kept
    ) {
        require(size > 0, "a batch cannot hold \(size) samples")
        require(
            samples.rowCount == targets.rowCount,
            "\(samples.rowCount) samples do not fit \(targets.rowCount) targets")
        require(samples.rowCount > 0, "there are no samples to make batches of")
        require(
            last == .kept || samples.rowCount >= size,
            "\(samples.rowCount) samples do not fill a batch of \(size), and a batch that is not "
                + "full is to be dropped: nothing would be left")
        self.samples = samples
        self.targets = targets
        self.size = size
        self.seed = seed
        self.last = last
    }

    /// The number of batches of an epoch.
    public var count: Int {
        last == .kept ? (samples.rowCount + size - 1) / size : samples.rowCount / size
    }

    /// The batches of an epoch, each made when its turn comes.
    ///
    /// - Parameter number: the epoch, from 0.
    public func epoch(_ number: Int) -> some Sequence<Batch> {
        var order = Array(0..<samples.rowCount)
        if let seed {
            var generator = SeededGenerator(seed: seed, stream: "batches of epoch \(number)")
            order = generator.shuffled(order)
        }
        return (0..<count).lazy.map { [samples, targets, size, order] index in
            let indices = Array(order[index * size..<min((index + 1) * size, order.count)])
            return Batch(samples: samples.rows(at: indices), targets: targets.rows(at: indices))
        }
    }
}
