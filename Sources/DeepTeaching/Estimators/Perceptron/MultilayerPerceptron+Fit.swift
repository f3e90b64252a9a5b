extension MultilayerPerceptron: Classifier {
    /// Trains a network; the result does not depend on the number of threads.
    ///
    /// - Parameters:
    ///   - features: finite numbers, axes [samples, features].
    ///   - labels: the class of each sample, from 0.
    ///   - classCount: the number of classes, or nil for the largest label and one.
    ///   - seed: decides the first weights, the samples that are set aside, and the order of the samples.
    /// - Throws: `EstimatorError` if samples, labels or settings cannot be used, all samples are of one
    ///   class, or the loss becomes infinite.
    public func fit<Scalar: TensorScalar>(
        _ features: Tensor<Scalar>, labels: [Int], classCount: Int? = nil, seed: UInt64 = 0
    ) throws -> Fitted {
        try checkSettings()
        let table = try SampleTable(features)
        let classes = try table.checkedClassCount(labels: labels, classCount: classCount)
        if labels.allSatisfy({ $0 == labels[0] }) {
            throw EstimatorError.onlyOneClass(label: labels[0])
        }
        let (training, validation) = try split(labels, seed: seed)
        let raw = Tensor(table.values, shape: [table.sampleCount, table.featureCount])
        let standardizer = try Standardizer().fit(raw.rows(at: training))
        let samples = standardizer.networkInputs(raw)
        var generator = SeededGenerator(seed: seed, stream: "perceptron")
        let network = PerceptronNetwork(
            sizes: [table.featureCount] + hiddenLayers + [classes], activation: activation,
            using: &generator)
        var run = TrainingRun(
            network, Adam<Float>(learningRate: learningRate), settings: settings(seed: seed))
        let losses = try train(
            &run, samples: samples, labels: labels, training: training, validation: validation,
            seed: seed)
        return Fitted(standardizer: standardizer, network: run.result, losses: losses)
    }

    /// The samples to learn from, and those on which the loss is watched.
    private func split(
        _ labels: [Int], seed: UInt64
    ) throws -> (training: [Int], validation: [Int]) {
        let all = Array(labels.indices)
        guard let share = stopping?.validationShare, share > 0 else { return (all, all) }
        let split = try SampleSplit(of: labels, test: share, seed: seed)
        return (split.training, split.test)
    }

    private func settings(seed: UInt64) -> TrainingSettings {
        TrainingSettings(
            epochs: epochs, seed: seed,
            earlyStopping: stopping.map {
                EarlyStopping(
                    patience: $0.patience, minimumImprovement: $0.minimumImprovement)
            })
    }

    /// Trains to the end; returns the mean loss of each epoch.
    private func train(
        _ run: inout TrainingRun<PerceptronNetwork, Adam<Float>>, samples: Tensor<Float>,
        labels: [Int], training: [Int], validation: [Int], seed: UInt64
    ) throws -> [Double] {
        let batches = Batches(
            of: samples.rows(at: training), labels.rows(at: training), size: batchSize, seed: seed)
        let watched = (samples.rows(at: validation), labels.rows(at: validation))
        let isWatched = stopping != nil
        var losses: [Double] = []
        do {
            try run.train(batches: batches.epoch) { model, batch, pass in
                model.loss(
                    of: batch.samples, labels: batch.targets, penalty: penalty, in: pass)
            } validate: { model in
                if !isWatched { return [:] }
                let loss = model.loss(
                    of: watched.0, labels: watched.1, penalty: 0, in: .inference)
                return ["loss": Double(loss.value.scalar)]
            } report: { event in
                if case .epoch(let summary) = event { losses.append(summary.loss) }
            }
        } catch let error as TrainingError {
            throw EstimatorError.diverged(reason: "\(error)")
        }
        return losses
    }
}

extension Standardizer.Fitted {
    /// What the network sees: standardised features within a million deviations, in `Float`.
    func networkInputs(_ features: Tensor<Double>) -> Tensor<Float> {
        let farthest = 1e6
        let values = features.elements.enumerated().map { index, value in
            let (mean, deviation) = (
                means[index % featureCount], standardDeviations[index % featureCount]
            )
            // Divided first, the difference of large numbers does not overflow.
            let divisor = deviation > 0 ? deviation : 1
            return Float(max(-farthest, min(farthest, value / divisor - mean / divisor)))
        }
        return Tensor(values, shape: features.shape)
    }
}
