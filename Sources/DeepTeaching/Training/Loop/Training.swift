/// How far a training has come.
public struct TrainingProgress: Sendable, Equatable {
    /// The epoch, from 0.
    public let epoch: Int

    /// The step of the whole training, from 0.
    public let step: Int

    /// The loss of this step's batch, before the update.
    public let loss: Double
}

/// Trains a model: for each batch of each epoch the gradients of the loss, and one update.
///
/// - Parameters:
///   - model: is changed in place.
///   - optimizer: makes the updates.
///   - epochs: how many times `batches` is asked for.
///   - seed: decides what dropout drops; each step has a seed of its own.
///   - batches: the batches of an epoch, for instance shuffled by the epoch's number.
///   - loss: the loss of a model on a batch, in the pass that is handed to it.
///   - report: is told about each step.
/// - Throws: ``TrainingError``, such as a loss that is not a number, before a bad update is made, so the
///   model is the last good one; and what the closures throw.
public func train<Model: Parameterized, Batches: Sequence>(
    _ model: inout Model, using optimizer: inout some Optimizer<Model.Scalar>, epochs: Int,
    seed: UInt64, batches: (_ epoch: Int) throws -> Batches,
    loss: (Model, Batches.Element, Pass) throws -> Variable<Model.Scalar>,
    report: (TrainingProgress) throws -> Void = { _ in }
) throws {
    require(epochs >= 0, "a training cannot have \(epochs) epochs")
    var step = 0
    for epoch in 0..<epochs {
        let first = step
        for batch in try batches(epoch) {
            let value = try makeStep(
                &model, &optimizer, batch: batch, at: StepPlace(epoch: epoch, step: step),
                seed: seed, clippingNorm: nil, loss: loss)
            try report(TrainingProgress(epoch: epoch, step: step, loss: value))
            step += 1
        }
        if step == first { throw TrainingError.noBatch(epoch: epoch) }
    }
}
