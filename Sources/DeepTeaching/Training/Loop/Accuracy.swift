/// The share of rows whose largest score is that of their own class.
///
/// - Parameters:
///   - scores: logits or probabilities, `[samples, classes]`, of one sample or more.
///   - labels: one class for each row, from 0 to classes - 1.
/// - Returns: from 0 to 1. A row that holds what is not a number counts as wrong: it has no largest
///   score.
public func accuracy<Scalar>(of scores: Tensor<Scalar>, labels: [Int]) -> Double {
    require(
        scores.rank == 2 && scores.shape[0] == labels.count,
        "scores of shape \(scores.shape) do not fit \(labels.count) labels")
    require(!labels.isEmpty, "no rows have no accuracy: scores of shape \(scores.shape) are empty")
    let classes = scores.shape[1]
    if let wrong = labels.first(where: { $0 < 0 || $0 >= classes }) {
        fatalError("the label \(wrong) is none of the \(classes) classes of the scores")
    }
    let best = scores.maximum(axes: [1])
    let right = zip(zip(scores.argmax(), labels), best.elements).count { pair, score in
        pair.0 == pair.1 && !score.isNaN
    }
    return Double(right) / Double(labels.count)
}
