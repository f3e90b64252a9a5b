/// The mean of -log softmax(logits)[label] over a batch; with class weights w the mean weighted by
/// w[label].
///
/// dL/dlogits = w[label] (softmax(logits) - onehot(label)) / sum of the weights. It is computed from
/// logits, not from probabilities, since the logarithm of a probability that has become 0 would not
/// be a number.
///
/// - Parameters:
///   - logits: `[batch, classes]`.
///   - labels: one class for each row, from 0 to classes - 1.
///   - weights: one number from 0 on for each class, not 0 for all of the labels; all count the same
///     without.
///   - labelSmoothing: how much of each label's probability is spread evenly over all classes, so that
///     the network is never asked to be certain (Szegedy et al., Rethinking the inception
///     architecture for computer vision, 2016).
public func softmaxCrossEntropy<Scalar>(
    logits: Variable<Scalar>, labels: [Int], weights: [Scalar]? = nil, labelSmoothing: Double = 0
) -> Variable<Scalar> {
    require(
        0 <= labelSmoothing && labelSmoothing <= 1,
        "labels cannot be smoothed by \(labelSmoothing): it is a share from 0 to 1")
    let sharp = sharpCrossEntropy(logits, labels, weights)
    if labelSmoothing == 0 { return sharp }
    let classes = logits.shape[1]
    let total = labels.reduce(0) { $0 + (weights?[$1] ?? 1) }
    let even = Tensor(weights ?? [Scalar](repeating: 1, count: classes), shape: [classes])
    let spread = (logits.logSoftmax() * Variable(even)).sum() / (-Scalar(classes) * total)
    return sharp * Scalar(1 - labelSmoothing) + spread * Scalar(labelSmoothing)
}

@specialized(where Scalar == Float)
private func sharpCrossEntropy<Scalar>(
    _ logits: Variable<Scalar>, _ labels: [Int], _ weights: [Scalar]?
) -> Variable<Scalar> {
    let shape = logits.shape
    require(
        shape.count == 2 && shape[0] == labels.count,
        "logits of shape \(shape) do not fit \(labels.count) labels")
    let classes = shape[1]
    require(
        labels.allSatisfy { 0 <= $0 && $0 < classes },
        "a label is none of the \(classes) classes, which are numbered from 0: \(labels)")
    require(!labels.isEmpty, "there is no mean loss of nothing: logits of shape \(shape) are empty")
    require(
        weights.map { $0.count == classes && $0.allSatisfy { $0 >= 0 && $0.isFinite } } ?? true,
        "class weights \(weights ?? []) do not fit \(classes) classes: one from 0 on for each")
    let logProbabilities = logits.value.logSoftmax()
    let rowWeights = labels.map { weights?[$0] ?? 1 }
    let total = rowWeights.reduce(0, +)
    require(total > 0, "the classes of all rows have the weight 0: the loss would be 0 / 0")
    var loss: Scalar = 0
    withPointers(logProbabilities.storage) { logProbabilities in
        for (row, label) in labels.enumerated() {
            loss -= rowWeights[row] * logProbabilities[row * classes + label]
        }
    }
    return Variable(
        Tensor(loss / total), from: logits,
        { gradient in
            let scales = rowWeights.map { $0 * (gradient.scalar / total) }
            return logitGradient(logProbabilities, labels, scales)
        }, operation: "softmaxCrossEntropy")
}

/// scales[row] (softmax - onehot(label)) for each row.
@specialized(where Scalar == Float)
private func logitGradient<Scalar>(
    _ logProbabilities: Tensor<Scalar>, _ labels: [Int], _ scales: [Scalar]
) -> Tensor<Scalar> {
    let classes = logProbabilities.shape[1]
    var result = logProbabilities.exponential()
    withPointers(result.writableStorage()) { result in
        for (row, label) in labels.enumerated() {
            let probabilities = result + row * classes
            probabilities[label] -= 1
            for index in 0..<classes { probabilities[index] *= scales[row] }
        }
    }
    return result
}
