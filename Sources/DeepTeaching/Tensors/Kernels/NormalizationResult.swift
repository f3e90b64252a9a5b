/// A normalised batch, and what it was normalised with.
///
/// Batches are `[..., features]`; a row is what stands along the last axis.
public struct NormalizationResult<Scalar: TensorScalar>: Sendable {
    /// The normalised batch, of the batch's shape.
    public let output: Tensor<Scalar>

    /// The means: `[features]` of batch normalisation, `[rows]` of layer normalisation.
    public let mean: Tensor<Scalar>

    /// The variances: the means of the squared deviations, of the same shape as the means.
    public let variance: Tensor<Scalar>
}

/// What a change of a normalised batch means for what it was computed from.
public struct NormalizationGradients<Scalar: TensorScalar>: Sendable {
    /// The gradient of each feature's scale.
    public let scale: Tensor<Scalar>

    /// The gradient of each feature's shift.
    public let shift: Tensor<Scalar>

    /// The gradient of the batch, of its shape; nil where nobody asked for it.
    public let input: Tensor<Scalar>?
}
