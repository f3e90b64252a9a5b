/// The arguments of `hypothesis`.
public struct HypothesisInputs: ExerciseInputs {
    /// The samples, axes [sample, feature].
    public var features: [[Double]]

    /// One weight for each feature.
    public var weights: [Double]

    /// What is added to each.
    public var bias: Double

    /// Samples and a linear model.
    public init(features: [[Double]], weights: [Double], bias: Double) {
        self.features = features
        self.weights = weights
        self.bias = bias
    }

    /// Calls `hypothesis`.
    public func observe(_ contract: any RegressionContract.Type) throws -> [Double] {
        try contract.hypothesis(features: features, weights: weights, bias: bias)
    }
}

/// The arguments of `meanSquaredCost`.
public struct MeanSquaredCostInputs: ExerciseInputs {
    /// What the model says.
    public var predictions: [Double]

    /// What is true.
    public var targets: [Double]

    /// Predictions and targets.
    public init(predictions: [Double], targets: [Double]) {
        self.predictions = predictions
        self.targets = targets
    }

    /// Calls `meanSquaredCost`.
    public func observe(_ contract: any RegressionContract.Type) throws -> Double {
        try contract.meanSquaredCost(predictions: predictions, targets: targets)
    }
}

/// The arguments of `gradient`.
public struct GradientInputs: ExerciseInputs {
    /// The samples, axes [sample, feature].
    public var features: [[Double]]

    /// What the model says of each sample.
    public var predictions: [Double]

    /// What is true of each sample.
    public var targets: [Double]

    /// Samples, predictions and targets.
    public init(features: [[Double]], predictions: [Double], targets: [Double]) {
        self.features = features
        self.predictions = predictions
        self.targets = targets
    }

    /// Calls `gradient`.
    public func observe(_ contract: any RegressionContract.Type) throws -> LinearGradient {
        try contract.gradient(features: features, predictions: predictions, targets: targets)
    }
}

/// The arguments of `gradientStep`.
public struct GradientStepInputs: ExerciseInputs {
    /// Where the points lie to the right.
    public var x: [Double]

    /// How high they lie.
    public var y: [Double]

    /// The line before the step.
    public var line: Line

    /// How far a step goes.
    public var learningRate: Double

    /// Points, a line and a learning rate.
    public init(x: [Double], y: [Double], line: Line, learningRate: Double) {
        self.x = x
        self.y = y
        self.line = line
        self.learningRate = learningRate
    }

    /// Calls `gradientStep`.
    public func observe(_ contract: any RegressionContract.Type) throws -> Line {
        try contract.gradientStep(x: x, y: y, line: line, learningRate: learningRate)
    }
}

/// The arguments of `sigmoid`.
public struct SigmoidInputs: ExerciseInputs {
    /// Any numbers.
    public var logits: [Double]

    /// Logits.
    public init(logits: [Double]) { self.logits = logits }

    /// Calls `sigmoid`.
    public func observe(_ contract: any RegressionContract.Type) throws -> [Double] {
        try contract.sigmoid(logits: logits)
    }
}

/// The arguments of `binaryCrossEntropy`.
public struct BinaryCrossEntropyInputs: ExerciseInputs {
    /// Any numbers.
    public var logits: [Double]

    /// 1 for yes, 0 for no.
    public var labels: [Int]

    /// Logits and labels.
    public init(logits: [Double], labels: [Int]) {
        self.logits = logits
        self.labels = labels
    }

    /// Calls `binaryCrossEntropy`.
    public func observe(_ contract: any RegressionContract.Type) throws -> Double {
        try contract.binaryCrossEntropy(logits: logits, labels: labels)
    }
}
