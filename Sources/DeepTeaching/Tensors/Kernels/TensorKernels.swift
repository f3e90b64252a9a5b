/// The hot loops of the library for one kind of number.
///
/// They are static requirements with one concrete body for each of the two kinds, ``FloatKernels`` and
/// ``DoubleKernels``, so that no call in a loop is looked up while the program runs. Each operation
/// stands in one file for `Float` and in one for `Double`; tests compare the two. Programs call what
/// ``Tensor`` and ``Variable`` offer, which checks shapes in words and comes here.
public protocol TensorKernels<Scalar> {
    /// The kind of number.
    associatedtype Scalar: TensorScalar

    /// The exponential of `x`.
    static func exponential(_ x: Scalar) -> Scalar

    /// The natural logarithm of `x`.
    static func logarithm(_ x: Scalar) -> Scalar

    /// The hyperbolic tangent of `x`.
    static func hyperbolicTangent(_ x: Scalar) -> Scalar

    /// The logarithm of 1 + `x`, exact also where `x` is tiny.
    static func logarithmOfOnePlus(_ x: Scalar) -> Scalar

    /// The error function, 2 / sqrt(pi) times the integral of exp(-t^2) from 0 to `x`.
    static func errorFunction(_ x: Scalar) -> Scalar

    /// `base` to the power of `exponent`.
    static func power(_ base: Scalar, _ exponent: Scalar) -> Scalar

    /// act(A B + bias), where the product says which of the two matrices is taken transposed.
    static func matrixProduct(
        _ product: MatrixProduct, _ a: Tensor<Scalar>, _ b: Tensor<Scalar>, bias: Tensor<Scalar>?
    ) -> Tensor<Scalar>

    /// The product of each pair of matrices; `pairs` names the pairs by their numbers among the
    /// matrices of `a` and of `b`. The result is `[pairs, rows, columns]`.
    static func matrixProducts(
        _ product: MatrixProduct, _ a: Tensor<Scalar>, _ b: Tensor<Scalar>, pairs: [MatrixPair]
    ) -> Tensor<Scalar>

    /// Convolution, bias, activation and pooling of a batch, and where each maximum came from.
    static func convolution(
        _ convolution: Convolution, _ input: Tensor<Scalar>, weights: Tensor<Scalar>,
        bias: Tensor<Scalar>
    ) -> ConvolutionResult<Scalar>

    /// What a change of the convolution's result means for its weights, its bias and, where asked
    /// for, its input.
    static func convolutionGradients(
        _ convolution: Convolution, _ input: Tensor<Scalar>, weights: Tensor<Scalar>,
        result: ConvolutionResult<Scalar>, gradient: Tensor<Scalar>, needsInput: Bool
    ) -> ConvolutionGradients<Scalar>

    /// (x - mean) / sqrt(variance + epsilon) scale + shift, with the mean and the variance of each
    /// feature over all rows.
    static func batchNormalization(
        _ input: Tensor<Scalar>, scale: Tensor<Scalar>, shift: Tensor<Scalar>, epsilon: Double
    ) -> NormalizationResult<Scalar>

    /// What a change of the result means for its scale, its shift and, where asked for, its input.
    static func batchNormalizationGradients(
        _ input: Tensor<Scalar>, scale: Tensor<Scalar>, epsilon: Double,
        result: NormalizationResult<Scalar>, gradient: Tensor<Scalar>, needsInput: Bool
    ) -> NormalizationGradients<Scalar>

    /// The same with the mean and the variance of each row over its features.
    static func layerNormalization(
        _ input: Tensor<Scalar>, scale: Tensor<Scalar>, shift: Tensor<Scalar>, epsilon: Double
    ) -> NormalizationResult<Scalar>

    /// What a change of the result means for its scale, its shift and, where asked for, its input.
    static func layerNormalizationGradients(
        _ input: Tensor<Scalar>, scale: Tensor<Scalar>, epsilon: Double,
        result: NormalizationResult<Scalar>, gradient: Tensor<Scalar>, needsInput: Bool
    ) -> NormalizationGradients<Scalar>

    /// One step of a gated recurrent unit from what the inputs of the step `time` say,
    /// `seen[time]` of `[time, batch, 3 hidden]`, what the last state says `[batch, 3 hidden]`, and
    /// that state `[batch, hidden]`; see ``GRUStep``.
    static func gruStep(
        _ time: Int, seen: Tensor<Scalar>, remembered: Tensor<Scalar>, state: Tensor<Scalar>
    ) -> GRUStep<Scalar>

    /// What the gradient of a step's state means for both shares and for the state before.
    static func gruGradients(
        _ step: GRUStep<Scalar>, state: Tensor<Scalar>, gradient: Tensor<Scalar>
    ) -> GRUGradients<Scalar>

    /// One step of a long short-term memory, with shares of four gates; see ``LSTMStep``.
    static func lstmStep(
        _ time: Int, seen: Tensor<Scalar>, remembered: Tensor<Scalar>, cell: Tensor<Scalar>
    ) -> LSTMStep<Scalar>

    /// What the gradients of a step's answer and of its cell mean for the sums of both shares and for
    /// the cell before.
    static func lstmGradients(
        _ step: LSTMStep<Scalar>, cell: Tensor<Scalar>, gradient: Tensor<Scalar>,
        cellGradient: Tensor<Scalar>
    ) -> LSTMGradients<Scalar>

    /// One step of Adam, in place.
    static func adamStep(
        _ step: AdamStep, _ parameter: inout Tensor<Scalar>, _ mean: inout Tensor<Scalar>,
        _ square: inout Tensor<Scalar>, gradient: Tensor<Scalar>)

    /// The nearest centroid of each sample, axes [samples, features] and [centroids, features], and
    /// the sums of the differences from each if `summing`.
    static func nearestCentroids(
        _ samples: Tensor<Scalar>, _ centroids: Tensor<Scalar>, summing: Bool
    ) -> NearestCentroids

    /// The squared distance of each sample from each centroid, axes [centroid, sample].
    static func squaredDistances(
        _ samples: Tensor<Scalar>, _ centroids: Tensor<Scalar>
    ) -> Tensor<Scalar>

    /// t = tanh(a + h) and e = sum over w of u t, axes [batch, place, width] and [batch, place].
    static func additiveScores(
        _ places: Tensor<Scalar>, _ state: Tensor<Scalar>, weights: Tensor<Scalar>
    ) -> AdditiveScores<Scalar>

    /// What a change of the scores means for the places, the state and the weights.
    static func additiveScoreGradients(
        _ scores: AdditiveScores<Scalar>, weights: Tensor<Scalar>, gradient: Tensor<Scalar>
    ) -> AdditiveScoreGradients<Scalar>
}
