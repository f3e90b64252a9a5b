/// Gives each feature mean 0 and variance 1 over the batch, then a scale and a shift that are learnt.
///
/// y = (x - mean) / sqrt(variance + epsilon) scale + shift, where the features stand along the last
/// axis, and mean and variance are those of all other axes: of the batch while the layer learns, of
/// the whole training, as running means, at inference. `[..., features]` stays `[..., features]`.
///
/// Source: Ioffe and Szegedy, Batch normalization: accelerating deep network training by reducing
/// internal covariate shift, 2015.
public struct BatchNormalization<Scalar: TensorScalar>: Layer {
    /// The learnt scale of each feature.
    public var scale: Variable<Scalar>

    /// The learnt shift of each feature.
    public var shift: Variable<Scalar>

    /// The running mean of each feature.
    public var runningMean: Tensor<Scalar>

    /// The running variance of each feature.
    public var runningVariance: Tensor<Scalar>

    /// How much of a running mean is replaced by each batch.
    public let momentum: Double

    /// What keeps the divisor from 0.
    public let epsilon: Double

    /// Where the layer stands in its model.
    private var path = ""

    /// A layer that has not learnt yet: scale 1, shift 0, mean 0 and variance 1.
    public init(features: Int, momentum: Double = 0.1, epsilon: Double = 1e-5) {
        require(
            features > 0 && 0 <= momentum && momentum <= 1 && epsilon >= 0 && epsilon.isFinite,
            """
            a normalisation needs features, a momentum from 0 to 1 and an epsilon from 0 on, not \
            \(features), \(momentum) and \(epsilon)
            """)
        scale = Variable(.ones([features]))
        shift = Variable(.zeros([features]))
        runningMean = .zeros([features])
        runningVariance = .ones([features])
        self.momentum = momentum
        self.epsilon = epsilon
    }

    /// The layer's answer to a batch.
    public func callAsFunction(_ input: Variable<Scalar>, in pass: Pass) -> Variable<Scalar> {
        let features = scale.shape
        require(
            input.shape.last.map { [$0] == features } ?? false
                && shift.shape == features && runningMean.shape == features
                && runningVariance.shape == features,
            """
            batches of shape \(input.shape) do not fit a scale of shape \(features) with a shift, a \
            mean and a variance of shapes \(shift.shape), \(runningMean.shape) and \
            \(runningVariance.shape)
            """)
        if !pass.isTraining {
            let deviation = Variable((runningVariance + Scalar(epsilon)).squareRoot())
            return (input - Variable(runningMean)) * (scale / deviation) + shift
        }
        let (output, mean, variance) = input.batchNormalized(
            scale: scale, shift: shift, epsilon: epsilon)
        // A batch without rows has no mean to learn from.
        if input.value.count > 0 {
            collect(mean, variance, of: input.value.count / runningMean.count, in: pass)
        }
        return output
    }

    /// Moves the running means towards those of the batch; the variance without the bias of a small
    /// sample, and not by one row, which says nothing of it.
    private func collect(
        _ mean: Tensor<Scalar>, _ variance: Tensor<Scalar>, of count: Int, in pass: Pass
    ) {
        let (kept, new) = (Scalar(1 - momentum), Scalar(momentum))
        pass.collect("runningMean", at: path, runningMean * kept + mean * new)
        if count < 2 { return }
        let unbiased = variance * (Scalar(count) / Scalar(count - 1))
        pass.collect(
            "runningVariance", at: path, runningVariance * kept + unbiased * new)
    }

    /// Visits `scale`, `shift`, and the running statistics; takes note of where the layer stands.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) {
        path = visitor.path
        visitor("scale", &scale)
        visitor("shift", &shift)
        visitor("runningMean", &runningMean)
        visitor("runningVariance", &runningVariance)
    }
}
