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

    /// How many epochs in a row may pass without a smaller validation loss.
    var patience = 4

    /// What came of an epoch.
    struct Epoch {
        /// The mean over all batches, each before its step.
        let trainingLoss: Double

        /// What the network then says about other patches.
        let validation: PatchScores

        var validationLoss: Double { validation.loss }
    }

    /// What came of a training.
    struct Result {
        /// The network of the last epoch.
        var last: DenseNetwork

        /// The network of the epoch with the smallest validation loss.
        var best: DenseNetwork

        /// That epoch, from 0.
        var bestEpoch = 0

        /// The epoch at which early stopping would have ended the training, from 0.
        var stoppedEpoch: Int

        /// The losses before the first epoch.
        let start: Epoch

        var epochs: [Epoch] = []

        /// What the network of the last epoch says about the validation patches.
        var scores: PatchScores { (epochs.last ?? start).validation }
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
        var network = network(inputs: table.inputs, seed: seed)
        var optimizer = Adam<Float>(learningRate: learningRate)
        var result = Result(
            last: network, best: network, stoppedEpoch: epochs - 1,
            start: Epoch(
                trainingLoss: PatchScores(network, table).loss,
                validation: PatchScores(network, validation)))
        // listing: NetworkTraining.stopping
        var stopping = EarlyStopping(patience: patience)
        for epoch in 0..<epochs {
            let loss = try learn(&network, &optimizer, table, epoch, seed)
            let scores = PatchScores(network, validation)
            // We watch the network learn on, although the training would be over.
            if !stopping.isOver {
                if stopping.record(scores.loss) {
                    (result.best, result.bestEpoch) = (network, epoch)
                }
                if stopping.isOver { result.stoppedEpoch = epoch }
            }
            result.epochs.append(Epoch(trainingLoss: loss, validation: scores))
            report(Double(epoch + 1) / Double(epochs))
        }
        // end listing
        result.last = network
        return result
    }

    /// One epoch: each patch once.
    ///
    /// - Returns: the mean of the losses of all batches, each before its step.
    private func learn(
        _ network: inout DenseNetwork, _ optimizer: inout Adam<Float>, _ table: PatchTable,
        _ epoch: Int, _ seed: UInt64
    ) throws -> Double {
        var losses: [Double] = []
        let labels = table.labels
        let batches = batches(of: table.count, epoch: epoch, seed: seed)
        let seed = seed &+ UInt64(epoch)
        // listing: NetworkTraining.epoch
        try train(&network, using: &optimizer, epochs: 1, seed: seed) { _ in
            batches
        } loss: { network, batch, pass in
            softmaxCrossEntropy(
                logits: network(Variable(table.rows.gathered(batch)), in: pass),
                labels: batch.map { labels[$0] }, weights: weights)
        } report: { step in
            losses.append(step.loss)
        }
        // end listing
        return losses.mean
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

extension [NetworkTraining.Result] {
    /// The means of a number over all networks, after each epoch.
    func means(_ number: (NetworkTraining.Epoch) -> Double) -> [Double] {
        (first?.epochs ?? []).indices.map { epoch in map { number($0.epochs[epoch]) }.mean }
    }
}
