/// Steps measured by the gradient's usual size: s = a s + (1 - a) g^2,
/// v = m v + g / (sqrt(s) + epsilon), p = p - rate v.
///
/// Source: Tieleman and Hinton, Neural networks for machine learning, lecture 6.5, 2012.
public struct RMSProp<Scalar: TensorScalar>: Optimizer, Equatable {
    /// How far a step goes.
    public var learningRate: Double { didSet { requireLearningRate(learningRate) } }

    /// a, how much of the running mean of squares stays.
    public let secondMomentDecay: Double

    /// m, how much of the last step is repeated.
    public let momentum: Double

    /// What keeps the divisor from 0.
    public let epsilon: Double

    /// s, the second moment of each parameter; empty before the first step.
    public private(set) var secondMoments: [Tensor<Scalar>] = []

    /// v for each parameter; empty before the first step.
    public private(set) var velocities: [Tensor<Scalar>] = []

    private var steps = 0

    /// An optimiser that has made no step yet.
    public init(
        learningRate: Double = 0.01, secondMomentDecay: Double = 0.99, momentum: Double = 0,
        epsilon: Double = 1e-8
    ) {
        requireLearningRate(learningRate)
        requireDecay(secondMomentDecay, "decay of the second moments")
        requireDecay(momentum, "momentum")
        requireNotNegative(epsilon, "epsilon")
        self.learningRate = learningRate
        self.secondMomentDecay = secondMomentDecay
        self.momentum = momentum
        self.epsilon = epsilon
    }

    /// The running means and the velocities.
    public var memory: OptimizerMemory<Scalar> {
        get {
            OptimizerMemory(
                steps: steps, tensors: ["squares": secondMoments, "velocities": velocities])
        }
        set {
            steps = newValue.steps
            let values = newValue.values("squares", "velocities")
            (secondMoments, velocities) = (values[0], values[1])
        }
    }

    /// Changes the parameters in place, against the direction of the gradients.
    public mutating func update<Model: Parameterized<Scalar>>(
        _ model: inout Model, along gradients: Gradients<Scalar>
    ) {
        secondMoments = gradients.remembered(secondMoments, "squares")
        velocities = gradients.remembered(velocities, "velocities")
        steps += 1
        gradients.forEachParameter(of: &model) { index, parameter, gradient in
            secondMoments[index].scale(by: Scalar(secondMomentDecay))
            secondMoments[index].add(gradient * gradient, times: Scalar(1 - secondMomentDecay))
            velocities[index].scale(by: Scalar(momentum))
            velocities[index].add(gradient / (secondMoments[index].squareRoot() + Scalar(epsilon)))
            parameter.add(velocities[index], times: Scalar(-learningRate))
        }
    }
}
