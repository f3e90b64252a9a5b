import Foundation

/// Steps of a size of their own for each parameter, by running means of its gradient and of the
/// square, its first and second moment: m = b1 m + (1 - b1) g, v = b2 v + (1 - b2) g^2,
/// p = p - rate (m / (1 - b1^t)) / (sqrt(v / (1 - b2^t)) + epsilon).
///
/// Source: Kingma and Ba, Adam: a method for stochastic optimization, 2015.
public struct Adam<Scalar: TensorScalar>: Optimizer, Equatable {
    /// How far a step goes.
    public var learningRate: Double { didSet { requireLearningRate(learningRate) } }

    /// b1, how much of the running mean of gradients stays.
    public let firstMomentDecay: Double

    /// b2, how much of the running mean of squares stays.
    public let secondMomentDecay: Double

    /// What keeps the divisor from 0.
    public let epsilon: Double

    /// How strongly parameters are drawn to 0: added to the gradient as weightDecay p.
    public let weightDecay: Double

    /// t, the number of steps made.
    public private(set) var steps = 0

    /// m, the first moment of each parameter; empty before the first step.
    public private(set) var firstMoments: [Tensor<Scalar>] = []

    /// v, the second moment of each parameter; empty before the first step.
    public private(set) var secondMoments: [Tensor<Scalar>] = []

    /// An optimiser that has made no step yet.
    public init(
        learningRate: Double = 0.001, firstMomentDecay: Double = 0.9,
        secondMomentDecay: Double = 0.999,
        epsilon: Double = 1e-8, weightDecay: Double = 0
    ) {
        requireLearningRate(learningRate)
        requireDecay(firstMomentDecay, "decay of the first moments")
        requireDecay(secondMomentDecay, "decay of the second moments")
        requireNotNegative(epsilon, "epsilon")
        requireNotNegative(weightDecay, "weight decay")
        self.learningRate = learningRate
        self.firstMomentDecay = firstMomentDecay
        self.secondMomentDecay = secondMomentDecay
        self.epsilon = epsilon
        self.weightDecay = weightDecay
    }

    /// The running means and the number of steps.
    public var memory: OptimizerMemory<Scalar> {
        get {
            OptimizerMemory(
                steps: steps, tensors: ["means": firstMoments, "squares": secondMoments])
        }
        set {
            steps = newValue.steps
            let values = newValue.values("means", "squares")
            (firstMoments, secondMoments) = (values[0], values[1])
        }
    }

    /// Changes the parameters in place, against the direction of the gradients.
    public mutating func update<Model: Parameterized<Scalar>>(
        _ model: inout Model, along gradients: Gradients<Scalar>
    ) {
        firstMoments = gradients.remembered(firstMoments, "means")
        secondMoments = gradients.remembered(secondMoments, "squares")
        steps += 1
        let step = AdamStep(
            rate: learningRate / (1 - pow(firstMomentDecay, Double(steps))),
            firstMomentDecay: firstMomentDecay,
            secondMomentDecay: secondMomentDecay,
            secondMomentScale: 1 / (1 - pow(secondMomentDecay, Double(steps))).squareRoot(),
            epsilon: epsilon, weightDecay: weightDecay)
        gradients.forEachParameter(of: &model) { index, parameter, gradient in
            Scalar.Kernels.adamStep(
                step, &parameter, &firstMoments[index], &secondMoments[index], gradient: gradient)
        }
    }
}
