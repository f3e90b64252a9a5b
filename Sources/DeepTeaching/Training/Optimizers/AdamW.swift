/// Adam whose weight decay does not go through the running means: before each step of ``Adam``,
/// p = p (1 - rate w).
///
/// Source: Loshchilov and Hutter, Decoupled weight decay regularization, 2019.
public struct AdamW<Scalar: TensorScalar>: Optimizer, Equatable {
    /// w, how strongly parameters are drawn to 0.
    public let weightDecay: Double

    private var adam: Adam<Scalar>

    /// An optimiser that has made no step yet.
    public init(
        learningRate: Double = 0.001, firstMomentDecay: Double = 0.9,
        secondMomentDecay: Double = 0.999,
        epsilon: Double = 1e-8, weightDecay: Double = 0.01
    ) {
        requireNotNegative(weightDecay, "weight decay")
        self.weightDecay = weightDecay
        adam = Adam(
            learningRate: learningRate, firstMomentDecay: firstMomentDecay,
            secondMomentDecay: secondMomentDecay,
            epsilon: epsilon)
    }

    /// How far a step goes.
    public var learningRate: Double {
        get { adam.learningRate }
        set { adam.learningRate = newValue }
    }

    /// The running means and the number of steps.
    public var memory: OptimizerMemory<Scalar> {
        get { adam.memory }
        set { adam.memory = newValue }
    }

    /// Changes the parameters in place, against the direction of the gradients.
    public mutating func update<Model: Parameterized<Scalar>>(
        _ model: inout Model, along gradients: Gradients<Scalar>
    ) {
        let kept = Scalar(1 - learningRate * weightDecay)
        gradients.forEachParameter(of: &model) { _, parameter, _ in parameter.scale(by: kept) }
        adam.update(&model, along: gradients)
    }
}
