/// How much a disagreement counts in Cohen's kappa, by the distance |i - j| of the two classes.
public enum KappaWeights: String, Sendable, Codable, CaseIterable {
    /// Every disagreement counts 1.
    case none

    /// |i - j|.
    case linear

    /// (i - j)^2: what CAMELYON17 scores pN stages with.
    case quadratic

    /// The weight of taking class `first` for class `second`.
    func weight(_ first: Int, _ second: Int) -> Double {
        let distance = Double(first - second)
        return switch self {
        case .none: first == second ? 0 : 1
        case .linear: abs(distance)
        case .quadratic: distance * distance
        }
    }
}

extension ConfusionMatrix {
    /// Cohen's kappa: how far two readers agree beyond chance.
    ///
    ///     kappa = 1 - sum_ij w_ij O_ij / sum_ij w_ij E_ij,    E_ij = row_i * column_j / N
    ///
    /// with O the counts and E what two independent readers with the same totals would give.
    /// 1 is full agreement, 0 what chance gives, less is worse than chance.
    ///
    /// - Returns: kappa; 0 if one side names one class only and the other another; nil if both
    ///   name one and the same class throughout, or there are no items: chance then agrees fully,
    ///   and 0 / 0 says nothing.
    ///
    /// Source: Cohen, Weighted kappa, Psychological Bulletin, 1968.
    public func cohensKappa(weights: KappaWeights) -> Double? {
        let rows = labelTotals
        let columns = predictionTotals
        var observed = 0.0
        var expected = 0.0
        for i in names.indices {
            for j in names.indices {
                let weight = weights.weight(i, j)
                observed += weight * Double(counts[i][j])
                expected += weight * (Double(rows[i]) * Double(columns[j]) / Double(total))
            }
        }
        return expected > 0 ? 1 - observed / expected : nil
    }
}

/// Cohen's kappa of two lists of classes; see `ConfusionMatrix.cohensKappa(weights:)`.
///
/// - Parameters:
///   - labels: the class of each item, from 0, in rising order of severity.
///   - predictions: what the other reader says.
///   - classCount: the number of classes.
/// - Throws: `EvaluationError` if there is no item, the lists differ in length, or a class is out
///   of range.
public func cohensKappa(
    labels: [Int], predictions: [Int], classCount: Int, weights: KappaWeights
) throws -> Double? {
    let names = (0..<min(max(0, classCount), ConfusionMatrix.mostClasses + 1)).map(String.init)
    return try ConfusionMatrix(labels: labels, predictions: predictions, names: names)
        .cohensKappa(weights: weights)
}

/// Cohen's kappa of two lists of cases of an enumeration, such as `PNStage`, in their order.
///
/// - Throws: `EvaluationError` if there is no item, or the lists differ in length.
public func cohensKappa<Label: CaseIterable & RawRepresentable & Equatable>(
    labels: [Label], predictions: [Label], weights: KappaWeights
) throws -> Double? where Label.RawValue == String {
    try ConfusionMatrix(labels: labels, predictions: predictions).cohensKappa(weights: weights)
}
