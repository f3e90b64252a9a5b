// Kernels walk over memory by the counts that they are told: what they are given is checked at their
// door, whoever calls them.
extension Tensor {
    /// Stops with a sentence unless this batch `[..., features]` can be normalised with this scale and
    /// this shift.
    func requireNormalizable(scale: Tensor, shift: Tensor, epsilon: Double) {
        require(
            rank > 0 && shape[rank - 1] > 0 && scale.shape == [shape[rank - 1]]
                && shift.shape == scale.shape,
            """
            batches of shape \(shape) do not fit a scale of shape \(scale.shape) and a shift of \
            shape \(shift.shape)
            """)
        require(
            epsilon >= 0 && epsilon.isFinite,
            "a variance cannot be increased by \(epsilon): give a number from 0 on")
    }

    /// Stops with a sentence unless these are what a normalisation of this batch gave, with this number
    /// of means, and a gradient of it.
    func requireNormalized(
        _ result: NormalizationResult<Scalar>, means: Int, scale: Tensor, epsilon: Double,
        gradient: Tensor
    ) {
        requireNormalizable(scale: scale, shift: scale, epsilon: epsilon)
        require(
            result.output.shape == shape && gradient.shape == shape
                && result.mean.shape == [means] && result.variance.shape == [means],
            """
            a result of shape \(result.output.shape) with means of shape \(result.mean.shape) and a \
            gradient of shape \(gradient.shape) do not fit a batch of shape \(shape)
            """)
    }
}
