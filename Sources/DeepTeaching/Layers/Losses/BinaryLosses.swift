// Losses of one yes-or-no question for each element. They are computed from logits x, with
// p = 1 / (1 + exp(-x)), since the logarithm of a p that has become 0 would not be a number:
// -log(p) = softplus(-x).

/// The mean of -w t log(p) - (1 - t) log(1 - p) over all elements, where p = 1 / (1 + exp(-x)).
///
/// - Parameters:
///   - logits: x, of any shape.
///   - targets: t, from 0 (no) to 1 (yes), of the same shape.
///   - positiveWeight: w, how many times a yes counts, from 0 on.
public func binaryCrossEntropy<Scalar>(
    logits: Variable<Scalar>, targets: Tensor<Scalar>, positiveWeight: Scalar = 1
) -> Variable<Scalar> {
    requireOneShape(logits, targets)
    requireShares(targets)
    require(
        positiveWeight >= 0 && positiveWeight.isFinite,
        "a yes cannot count \(positiveWeight) times: give a number from 0 on")
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
    requireYesOrNo(targets)
    require(
        gamma >= 0 && gamma.isFinite && 0 <= balance && balance <= 1,
        "a focal loss has a gamma from 0 on and a balance from 0 to 1, not \(gamma) and \(balance)")
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
///   - targets: t, from 0 to 1, of the same shape.
///   - smoothing: s, which makes two empty masks equal.
///
/// Source: Milletari, Navab and Ahmadi, V-Net: fully convolutional neural networks for volumetric
/// medical image segmentation, 2016.
public func diceLoss<Scalar>(
    probabilities: Variable<Scalar>, targets: Tensor<Scalar>, smoothing: Scalar = 1
) -> Variable<Scalar> {
    requireOneShape(probabilities, targets)
    requireShares(targets)
    require(
        smoothing >= 0 && smoothing.isFinite,
        "a Dice loss cannot be smoothed by \(smoothing): give a number from 0 on")
    let p = probabilities.flattened()
    let t = Variable(targets.reshaped(p.shape))
    let overlap = (p * t).sum(axes: [1]) * 2 + smoothing
    return 1 - (overlap / (p.sum(axes: [1]) + t.sum(axes: [1]) + smoothing)).mean()
}

/// Stops with a sentence if a target is no share from 0 to 1: the loss would still be a number, but one
/// without a meaning, and without a lower bound.
@specialized(where Scalar == Float)
private func requireShares<Scalar: TensorScalar>(_ targets: Tensor<Scalar>) {
    let areShares = withPointers(targets.storage) { target in
        (0..<targets.count).allSatisfy { 0 <= target[$0] && target[$0] <= 1 }
    }
    require(areShares, "targets go from 0 (no) to 1 (yes), but these do not: \(targets)")
}

/// Stops with a sentence if a target is neither 0 nor 1.
@specialized(where Scalar == Float)
private func requireYesOrNo<Scalar: TensorScalar>(_ targets: Tensor<Scalar>) {
    let areClear = withPointers(targets.storage) { target in
        (0..<targets.count).allSatisfy { target[$0] == 0 || target[$0] == 1 }
    }
    require(areClear, "targets are 0 (no) or 1 (yes), but these are not: \(targets)")
}
