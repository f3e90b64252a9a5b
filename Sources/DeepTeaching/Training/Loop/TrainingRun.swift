/// A training and all that it needs to go on: the model, the optimiser, and how far they have come.
///
///     var run = TrainingRun(model, optimizer, settings: settings)
///     try run.resume(from: file)  // if the file exists
///     try run.train(batches: batches, loss: loss, savingTo: file)
///
/// Whatever interrupts it, a run that is resumed gives the same bits as one that was not interrupted.
public struct TrainingRun<Model: Parameterized<Float> & Sendable, Learner: Optimizer<Float>>:
    Sendable
{
    /// The model that learns.
    public var model: Model

    /// The optimiser.
    public var optimizer: Learner

    /// How the training shall go.
    public let settings: TrainingSettings

    /// How far it has come.
    public internal(set) var position = TrainingPosition()

    /// The average of the weights, if the settings ask for one.
    public internal(set) var average: WeightAverage<Float>?

    /// The rule for an early end, and what it has seen.
    public internal(set) var earlyStopping: EarlyStopping?

    /// The best model up to now, by the measure that early stopping watches; nil before the first
    /// epoch, and if nothing is watched.
    public internal(set) var best: Model?

    /// The learning rate from which the schedule starts.
    let fullRate: Double

    /// A training that has not begun.
    public init(_ model: Model, _ optimizer: Learner, settings: TrainingSettings) {
        self.model = model
        self.optimizer = optimizer
        self.settings = settings
        fullRate = optimizer.learningRate
        earlyStopping = settings.earlyStopping
        average = settings.averageDecay.map { WeightAverage(of: model, decay: $0) }
    }

    /// The model with which to predict: the best one, if early stopping watches; otherwise the last
    /// one, with averaged weights if there are any.
    public var result: Model { best ?? current }

    /// The model as it is now, with averaged weights if there are any.
    var current: Model { average?.applied(to: model) ?? model }

    /// Whether nothing is left to be done.
    public var isOver: Bool {
        position.epoch >= settings.epochs || earlyStopping?.isOver ?? false
    }
}

/// How far a training has come.
public struct TrainingPosition: Sendable, Equatable, Codable {
    /// The epoch that is going on, from 0.
    public var epoch = 0

    /// How many batches of this epoch are done.
    public var batch = 0

    /// How many steps of the whole training are done.
    public var step = 0

    /// The sum of the losses of this epoch's batches.
    public var lossSum = 0.0
}

/// What an epoch came to.
public struct EpochSummary: Sendable, Equatable {
    /// The epoch, from 0.
    public let epoch: Int

    /// How many steps of the whole training are done.
    public let steps: Int

    /// The mean loss of the epoch's batches.
    public let loss: Double

    /// The learning rate of the last step.
    public let learningRate: Double

    /// What the validation measured.
    public let measures: [String: Double]

    /// Whether the measure that early stopping watches was better than ever.
    public let isBest: Bool
}

/// What a training tells while it goes on.
public enum TrainingEvent: Sendable, Equatable {
    /// A step is done.
    case step(TrainingProgress)

    /// An epoch is done.
    case epoch(EpochSummary)
}
