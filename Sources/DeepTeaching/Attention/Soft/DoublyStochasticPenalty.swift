/// lambda sum over places i of (1 - sum over steps t of alpha_ti)^2, the mean over the batch: small if
/// over all steps each place gets its share of the attention.
///
/// The weights of a step add up to 1. With T steps and L places all of them add up to T, so the penalty is
/// lambda (L - 2 T + sum over i of (sum over t of alpha_ti)^2): it asks for even shares of T / L, whether
/// or not these are 1.
///
/// - Parameters:
///   - weights: alpha, `[batch, step, place]`.
///   - factor: lambda, from 0 on.
///   - mask: 1 for a place that counts and 0 for background, `[batch, place]`; nil if all count.
///
/// Source: Xu et al., Show, attend and tell: neural image caption generation with visual attention,
/// 2015.
public func doublyStochasticPenalty<Scalar>(
    _ weights: Variable<Scalar>, factor: Double = 1, where mask: Tensor<Scalar>? = nil
) -> Variable<Scalar> {
    let shape = weights.shape
    require(
        shape.count == 3 && shape[0] > 0,
        "weights of attention are [batch, step, place] of one item or more, not of shape \(shape)")
    require(
        factor >= 0 && factor.isFinite,
        "a penalty cannot count \(factor) times: give a number from 0 on")
    let missing = 1 - weights.sum(axes: [1])  // [batch, place]
    var squares = missing * missing
    if let mask {
        require(
            mask.shape == missing.shape,
            "a mask of shape \(mask.shape) does not fit weights of shape \(shape)")
        squares = squares * Variable(mask)
    }
    return squares.sum() * Scalar(factor / Double(shape[0]))
}
