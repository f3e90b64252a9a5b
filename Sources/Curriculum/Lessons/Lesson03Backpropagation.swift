import DeepTeaching

/// The functions to write in Lesson 3: how a network finds out which way to change each number.
public protocol BackpropagationContract: Sendable {
    /// The nodes of a graph that a result was computed from, each after all of its operands.
    static func topologicalOrder(of operands: [[Int]], from result: Int) throws -> [Int]

    /// How the last node of a graph changes with each node.
    static func backward(through nodes: [ScalarNode]) throws -> [Double]

    /// The gradients of a layer Y = X W + b.
    static func denseGradients(
        input: Tensor<Double>, weights: Tensor<Double>, upstream: Tensor<Double>
    ) throws -> DenseGradients

    /// The gradient of Y = max(X, 0) with respect to X.
    static func reluGradient(
        input: Tensor<Double>, upstream: Tensor<Double>
    ) throws -> Tensor<Double>

    /// The gradient of a sum along one axis of a matrix with respect to the matrix.
    static func sumGradient(
        upstream: Tensor<Double>, shape: [Int], axis: Int
    ) throws -> Tensor<Double>

    /// The mean cross-entropy of a batch, and its gradient with respect to the logits.
    static func softmaxCrossEntropy(
        logits: Tensor<Double>, labels: [Int]
    ) throws -> LossAndGradient

    /// One step of gradient descent with momentum.
    static func momentumStep(
        parameters: [Double], gradients: [Double], velocities: [Double], learningRate: Double,
        momentum: Double
    ) throws -> MomentumState
}

/// One number of a computation, and how it was computed.
public struct ScalarNode: Codable, Sendable, Hashable {
    /// What can be computed.
    public enum Operation: String, Codable, Sendable {
        /// A given number: nothing was computed.
        case input
        /// x0 + x1.
        case sum
        /// x0 - x1.
        case difference
        /// x0 * x1.
        case product
        /// max(x0, 0).
        case relu
        /// tanh(x0).
        case hyperbolicTangent
    }

    /// How the number was computed.
    public var operation: Operation

    /// From which nodes: their indices, in the order x0, x1.
    public var operands: [Int]

    /// The number.
    public var value: Double

    /// A number that was computed from other nodes.
    public init(_ operation: Operation, of operands: [Int] = [], value: Double) {
        self.operation = operation
        self.operands = operands
        self.value = value
    }
}

/// How a loss changes with what goes into a layer Y = X W + b.
public struct DenseGradients: Codable, Sendable, Equatable {
    /// dL/dX, `[batch, inputs]`.
    public var input: Tensor<Double>

    /// dL/dW, `[inputs, outputs]`.
    public var weights: Tensor<Double>

    /// dL/db, `[outputs]`.
    public var bias: Tensor<Double>

    /// Three gradients.
    public init(input: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>) {
        self.input = input
        self.weights = weights
        self.bias = bias
    }
}

/// A loss, and how it changes with what it was computed from.
public struct LossAndGradient: Codable, Sendable, Equatable {
    /// The loss.
    public var loss: Double

    /// Its gradient.
    public var gradient: Tensor<Double>

    /// A loss with its gradient.
    public init(loss: Double, gradient: Tensor<Double>) {
        self.loss = loss
        self.gradient = gradient
    }
}

/// What gradient descent with momentum keeps from step to step.
public struct MomentumState: Codable, Sendable, Equatable {
    /// The numbers that learn.
    public var parameters: [Double]

    /// How fast each of them moves.
    public var velocities: [Double]

    /// Parameters and their velocities.
    public init(parameters: [Double], velocities: [Double]) {
        self.parameters = parameters
        self.velocities = velocities
    }
}

extension LessonOutline {
    /// Lesson 3: how does a network learn by itself?
    public static let backpropagation = LessonOutline(
        name: "Lesson03Backpropagation",
        question: "How does a network learn by itself?",
        exercises: [
            Exercise(
                "topologicalOrder", title: "Put the numbers of a computation in order",
                checks: ["operands first": 9, "each once": 4, "used nodes": 4],
                step: "Who was computed from whom?",
                documentation: "ComputationGraph; Griewank and Walther, Evaluating derivatives, "
                    + "2008",
                librarysOwn: ["Variable"]),
            Exercise(
                "backward", title: "Walk a graph from its result to its inputs",
                checks: ["one way": 10, "used twice": 8, "squares": 3, "not reached": 3],
                step: "From the result to the beginning",
                documentation: "gradients(of:at:); Rumelhart, Hinton and Williams, Learning "
                    + "representations by back-propagating errors, 1986",
                librarysOwn: ["Variable"]),
            Exercise(
                "denseGradients", title: "Take a whole layer back in three lines",
                checks: ["input": 6, "weights": 6, "bias": 6],
                step: "A whole layer at once",
                documentation: "Variable.matrixProduct; Dense", librarysOwn: ["Variable"]),
            Exercise(
                "reluGradient", title: "Let a gradient pass where the ReLU was open",
                checks: ["open and closed": 6, "zero": 2],
                step: "ReLU: open or closed",
                documentation: "Variable.relu", librarysOwn: ["Variable"]),
            Exercise(
                "sumGradient", title: "Hand the gradient of a sum to all that was added",
                checks: ["down the columns": 4, "along the rows": 4],
                step: "A sum gives to all alike",
                documentation: "Variable.sum(axes:)", librarysOwn: ["Variable"]),
            Exercise(
                "softmaxCrossEntropy", title: "A loss from logits, and where it comes from",
                checks: ["loss": 5, "gradient": 8, "large logits": 4],
                step: "From two numbers to a loss",
                documentation: "softmaxCrossEntropy(logits:labels:)", librarysOwn: ["Variable"]),
            Exercise(
                "momentumStep", title: "One step downhill, with momentum",
                checks: ["velocities": 4, "parameters": 4],
                step: "A step downhill",
                documentation: "GradientDescent; Sutskever et al., On the importance of "
                    + "initialization and momentum in deep learning, 2013",
                librarysOwn: ["Variable", "GradientDescent"]),
        ])
}

/// The contract of Lesson 3 with the calls of its exercises.
public let backpropagationContract = LessonContract<any BackpropagationContract.Type>(
    .backpropagation,
    calls: [
        BackpropagationCalls.topologicalOrder.listed, BackpropagationCalls.backward.listed,
        BackpropagationCalls.denseGradients.listed, BackpropagationCalls.reluGradient.listed,
        BackpropagationCalls.sumGradient.listed, BackpropagationCalls.softmaxCrossEntropy.listed,
        BackpropagationCalls.momentumStep.listed,
    ])
