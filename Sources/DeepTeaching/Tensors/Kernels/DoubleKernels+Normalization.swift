/// Normalisation written down as its equations.
extension DoubleKernels {
    /// (x - mean) / sqrt(variance + epsilon) scale + shift, by feature.
    public static func batchNormalization(
        _ input: Tensor<Double>, scale: Tensor<Double>, shift: Tensor<Double>, epsilon: Double
    ) -> NormalizationResult<Double> {
        input.requireNormalizable(scale: scale, shift: shift, epsilon: epsilon)
        let axes = Array(0..<input.rank - 1)
        let rows = Double(max(input.count / scale.count, 1))  // means of nothing are 0
        let mean = input.sum(axes: axes) / rows  // [features]
        let centered = input - mean  // [..., features]
        let variance = (centered * centered).sum(axes: axes) / rows  // [features]
        let normal = centered / (variance + epsilon).squareRoot()  // [..., features]
        return NormalizationResult(output: normal * scale + shift, mean: mean, variance: variance)
    }

    /// With x' = (x - mean) / deviation: dscale = sum of g x', dshift = sum of g,
    /// dx = scale / deviation (g - dshift / n - x' dscale / n).
    public static func batchNormalizationGradients(
        _ input: Tensor<Double>, scale: Tensor<Double>, epsilon: Double,
        result: NormalizationResult<Double>, gradient: Tensor<Double>, needsInput: Bool
    ) -> NormalizationGradients<Double> {
        input.requireNormalized(
            result, means: scale.count, scale: scale, epsilon: epsilon,
            gradient: gradient)
        let axes = Array(0..<input.rank - 1)
        let deviation = (result.variance + epsilon).squareRoot()  // [features]
        let normal = (input - result.mean) / deviation  // [..., features]
        let scaleGradient = (gradient * normal).sum(axes: axes)  // [features]
        let shiftGradient = gradient.sum(axes: axes)
        if !needsInput {
            return NormalizationGradients(scale: scaleGradient, shift: shiftGradient, input: nil)
        }
        let count = Double(input.count / max(scale.count, 1))
        let common = shiftGradient / count + normal * (scaleGradient / count)  // [..., features]
        return NormalizationGradients(
            scale: scaleGradient, shift: shiftGradient,
            input: (gradient - common) * (scale / deviation))
    }

    /// (x - mean) / sqrt(variance + epsilon) scale + shift, by row.
    public static func layerNormalization(
        _ input: Tensor<Double>, scale: Tensor<Double>, shift: Tensor<Double>, epsilon: Double
    ) -> NormalizationResult<Double> {
        input.requireNormalizable(scale: scale, shift: shift, epsilon: epsilon)
        let axis = [input.rank - 1]
        let mean = input.mean(axes: axis, keepingAxes: true)  // [..., 1]
        let variance = input.variance(axes: axis, keepingAxes: true)  // [..., 1]
        let normal = (input - mean) / (variance + epsilon).squareRoot()  // [..., features]
        return NormalizationResult(
            output: normal * scale + shift, mean: mean.reshaped([mean.count]),
            variance: variance.reshaped([variance.count]))
    }

    /// With x' = (x - mean) / deviation and s = g scale: dscale = sum of g x', dshift = sum of g over
    /// the rows, dx = (s - mean of s - x' mean of s x') / deviation, with the means of each row.
    public static func layerNormalizationGradients(
        _ input: Tensor<Double>, scale: Tensor<Double>, epsilon: Double,
        result: NormalizationResult<Double>, gradient: Tensor<Double>, needsInput: Bool
    ) -> NormalizationGradients<Double> {
        input.requireNormalized(
            result, means: elementCount(of: input.shape.dropLast()), scale: scale, epsilon: epsilon,
            gradient: gradient)
        let rowAxes = Array(0..<input.rank - 1)
        let axis = [input.rank - 1]
        let perRow = Array(input.shape.dropLast() + [1])
        let deviation = (result.variance + epsilon).squareRoot().reshaped(perRow)  // [..., 1]
        let normal = (input - result.mean.reshaped(perRow)) / deviation  // [..., features]
        let scaleGradient = (gradient * normal).sum(axes: rowAxes)  // [features]
        let shiftGradient = gradient.sum(axes: rowAxes)
        if !needsInput {
            return NormalizationGradients(scale: scaleGradient, shift: shiftGradient, input: nil)
        }
        let scaled = gradient * scale  // [..., features]
        let common =
            scaled.mean(axes: axis, keepingAxes: true)
            + normal * (scaled * normal).mean(axes: axis, keepingAxes: true)
        return NormalizationGradients(
            scale: scaleGradient, shift: shiftGradient, input: (scaled - common) / deviation)
    }
}
