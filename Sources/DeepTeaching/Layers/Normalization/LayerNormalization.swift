/// Gives the features of each sample mean 0 and variance 1, then a scale and a shift that are learnt:
/// the same while learning and at inference, and whatever else is in the batch.
///
/// y = (x - mean) / sqrt(variance + epsilon) scale + shift, with the mean and the variance of each
/// row along the last axis. `[..., features]` stays `[..., features]`.
///
/// Source: Ba, Kiros and Hinton, Layer normalization, 2016.
public struct LayerNormalization<Scalar: TensorScalar>: Layer {
    /// The learnt scale of each feature.
    public var scale: Variable<Scalar>

    /// The learnt shift of each feature.
    public var shift: Variable<Scalar>

    /// What keeps the divisor from 0.
    public let epsilon: Double

    /// A layer that has not learnt yet: scale 1 and shift 0.
    public init(features: Int, epsilon: Double = 1e-5) {
        require(
            features > 0 && epsilon >= 0 && epsilon.isFinite,
            "rows need features and an epsilon from 0 on, not \(features) and \(epsilon)")
        scale = Variable(.ones([features]))
        shift = Variable(.zeros([features]))
        self.epsilon = epsilon
    }

    /// The layer's answer to a batch.
    public func callAsFunction(_ input: Variable<Scalar>, in pass: Pass) -> Variable<Scalar> {
        input.layerNormalized(scale: scale, shift: shift, epsilon: epsilon)
    }

    /// Visits `scale` and `shift`.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) {
        visitor("scale", &scale)
        visitor("shift", &shift)
    }
}
