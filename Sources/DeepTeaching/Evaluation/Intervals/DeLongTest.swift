/// DeLong's test: whether two scores of the same items differ in their areas under the ROC curve by more
/// than chance.
///
///     z = (AUC_1 - AUC_2) / sqrt(Var_1 + Var_2 - 2 Cov)
///
/// Scores of the same items rise and fall together: the covariance makes the test see differences that
/// two separate intervals hide.
///
/// Source: DeLong, DeLong and Clarke-Pearson, Biometrics, 1988.
public struct DeLongTest: Sendable, Equatable, Codable {
    /// The area of the first scores.
    public let first: DeLongArea

    /// The area of the second scores.
    public let second: DeLongArea

    /// Cov, the covariance of the two areas.
    public let covariance: Double

    /// Var, the variance of the difference.
    public let variance: Double

    /// The first area less the second.
    public var difference: Double { first.area - second.area }

    /// The difference in standard errors; nil if the variance is 0.
    public var z: Double? { variance > 0 ? difference / variance.squareRoot() : nil }

    /// The probability of a difference at least as large, were the two equally good; 1 for scores that
    /// rank the items alike, and nil if the variance is 0 although the areas differ.
    public var pValue: Double? {
        z.map(twoSidedShare(beyond:)) ?? (difference == 0 ? 1 : nil)
    }

    /// Tests two scores of the same items.
    ///
    /// - Throws: `EvaluationError` if the lists differ in length, a score is not a number, or there are
    ///   fewer than two items of a class.
    public init(scores: [Double], otherScores: [Double], labels: [Bool]) throws {
        let one = try Placements(scores: scores, labels: labels)
        let other = try Placements(scores: otherScores, labels: labels)
        first = DeLongArea(one)
        second = DeLongArea(other)
        covariance = one.covariance(with: other)
        variance = one.varianceOfDifference(from: other)
    }

    /// The interval of the true difference; nil if the variance is 0.
    ///
    /// - Throws: `EvaluationError` if the confidence is not above 0 and below 1.
    public func interval(confidence: Double = 0.95) throws -> ConfidenceInterval? {
        try requireConfidence(confidence)
        guard variance > 0 else { return nil }
        let reach = normalDeviate(confidence: confidence) * variance.squareRoot()
        return ConfidenceInterval(
            estimate: difference, lower: difference - reach, upper: difference + reach,
            confidence: confidence)
    }
}
