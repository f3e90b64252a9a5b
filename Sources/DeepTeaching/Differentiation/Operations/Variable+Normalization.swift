extension Variable {
    /// (x - mean) / sqrt(variance + epsilon) scale + shift with the mean and the variance of each
    /// feature over all axes but the last, in two passes over the numbers; see
    /// ``BatchNormalization``.
    ///
    /// - Parameters:
    ///   - scale: one number for each feature, `[features]`.
    ///   - shift: one number for each feature, `[features]`.
    ///   - epsilon: what keeps the divisor from 0.
    /// - Returns: the normalised batch, of this one's shape `[..., features]`, with the mean and the
    ///   variance of each feature, through which no gradient is traced back; they mean nothing where there
    ///   are no rows.
    public func batchNormalized(scale: Variable, shift: Variable, epsilon: Double) -> (
        output: Variable, mean: Tensor<Scalar>, variance: Tensor<Scalar>
    ) {
        let (x, s) = (value, scale.value)
        let result = Scalar.Kernels.batchNormalization(
            x, scale: s, shift: shift.value, epsilon: epsilon)
        let needsInput = !isConstant
        let output = Variable(
            result.output, from: [self, scale, shift],
            { gradient in
                let gradients = Scalar.Kernels.batchNormalizationGradients(
                    x, scale: s, epsilon: epsilon, result: result, gradient: gradient,
                    needsInput: needsInput)
                return [gradients.input, gradients.scale, gradients.shift]
            }, operation: "batchNormalized")
        return (output, result.mean, result.variance)
    }

    /// (x - mean) / sqrt(variance + epsilon) scale + shift with the mean and the variance of each row
    /// along the last axis; see ``LayerNormalization``.
    ///
    /// - Parameters:
    ///   - scale: one number for each feature, `[features]`.
    ///   - shift: one number for each feature, `[features]`.
    ///   - epsilon: what keeps the divisor from 0.
    /// - Returns: the normalised batch, of this one's shape `[..., features]`.
    public func layerNormalized(scale: Variable, shift: Variable, epsilon: Double) -> Variable {
        let (x, s) = (value, scale.value)
        let result = Scalar.Kernels.layerNormalization(
            x, scale: s, shift: shift.value, epsilon: epsilon)
        let needsInput = !isConstant
        return Variable(
            result.output, from: [self, scale, shift],
            { gradient in
                let gradients = Scalar.Kernels.layerNormalizationGradients(
                    x, scale: s, epsilon: epsilon, result: result, gradient: gradient,
                    needsInput: needsInput)
                return [gradients.input, gradients.scale, gradients.shift]
            }, operation: "layerNormalized")
    }
}
