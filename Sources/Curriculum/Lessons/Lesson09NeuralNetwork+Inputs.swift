import DeepTeaching

/// The arguments of `flattenPatches`.
public struct FlattenPatchesInputs: ExerciseInputs {
    /// Pictures of one size.
    public var patches: [Image]

    /// Pictures.
    public init(patches: [Image]) { self.patches = patches }

    /// Calls `flattenPatches`.
    public func observe(_ contract: any NeuralNetworkContract.Type) throws -> Tensor<Double> {
        try contract.flattenPatches(patches)
    }
}

/// The arguments of `heInitialization`.
public struct HeInitializationInputs: ExerciseInputs {
    /// How many numbers go into the layer.
    public var inputs: Int

    /// How many numbers come out of it.
    public var outputs: Int

    /// Numbers of mean 0 and deviation 1, one for each weight.
    public var draws: [Double]

    /// The sides of a layer, and draws.
    public init(inputs: Int, outputs: Int, draws: [Double]) {
        self.inputs = inputs
        self.outputs = outputs
        self.draws = draws
    }

    /// Calls `heInitialization`.
    public func observe(_ contract: any NeuralNetworkContract.Type) throws -> Tensor<Double> {
        try contract.heInitialization(inputs: inputs, outputs: outputs, draws: draws)
    }
}

/// The arguments of `weightedCrossEntropy`.
public struct WeightedCrossEntropyInputs: ExerciseInputs {
    /// Scores, axes [patch, class].
    public var logits: Tensor<Double>

    /// The right class of each patch.
    public var labels: [Int]

    /// One positive number for each class.
    public var weights: [Double]

    /// Scores, labels and weights.
    public init(logits: Tensor<Double>, labels: [Int], weights: [Double]) {
        self.logits = logits
        self.labels = labels
        self.weights = weights
    }

    /// Calls `weightedCrossEntropy`.
    public func observe(_ contract: any NeuralNetworkContract.Type) throws -> Double {
        try contract.weightedCrossEntropy(logits: logits, labels: labels, weights: weights)
    }
}

/// The arguments of `dropout`.
public struct DropoutInputs: ExerciseInputs {
    /// Any numbers.
    public var values: Tensor<Double>

    /// The probability with which a number is dropped.
    public var probability: Double

    /// One number from 0 up to but not including 1 for each value.
    public var draws: [Double]

    /// Whether the network is learning.
    public var isTraining: Bool

    /// Numbers, a probability and draws.
    public init(values: Tensor<Double>, probability: Double, draws: [Double], isTraining: Bool) {
        self.values = values
        self.probability = probability
        self.draws = draws
        self.isTraining = isTraining
    }

    /// Calls `dropout`.
    public func observe(_ contract: any NeuralNetworkContract.Type) throws -> Tensor<Double> {
        try contract.dropout(
            values, probability: probability, draws: draws, isTraining: isTraining)
    }
}

/// The arguments of `earlyStopping`.
public struct EarlyStoppingInputs: ExerciseInputs {
    /// The loss on the patches that are learnt from, epoch by epoch.
    public var trainingLosses: [Double]

    /// The loss on other patches, epoch by epoch.
    public var validationLosses: [Double]

    /// How many epochs without an improvement are borne.
    public var patience: Int

    /// Losses and a patience.
    public init(trainingLosses: [Double], validationLosses: [Double], patience: Int) {
        self.trainingLosses = trainingLosses
        self.validationLosses = validationLosses
        self.patience = patience
    }

    /// Calls `earlyStopping`.
    public func observe(_ contract: any NeuralNetworkContract.Type) throws -> TrainingEnd {
        try contract.earlyStopping(
            trainingLosses: trainingLosses, validationLosses: validationLosses,
            patience: patience)
    }
}
