import DeepTeaching

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
            let measured = NetworkScores(network, validation)
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

/// What a network says about patches, beside the truth.
struct NetworkScores {
    /// The share of tumour for each patch.
    let shares: [Double]

    let labels: [Int]

    /// The mean of -log of the share of the right class.
    let loss: Double

    init(_ network: DenseNetwork, _ table: PatchTable) {
        let logits = network(table.rows)
        let softmax = logits.softmax().elements
        shares = (0..<table.count).map { Double(softmax[2 * $0 + 1]) }
        labels = table.labels
        loss = Double(
            softmaxCrossEntropy(logits: Variable(logits), labels: labels).value.scalar)
    }

    /// The area under the ROC curve: how often a tumour patch has a larger share than a normal one.
    ///
    /// - Throws: `EvaluationError` if all patches are of one class.
    func area() throws -> Double {
        try ROCCurve(scores: shares, labels: labels.map { $0 == 1 }).area
    }

    /// The share of the patches of a class that are called rightly at one half.
    func rightShare(ofClass label: Int) -> Double {
        let own = labels.indices.filter { labels[$0] == label }
        return Double(own.count { (shares[$0] > 0.5) == (label == 1) }) / Double(max(1, own.count))
    }
}
