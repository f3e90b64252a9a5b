// Losses of one yes-or-no question for each element. They are computed from logits x, with
// p = 1 / (1 + exp(-x)), since the logarithm of a p that has become 0 would not be a number:
// -log(p) = softplus(-x).

/// The mean of -w t log(p) - (1 - t) log(1 - p) over all elements, where p = 1 / (1 + exp(-x)).
///
/// - Parameters:
///   - logits: x, of any shape.
///   - targets: t, from 0 (no) to 1 (yes), of the same shape.
///   - positiveWeight: w, how many times a yes counts.
public func binaryCrossEntropy<Scalar>(
    logits: Variable<Scalar>, targets: Tensor<Scalar>, positiveWeight: Scalar = 1
) -> Variable<Scalar> {
    requireOneShape(logits, targets)
    let yes = (-logits).softplus() * Variable(targets * positiveWeight)
    let no = logits.softplus() * Variable(1 - targets)
    return (yes + no).mean()
}

/// The mean of -a_t (1 - p_t)^gamma log(p_t) over all elements, where p_t is the probability of what
/// is true, and a_t is `balance` for a yes, 1 - `balance` for a no: what is easy counts little.
///
/// - Parameters:
///   - logits: of any shape.
///   - targets: 0 (no) or 1 (yes), of the same shape.
///   - gamma: how much less the easy ones count; 0 is the balanced cross-entropy.
///   - balance: the weight of a yes, from 0 to 1.
///
/// Source: Lin, Goyal, Girshick, He and Dollar, Focal loss for dense object detection, 2017.
public func focalLoss<Scalar>(
    logits: Variable<Scalar>, targets: Tensor<Scalar>, gamma: Double = 2, balance: Double = 0.25
) -> Variable<Scalar> {
    requireOneShape(logits, targets)
    // The logit of what is not true, and the weight of each element.
    let wrong = logits * Variable(1 - 2 * targets)
    let share = Tensor(Scalar(1 - balance)).replacing(with: Tensor(Scalar(balance)), where: targets)
    let losses = wrong.softplus() * Variable(share)
    return (gamma == 0 ? losses : wrong.sigmoid().power(gamma) * losses).mean()
}

/// 1 - (2 sum(p t) + s) / (sum(p) + sum(t) + s) for each element of the batch, and its mean: how little
/// two masks overlap.
///
/// - Parameters:
///   - probabilities: p, from 0 to 1: `[batch, ...]`.
///   - targets: t, 0 or 1, of the same shape.
///   - smoothing: s, which makes two empty masks equal.
///
/// Source: Milletari, Navab and Ahmadi, V-Net: fully convolutional neural networks for volumetric
/// medical image segmentation, 2016.
public func diceLoss<Scalar>(
    probabilities: Variable<Scalar>, targets: Tensor<Scalar>, smoothing: Scalar = 1
) -> Variable<Scalar> {
    requireOneShape(probabilities, targets)
    let p = probabilities.flattened()
    let t = Variable(targets.reshaped(p.shape))
    let overlap = (p * t).sum(axes: [1]) * 2 + smoothing
    return 1 - (overlap / (p.sum(axes: [1]) + t.sum(axes: [1]) + smoothing)).mean()
}
