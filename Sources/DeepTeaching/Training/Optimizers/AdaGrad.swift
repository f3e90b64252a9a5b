/// Steps that become shorter for parameters that have moved much: s = s + g^2,
/// p = p - rate g / (sqrt(s) + epsilon).
///
/// Source: Duchi, Hazan and Singer, Adaptive subgradient methods for online learning and stochastic
/// optimization, JMLR, 2011.
public struct AdaGrad<Scalar: TensorScalar>: Optimizer, Equatable {
    /// How far a step goes.
    public var learningRate: Double { didSet { requireLearningRate(learningRate) } }

    /// What keeps the divisor from 0.
    public let epsilon: Double

    /// s for each parameter; empty before the first step.
    public private(set) var squares: [Tensor<Scalar>] = []

    private var steps = 0

    /// An optimiser that has made no step yet.
    public init(learningRate: Double = 0.01, epsilon: Double = 1e-10) {
        requireLearningRate(learningRate)
        requireNotNegative(epsilon, "epsilon")
        self.learningRate = learningRate
        self.epsilon = epsilon
    }

    /// The sums of squares.
    public var memory: OptimizerMemory<Scalar> {
        get { OptimizerMemory(steps: steps, tensors: ["squares": squares]) }
        set { (steps, squares) = (newValue.steps, newValue.values("squares")[0]) }
    }

    /// Changes the parameters in place, against the direction of the gradients.
    public mutating func update<Model: Parameterized<Scalar>>(
        _ model: inout Model, along gradients: Gradients<Scalar>
    ) {
        squares = gradients.remembered(squares, "squares")
        steps += 1
        gradients.forEachParameter(of: &model) { index, parameter, gradient in
            squares[index].add(gradient * gradient)
            let step = gradient / (squares[index].squareRoot() + Scalar(epsilon))
            parameter.add(step, times: Scalar(-learningRate))
        }
    }
}
