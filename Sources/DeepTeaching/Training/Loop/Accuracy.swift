/// The share of rows whose largest score is that of their own class.
///
/// - Parameters:
///   - scores: logits or probabilities, `[samples, classes]`.
///   - labels: one class for each row.
/// - Returns: from 0 to 1; not a number without rows.
public func accuracy<Scalar>(of scores: Tensor<Scalar>, labels: [Int]) -> Double {
    require(
        scores.rank == 2 && scores.shape[0] == labels.count,
        "scores of shape \(scores.shape) do not fit \(labels.count) labels")
    let right = zip(scores.argumentOfMaximum(), labels).filter { $0 == $1 }.count
    return Double(right) / Double(labels.count)
}
