/// Steps against the gradient, with momentum: v = m v + g, p = p - rate v.
///
/// Source: Sutskever et al., On the importance of initialization and momentum in deep learning, 2013.
public struct GradientDescent<Scalar: TensorScalar>: Optimizer, Equatable {
    /// How far a step goes.
    public var learningRate: Double

    /// m, how much of the last step is repeated.
    public var momentum: Double

    /// v for each parameter; empty before the first step.
    public private(set) var velocities: [Tensor<Scalar>] = []

    /// An optimiser that has made no step yet.
    public init(learningRate: Double, momentum: Double = 0) {
        self.learningRate = learningRate
        self.momentum = momentum
    }

    /// Changes the parameters in place, against the direction of the gradients.
    public mutating func update<Model: Parameterized<Scalar>>(
        _ model: inout Model, along gradients: Gradients<Scalar>
    ) {
        if momentum != 0 {
            if velocities.isEmpty { velocities = gradients.values.map { .zeros($0.shape) } }
            for (index, gradient) in gradients.values.enumerated() {
                velocities[index] = velocities[index] * Scalar(momentum) + gradient
            }
        }
        let rate = Scalar(-learningRate)
        gradients.forEachParameter(of: &model) { index, parameter, gradient in
            parameter.add((momentum != 0 ? velocities[index] : gradient) * rate)
        }
    }
}
