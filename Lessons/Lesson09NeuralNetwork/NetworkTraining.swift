import DeepTeaching
import LessonSlides

/// How the networks of this lesson learn.
struct NetworkTraining {
    var hidden = 64
    var dropout = 0.0
    var epochs = 20
    var batchSize = 32
    var learningRate = 0.0003

    /// One weight for each class; nil if all count the same.
    var weights: [Float]?

    /// How often a loss is measured without becoming better before the best network is kept.
    var patience = 4

    /// What came of an epoch.
    struct Epoch {
        let trainingLoss: Double
        let validationLoss: Double
    }

    /// What came of a training.
    struct Result {
        /// The network of the last epoch.
        var last: DenseNetwork

        /// The network of the epoch with the smallest validation loss.
        var best: DenseNetwork

        var bestEpoch = 0

        /// The epoch at which early stopping would have ended the training, if it would have.
        var stoppedEpoch: Int?

        var epochs: [Epoch] = []
    }

    /// A new network for rows of so many numbers.
    func network(inputs: Int, seed: UInt64) -> DenseNetwork {
        var generator = SeededGenerator(seed: seed, stream: "weights")
        return DenseNetwork(
            inputs: inputs, hidden: hidden, dropout: dropout, using: &generator)
    }

    /// Trains a network to the last epoch, and remembers what early stopping would have done.
    ///
    /// - Throws: `TrainingError` if the loss is no longer a number.
    func fit(
        _ table: PatchTable, validation: PatchTable, seed: UInt64,
        report: (Double) -> Void = { _ in }
    ) throws -> Result {
        var network = network(inputs: table.rows.shape[1], seed: seed)
        var optimizer = Adam<Float>(learningRate: learningRate)
        var stopping = EarlyStopping(patience: patience)
        var result = Result(last: network, best: network)
        for epoch in 0..<epochs {
            var losses = 0.0
            let batches = batches(of: table.count, epoch: epoch, seed: seed)
            try train(&network, using: &optimizer, epochs: 1, seed: seed &+ UInt64(epoch)) { _ in
                batches
            } loss: { network, batch, pass in
                softmaxCrossEntropy(
                    logits: network(Variable(table.rows.gathered(batch)), in: pass),
                    labels: batch.map { table.labels[$0] }, weights: weights)
            } report: {
                losses += $0.loss
            }
            let measured = PatchScores(network, validation)
            result.epochs.append(
                Epoch(
                    trainingLoss: losses / Double(batches.count), validationLoss: measured.loss))
            let wasOver = stopping.isOver
            if stopping.record(measured.loss), !wasOver {
                (result.best, result.bestEpoch) = (network, epoch)
            }
            if stopping.isOver, !wasOver { result.stoppedEpoch = epoch }
            report(Double(epoch + 1) / Double(epochs))
        }
        result.last = network
        return result
    }

    /// All patches in an order of this epoch, cut into batches.
    private func batches(of count: Int, epoch: Int, seed: UInt64) -> [[Int]] {
        var generator = SeededGenerator(seed: seed, stream: "order of epoch \(epoch)")
        let order = generator.shuffled(Array(0..<count))
        return stride(from: 0, to: count, by: batchSize).map {
            Array(order[$0..<min($0 + batchSize, count)])
        }
    }
}

extension PatchScores {
    /// What a network says about the patches of a table.
    init(_ network: DenseNetwork, _ table: PatchTable) {
        self.init(network, table.rows, isTumor: table.labels.map { $0 == 1 })
    }
}
