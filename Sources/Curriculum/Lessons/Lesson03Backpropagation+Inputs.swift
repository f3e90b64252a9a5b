import DeepTeaching

/// The arguments of `topologicalOrder`.
public struct TopologicalOrderInputs: ExerciseInputs {
    /// For each node the nodes that it was computed from.
    public var operands: [[Int]]

    /// The node at the end of the computation.
    public var result: Int

    /// A graph and its result.
    public init(operands: [[Int]], result: Int) {
        self.operands = operands
        self.result = result
    }

    /// Calls `topologicalOrder`.
    public func observe(_ contract: any BackpropagationContract.Type) throws -> [Int] {
        try contract.topologicalOrder(of: operands, from: result)
    }
}

/// The arguments of `backward`.
public struct BackwardInputs: ExerciseInputs {
    /// The nodes of a graph, each after its operands.
    public var nodes: [ScalarNode]

    /// A graph.
    public init(nodes: [ScalarNode]) { self.nodes = nodes }

    /// Calls `backward`.
    public func observe(_ contract: any BackpropagationContract.Type) throws -> [Double] {
        try contract.backward(through: nodes)
    }
}

/// The arguments of `denseGradients`.
public struct DenseGradientsInputs: ExerciseInputs {
    /// X.
    public var input: Tensor<Double>

    /// W.
    public var weights: Tensor<Double>

    /// dL/dY.
    public var upstream: Tensor<Double>

    /// What went into a layer, and the gradient that comes back to it.
    public init(input: Tensor<Double>, weights: Tensor<Double>, upstream: Tensor<Double>) {
        self.input = input
        self.weights = weights
        self.upstream = upstream
    }

    /// Calls `denseGradients`.
    public func observe(_ contract: any BackpropagationContract.Type) throws -> DenseGradients {
        try contract.denseGradients(input: input, weights: weights, upstream: upstream)
    }
}

/// The arguments of `reluGradient`.
public struct ReluGradientInputs: ExerciseInputs {
    /// X.
    public var input: Tensor<Double>

    /// dL/dY.
    public var upstream: Tensor<Double>

    /// What went into a ReLU, and the gradient that comes back to it.
    public init(input: Tensor<Double>, upstream: Tensor<Double>) {
        self.input = input
        self.upstream = upstream
    }

    /// Calls `reluGradient`.
    public func observe(_ contract: any BackpropagationContract.Type) throws -> Tensor<Double> {
        try contract.reluGradient(input: input, upstream: upstream)
    }
}

/// The arguments of `sumGradient`.
public struct SumGradientInputs: ExerciseInputs {
    /// dL/ds.
    public var upstream: Tensor<Double>

    /// The shape of the matrix that was added up.
    public var shape: [Int]

    /// The axis along which it was added up.
    public var axis: Int

    /// The gradient that comes back to a sum, and what was added up.
    public init(upstream: Tensor<Double>, shape: [Int], axis: Int) {
        self.upstream = upstream
        self.shape = shape
        self.axis = axis
    }

    /// Calls `sumGradient`.
    public func observe(_ contract: any BackpropagationContract.Type) throws -> Tensor<Double> {
        try contract.sumGradient(upstream: upstream, shape: shape, axis: axis)
    }
}

/// The arguments of `softmaxCrossEntropy`.
public struct SoftmaxCrossEntropyInputs: ExerciseInputs {
    /// The logits, `[batch, classes]`.
    public var logits: Tensor<Double>

    /// The true class of each row.
    public var labels: [Int]

    /// Logits and labels.
    public init(logits: Tensor<Double>, labels: [Int]) {
        self.logits = logits
        self.labels = labels
    }

    /// Calls `softmaxCrossEntropy`.
    public func observe(_ contract: any BackpropagationContract.Type) throws -> LossAndGradient {
        try contract.softmaxCrossEntropy(logits: logits, labels: labels)
    }
}

/// The arguments of `momentumStep`.
public struct MomentumStepInputs: ExerciseInputs {
    /// The parameters before the step.
    public var parameters: [Double]

    /// How the loss changes with each of them.
    public var gradients: [Double]

    /// The velocities before the step.
    public var velocities: [Double]

    /// How far a step goes.
    public var learningRate: Double

    /// How much of a velocity is kept.
    public var momentum: Double

    /// Parameters, gradients, velocities and two settings.
    public init(
        parameters: [Double], gradients: [Double], velocities: [Double], learningRate: Double,
        momentum: Double
    ) {
        self.parameters = parameters
        self.gradients = gradients
        self.velocities = velocities
        self.learningRate = learningRate
        self.momentum = momentum
    }

    /// Calls `momentumStep`.
    public func observe(_ contract: any BackpropagationContract.Type) throws -> MomentumState {
        try contract.momentumStep(
            parameters: parameters, gradients: gradients, velocities: velocities,
            learningRate: learningRate, momentum: momentum)
    }
}
