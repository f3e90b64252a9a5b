/// McNemar's test: whether two classifiers that judged the same items are right equally often.
///
/// Items that both have right, or both wrong, tell nothing. Of the others, each classifier should be right
/// on half.
///
///     chi^2 = (|b - c| - 1)^2 / (b + c)
///
/// with b and c the numbers of items on which only the first, and only the second, is right.
///
/// Source: McNemar, Note on the sampling error of the difference between correlated proportions or
/// percentages, Psychometrika, 1947; Edwards, Psychometrika, 1948 (the correction for continuity).
public struct McNemarTest: Sendable, Equatable, Codable {
    /// b, the number of items on which only the first is right.
    public let onlyFirst: Int

    /// c, the number of items on which only the second is right.
    public let onlySecond: Int

    /// Tests counts that are known.
    ///
    /// - Throws: `EvaluationError` if one is negative or so large that their sum cannot be counted.
    public init(onlyFirst: Int, onlySecond: Int) throws {
        for count in [onlyFirst, onlySecond] where !(0...Int(1) << 50).contains(count) {
            throw EvaluationError.unusableParameter(
                name: "a count of items", value: "\(count)", allowed: "from 0 to 2^50")
        }
        self.onlyFirst = onlyFirst
        self.onlySecond = onlySecond
    }

    /// Tests what two classifiers, or readers, say of the same items.
    ///
    /// - Throws: `EvaluationError` if there is no item, or the lists differ in length.
    public init<Label: Equatable>(
        labels: [Label], predictions: [Label], otherPredictions: [Label]
    ) throws {
        try requireSameLength("true classes", labels.count, "predictions", predictions.count)
        try requireSameLength(
            "true classes", labels.count, "other predictions", otherPredictions.count)
        let first = zip(labels, predictions).map { $0 == $1 }
        let second = zip(labels, otherPredictions).map { $0 == $1 }
        try self.init(
            onlyFirst: zip(first, second).count { $0 && !$1 },
            onlySecond: zip(first, second).count { !$0 && $1 })
    }

    /// The number of items on which just one is right.
    public var discordant: Int { onlyFirst + onlySecond }

    /// The probability of counts at least as unequal if each is right on half, by the binomial
    /// distribution; 1 if there is no such item. Right for any number of items.
    public var exactPValue: Double {
        let fewer = min(onlyFirst, onlySecond)
        guard discordant > 0 else { return 1 }
        // At most `fewer` of all: at least all but `fewer` on the other side.
        return min(1, 2 * incompleteBeta(0.5, Double(discordant - fewer), Double(fewer) + 1))
    }

    /// chi^2 with the correction for continuity; 0 if the counts are equal or there is none.
    public var chiSquared: Double {
        guard discordant > 0 else { return 0 }
        let excess = Double(max(0, abs(onlyFirst - onlySecond) - 1))
        return excess * excess / Double(discordant)
    }

    /// The probability of such a chi^2 or a larger one by the chi-squared distribution of one degree of
    /// freedom: close to the exact one from about 25 items on.
    public var chiSquaredPValue: Double { twoSidedShare(beyond: chiSquared.squareRoot()) }
}
