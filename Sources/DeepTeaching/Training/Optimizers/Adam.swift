import Foundation

/// Steps of a size of their own for each parameter, by running means of its gradient and of the
/// square: m = b1 m + (1 - b1) g, v = b2 v + (1 - b2) g^2,
/// p = p - rate (m / (1 - b1^t)) / (sqrt(v / (1 - b2^t)) + epsilon).
///
/// Source: Kingma and Ba, Adam: a method for stochastic optimization, 2015.
public struct Adam<Scalar: TensorScalar>: Optimizer, Equatable {
    /// How far a step goes.
    public var learningRate: Double { didSet { requireLearningRate(learningRate) } }

    /// b1, how much of the running mean stays.
    public let meanDecay: Double

    /// b2, how much of the running mean of squares stays.
    public let squareDecay: Double

    /// What keeps the divisor from 0.
    public let epsilon: Double

    /// How strongly parameters are drawn to 0: added to the gradient as weightDecay p.
    public let weightDecay: Double

    /// t, the number of steps made.
    public private(set) var steps = 0

    /// m for each parameter; empty before the first step.
    public private(set) var means: [Tensor<Scalar>] = []

    /// v for each parameter; empty before the first step.
    public private(set) var squares: [Tensor<Scalar>] = []

    /// An optimiser that has made no step yet.
    public init(
        learningRate: Double = 0.001, meanDecay: Double = 0.9, squareDecay: Double = 0.999,
        epsilon: Double = 1e-8, weightDecay: Double = 0
    ) {
        requireLearningRate(learningRate)
        requireDecay(meanDecay, "decay of the means")
        requireDecay(squareDecay, "decay of the squares")
        requireNotNegative(epsilon, "epsilon")
        requireNotNegative(weightDecay, "weight decay")
        self.learningRate = learningRate
        self.meanDecay = meanDecay
        self.squareDecay = squareDecay
        self.epsilon = epsilon
        self.weightDecay = weightDecay
    }

    /// The running means and the number of steps.
    public var memory: OptimizerMemory<Scalar> {
        get { OptimizerMemory(steps: steps, tensors: ["means": means, "squares": squares]) }
        set {
            steps = newValue.steps
            let values = newValue.values("means", "squares")
            (means, squares) = (values[0], values[1])
        }
    }

    /// Changes the parameters in place, against the direction of the gradients.
    public mutating func update<Model: Parameterized<Scalar>>(
        _ model: inout Model, along gradients: Gradients<Scalar>
    ) {
        means = gradients.remembered(means, "means")
        squares = gradients.remembered(squares, "squares")
        steps += 1
        let step = AdamStep(
            rate: learningRate / (1 - pow(meanDecay, Double(steps))), meanDecay: meanDecay,
            squareDecay: squareDecay,
            squareScale: 1 / (1 - pow(squareDecay, Double(steps))).squareRoot(),
            epsilon: epsilon, weightDecay: weightDecay)
        gradients.forEachParameter(of: &model) { index, parameter, gradient in
            Scalar.Kernels.adamStep(
                step, &parameter, &means[index], &squares[index], gradient: gradient)
        }
    }
}
