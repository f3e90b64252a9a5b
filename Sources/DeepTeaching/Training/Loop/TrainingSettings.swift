/// How a training shall go.
public struct TrainingSettings: Sendable, Equatable, Codable {
    /// How many times the data are seen.
    public var epochs: Int

    /// Decides what dropout drops; each step has a seed of its own.
    public var seed: UInt64

    /// How the learning rate changes from step to step.
    public var schedule: LearningRateSchedule

    /// The norm to which longer gradients are cut; nil leaves them.
    public var clippingNorm: Double?

    /// When the training ends before its time; nil never.
    public var earlyStopping: EarlyStopping?

    /// How much of the average of the weights stays in each step; nil for no average.
    public var averageDecay: Double?

    /// After how many steps the training is saved, besides at the end of each epoch.
    public var stepsBetweenCheckpoints: Int {
        didSet { Self.requireSteps(stepsBetweenCheckpoints) }
    }

    /// Settings; only the number of epochs has no usual value.
    public init(
        epochs: Int, seed: UInt64 = 0, schedule: LearningRateSchedule = .init(.constant),
        clippingNorm: Double? = nil, earlyStopping: EarlyStopping? = nil,
        averageDecay: Double? = nil, stepsBetweenCheckpoints: Int = 100
    ) {
        require(epochs >= 0, "a training cannot have \(epochs) epochs")
        Self.requireSteps(stepsBetweenCheckpoints)
        self.epochs = epochs
        self.seed = seed
        self.schedule = schedule
        self.clippingNorm = clippingNorm
        self.earlyStopping = earlyStopping
        self.averageDecay = averageDecay
        self.stepsBetweenCheckpoints = stepsBetweenCheckpoints
    }

    private static func requireSteps(_ steps: Int) {
        require(steps > 0, "a training cannot be saved every \(steps) steps")
    }
}
