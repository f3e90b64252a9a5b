/// The numbers of one step of Adam, the corrections for the step's number included.
///
/// With g' = g + w p, where w is the weight decay: m = b1 m + (1 - b1) g', v = b2 v + (1 - b2) g'^2,
/// p = p - rate m / (sqrt(v) secondMomentScale + epsilon).
public struct AdamStep: Sendable, Equatable {
    /// The learning rate divided by 1 - b1^t.
    public let rate: Double

    /// b1, how much of the running mean stays.
    public let firstMomentDecay: Double

    /// b2, how much of the running mean of squares stays.
    public let secondMomentDecay: Double

    /// 1 / sqrt(1 - b2^t).
    public let secondMomentScale: Double

    /// What keeps the divisor from 0.
    public let epsilon: Double

    /// How strongly parameters are drawn to 0.
    public let weightDecay: Double

    /// Stops with a sentence if the four tensors are not of one shape: the kernel walks over all of them
    /// by one count.
    func requireOneShape<Scalar>(
        _ parameter: Tensor<Scalar>, _ mean: Tensor<Scalar>, _ square: Tensor<Scalar>,
        _ gradient: Tensor<Scalar>
    ) {
        let shape = parameter.shape
        require(
            mean.shape == shape && square.shape == shape && gradient.shape == shape,
            """
            a parameter of shape \(shape) does not fit a running mean of shape \(mean.shape), one of \
            squares of shape \(square.shape) and a gradient of shape \(gradient.shape)
            """)
    }
}
