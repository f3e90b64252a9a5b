/// The two kinds of numbers that a tensor can hold: `Float` for speed, `Double` for proofs.
///
/// The hot loops of the library are static requirements here, with one concrete body for each of
/// the two: `Float` runs the fast kernels, `Double` the plain loops that one can read. Each
/// operation stands in one file for `Float` and in one for `Double`; tests compare the two.
public protocol TensorScalar: BinaryFloatingPoint, BitwiseCopyable, Sendable, Codable {
    /// The exponential of `x`.
    static func exponential(_ x: Self) -> Self

    /// The natural logarithm of `x`.
    static func logarithm(_ x: Self) -> Self

    /// The hyperbolic tangent of `x`.
    static func hyperbolicTangent(_ x: Self) -> Self

    /// The logarithm of 1 + `x`, exact also where `x` is tiny.
    static func logarithmOfOnePlus(_ x: Self) -> Self

    /// The error function, 2 / sqrt(pi) times the integral of exp(-t^2) from 0 to `x`.
    static func errorFunction(_ x: Self) -> Self

    /// `base` to the power of `exponent`.
    static func power(_ base: Self, _ exponent: Self) -> Self

    /// act(A B + bias), where the product says which of the two matrices is taken transposed.
    static func matrixProduct(
        _ product: MatrixProduct, _ a: Tensor<Self>, _ b: Tensor<Self>, bias: Tensor<Self>?
    ) -> Tensor<Self>

    /// The product of each pair of matrices; `pairs` names the pairs by their numbers among the
    /// matrices of `a` and of `b`. The result is `[pairs, rows, columns]`.
    static func matrixProducts(
        _ product: MatrixProduct, _ a: Tensor<Self>, _ b: Tensor<Self>, pairs: [MatrixPair]
    ) -> Tensor<Self>

    /// Convolution, bias, activation and pooling of a batch, and where each maximum came from.
    static func convolution(
        _ convolution: Convolution, _ input: Tensor<Self>, weights: Tensor<Self>,
        bias: Tensor<Self>
    ) -> ConvolutionResult<Self>

    /// What a change of the convolution's result means for its weights, its bias and, where asked
    /// for, its input.
    static func convolutionGradients(
        _ convolution: Convolution, _ input: Tensor<Self>, weights: Tensor<Self>,
        result: ConvolutionResult<Self>, gradient: Tensor<Self>, needsInput: Bool
    ) -> ConvolutionGradients<Self>

    /// (x - mean) / sqrt(variance + epsilon) scale + shift, with the mean and the variance of each
    /// feature over all rows.
    static func batchNormalization(
        _ input: Tensor<Self>, scale: Tensor<Self>, shift: Tensor<Self>, epsilon: Double
    ) -> NormalizationResult<Self>

    /// What a change of the result means for its scale, its shift and, where asked for, its input.
    static func batchNormalizationGradients(
        _ input: Tensor<Self>, scale: Tensor<Self>, epsilon: Double,
        result: NormalizationResult<Self>, gradient: Tensor<Self>, needsInput: Bool
    ) -> NormalizationGradients<Self>

    /// The same with the mean and the variance of each row over its features.
    static func layerNormalization(
        _ input: Tensor<Self>, scale: Tensor<Self>, shift: Tensor<Self>, epsilon: Double
    ) -> NormalizationResult<Self>

    /// What a change of the result means for its scale, its shift and, where asked for, its input.
    static func layerNormalizationGradients(
        _ input: Tensor<Self>, scale: Tensor<Self>, epsilon: Double,
        result: NormalizationResult<Self>, gradient: Tensor<Self>, needsInput: Bool
    ) -> NormalizationGradients<Self>

    /// One step of Adam, in place.
    static func adamStep(
        _ step: AdamStep, _ parameter: inout Tensor<Self>, _ mean: inout Tensor<Self>,
        _ square: inout Tensor<Self>, gradient: Tensor<Self>)
}
