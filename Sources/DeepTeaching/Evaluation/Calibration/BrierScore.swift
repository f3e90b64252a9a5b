/// The mean squared error of probabilities: small where they are sharp and true.
///
///     two classes:    BS = 1/N sum_i (p_i - y_i)^2              from 0 to 1
///     K classes:      BS = 1/N sum_i sum_k (p_ik - y_ik)^2      from 0 to 2
///
/// with y 1 for the class of the item and 0 else. Two classes given as a table of two columns have twice
/// the score of the same given as one list.
///
/// Source: Brier, Verification of forecasts expressed in terms of probability, Monthly Weather Review,
/// 1950 (the formula for K classes).
public struct BrierScore: Sendable, Equatable, Codable {
    /// The score; 0 is best.
    public let value: Double

    /// The score of always giving each class its share of the labels, whatever the item.
    public let ofShares: Double

    /// 1 - value / ofShares: 1 is perfect, 0 what the shares alone give, less is worse than they; nil
    /// if all items are of one class.
    public var skill: Double? { ofShares > 0 ? 1 - value / ofShares : nil }

    /// The score of the probability of being positive.
    ///
    /// - Throws: `EvaluationError` if there is no item, the lists differ in length, or a probability is
    ///   not from 0 to 1.
    public init(probabilities: [Double], labels: [Bool]) throws {
        try requireSameLength("probabilities", probabilities.count, "labels", labels.count)
        try requireProbabilities(probabilities)
        let sum = zip(probabilities, labels).reduce(0) { sum, pair in
            let error = pair.0 - (pair.1 ? 1 : 0)
            return sum + error * error
        }
        value = sum / Double(labels.count)
        let share = Double(labels.count { $0 }) / Double(labels.count)
        ofShares = share * (1 - share)
    }

    /// The score of the probabilities of several classes.
    ///
    /// - Parameters:
    ///   - probabilities: axes [items, classes]; each row sums to 1.
    ///   - labels: the class of each item, from 0.
    /// - Throws: `EvaluationError` if there is no item, the probabilities are none, or a label is
    ///   missing or out of range.
    public init<Scalar: TensorScalar>(probabilities: Tensor<Scalar>, labels: [Int]) throws {
        let table = try ClassTable(probabilities: probabilities, labels: labels)
        var sum = 0.0
        var counts = [Double](repeating: 0, count: table.classCount)
        for (item, label) in labels.enumerated() {
            for (k, probability) in table.row(item).enumerated() {
                let error = probability - (k == label ? 1 : 0)
                sum += error * error
            }
            counts[label] += 1
        }
        let count = Double(labels.count)
        value = sum / count
        ofShares = counts.reduce(0) { $0 + $1 / count * (1 - $1 / count) }
    }
}
