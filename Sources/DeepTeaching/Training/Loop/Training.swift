/// How far a training has come.
public struct TrainingProgress: Sendable, Equatable {
    /// The epoch, from 0.
    public let epoch: Int

    /// The step of the whole training, from 0.
    public let step: Int

    /// The loss of this step's batch, before the update.
    public let loss: Double
}

/// What can go wrong while a network learns.
public enum TrainingError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The loss of a step is infinite or not a number.
    case notANumber(epoch: Int, step: Int)

    /// What is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .notANumber(let epoch, let step):
            """
            The loss is not a number in step \(step) (epoch \(epoch)): lower the learning rate, \
            and check that no image holds a value that is not a number.
            """
        }
    }
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
/// - Throws: ``TrainingError/notANumber(epoch:step:)`` before a bad update is made, so the model is
///   the last good one; and what the closures throw.
public func train<Model: Parameterized, Batches: Sequence>(
    _ model: inout Model, using optimizer: inout some Optimizer<Model.Scalar>, epochs: Int,
    seed: UInt64, batches: (_ epoch: Int) throws -> Batches,
    loss: (Model, Batches.Element, Pass) throws -> Variable<Model.Scalar>,
    report: (TrainingProgress) throws -> Void = { _ in }
) throws {
    var step = 0
    for epoch in 0..<epochs {
        for batch in try batches(epoch) {
            let pass = Pass.training(
                seed: SeededGenerator(seed: seed, stream: "step \(step)").first)
            let (value, gradients) = try gradients(of: model) { try loss($0, batch, pass) }
            guard value.isFinite else { throw TrainingError.notANumber(epoch: epoch, step: step) }
            optimizer.update(&model, along: gradients)
            try report(TrainingProgress(epoch: epoch, step: step, loss: Double(value)))
            step += 1
        }
    }
}

extension SeededGenerator {
    /// The first draw, as the seed of another generator.
    fileprivate var first: UInt64 {
        var copy = self
        return copy.next()
    }
}
