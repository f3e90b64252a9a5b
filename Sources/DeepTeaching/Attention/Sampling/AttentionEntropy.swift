/// The mean over slides of -sum over k of a_k log(a_k): how widely attention is spread.
///
/// 0 if one place has all of it, log(places) if all have the same. A loss takes a small share of it
/// away so that attention does not settle before it has looked around. 0 log(0) counts as 0.
///
/// - Parameter attention: a, `[slide, place]`, each row adding up to 1.
///
/// Source: Katharopoulos and Fleuret, Processing megapixel images with deep attention-sampling models,
/// 2019, equation 13.
public func attentionEntropy<Scalar>(_ attention: Variable<Scalar>) -> Variable<Scalar> {
    require(
        attention.shape.count == 2 && attention.value.count > 0,
        "the entropy of attention is taken from [slide, place], not from shape "
            + "\(attention.shape)")
    let logarithm = attention.clamped(
        lowerBound: .leastNormalMagnitude, upperBound: .greatestFiniteMagnitude
    ).logarithm()
    return -(attention * logarithm).sum() / Scalar(attention.shape[0])
}
