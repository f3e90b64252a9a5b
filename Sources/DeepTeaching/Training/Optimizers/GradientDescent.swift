/// Steps against the gradient, with momentum: v = m v + g, p = p - rate v.
///
/// With Nesterov's momentum p = p - rate (g + m v): the gradient counts as if it had been measured
/// where the momentum leads.
///
/// Source: Sutskever et al., On the importance of initialization and momentum in deep learning, 2013.
public struct GradientDescent<Scalar: TensorScalar>: Optimizer, Equatable {
    /// How far a step goes.
    public var learningRate: Double { didSet { requireLearningRate(learningRate) } }

    /// m, how much of the last step is repeated.
    public let momentum: Double

    /// Whether the momentum is Nesterov's.
    public let isNesterov: Bool

    /// v for each parameter; empty before the first step.
    public private(set) var velocities: [Tensor<Scalar>] = []

    private var steps = 0

    /// An optimiser that has made no step yet.
    public init(learningRate: Double, momentum: Double = 0, isNesterov: Bool = false) {
        requireLearningRate(learningRate)
        requireDecay(momentum, "momentum")
        self.learningRate = learningRate
        self.momentum = momentum
        self.isNesterov = isNesterov
    }

    /// The velocities.
    public var memory: OptimizerMemory<Scalar> {
        get { OptimizerMemory(steps: steps, tensors: ["velocities": velocities]) }
        set { (steps, velocities) = (newValue.steps, newValue.values("velocities")[0]) }
    }

    /// Changes the parameters in place, against the direction of the gradients.
    public mutating func update<Model: Parameterized<Scalar>>(
        _ model: inout Model, along gradients: Gradients<Scalar>
    ) {
        if momentum != 0 {
            velocities = gradients.remembered(velocities, "velocities")
            for (index, gradient) in gradients.values.enumerated() {
                velocities[index].scale(by: Scalar(momentum))
                velocities[index].add(gradient)
            }
        }
        steps += 1
        let rate = Scalar(-learningRate)
        gradients.forEachParameter(of: &model) { index, parameter, gradient in
            guard momentum != 0 else { return parameter.add(gradient, times: rate) }
            if isNesterov { parameter.add(gradient, times: rate) }
            parameter.add(velocities[index], times: isNesterov ? rate * Scalar(momentum) : rate)
        }
    }
}
