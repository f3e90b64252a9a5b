import Foundation

extension TrainingRun {
    /// Trains from the position that the run has reached to the end.
    ///
    /// - Parameters:
    ///   - batches: the batches of an epoch: the same ones for the same number, in the same order,
    ///     for instance shuffled by it.
    ///   - loss: the loss of a model on a batch, in the pass that is handed to it.
    ///   - validate: measures the model after each epoch; early stopping watches one of the measures, and
    ///     the run keeps the model of its best value.
    ///   - file: where the run is saved, so that it can be resumed after whatever stops it.
    ///   - report: is told about each step and each epoch.
    /// - Throws: ``TrainingError``; ``CheckpointError`` if the run cannot be saved; and what the
    ///   closures throw. A file that was saved before is then still whole.
    public mutating func train<Batches: Sequence>(
        batches: (_ epoch: Int) throws -> Batches,
        loss: (Model, Batches.Element, Pass) throws -> Variable<Float>,
        validate: (Model) throws -> [String: Double] = { _ in [:] },
        savingTo file: URL? = nil, report: (TrainingEvent) throws -> Void = { _ in }
    ) throws {
        while !isOver {
            for batch in try batches(position.epoch).dropFirst(position.batch) {
                try report(.step(try step(batch, loss: loss)))
                if let file, position.step % settings.stepsBetweenCheckpoints == 0 {
                    try save(to: file)
                }
            }
            if position.batch == 0 { throw TrainingError.noBatch(epoch: position.epoch) }
            let summary = try endEpoch(measures: try validate(current))
            if let file { try save(to: file) }
            try report(.epoch(summary))
        }
    }

    /// One step of the training.
    private mutating func step<Batch>(
        _ batch: Batch, loss: (Model, Batch, Pass) throws -> Variable<Float>
    ) throws -> TrainingProgress {
        optimizer.learningRate = settings.schedule.rate(atStep: position.step, of: fullRate)
        let place = StepPlace(epoch: position.epoch, step: position.step)
        let value = try makeStep(
            &model, &optimizer, batch: batch, at: place, seed: settings.seed,
            clippingNorm: settings.clippingNorm, loss: loss)
        average?.update(from: model)
        position.batch += 1
        position.step += 1
        position.lossSum += value
        return TrainingProgress(epoch: place.epoch, step: place.step, loss: value)
    }

    /// Moves on to the next epoch.
    private mutating func endEpoch(measures: [String: Double]) throws -> EpochSummary {
        var isBest = false
        if let name = earlyStopping?.measure {
            guard let value = measures[name] else {
                throw TrainingError.missingMeasure(name: name, measures: measures.keys.sorted())
            }
            isBest = earlyStopping?.record(value) ?? false
            if isBest { best = current }
        }
        let summary = EpochSummary(
            epoch: position.epoch, steps: position.step,
            loss: position.lossSum / Double(position.batch), learningRate: optimizer.learningRate,
            measures: measures, isBest: isBest)
        position = TrainingPosition(epoch: position.epoch + 1, step: position.step)
        return summary
    }
}
