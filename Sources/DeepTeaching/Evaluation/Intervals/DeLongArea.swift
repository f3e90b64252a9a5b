import Foundation

/// The area under a ROC curve with DeLong's standard error: how far it would vary, had other items been
/// collected.
///
///     AUC = 1/m sum_i V_i,    Var = S_V / m + S_W / n
///
/// V_i is the share of the n negatives below positive i, W_j the share of the m positives above negative
/// j, ties counted half; S their variances over the items.
///
/// The items must be independent of each other. Several slides of one patient are not: take
/// ``ROCCurve/areaInterval(scores:labels:groups:stratified:confidence:method:seed:samples:)`` there.
///
/// Source: DeLong, DeLong and Clarke-Pearson, Comparing the areas under two or more correlated receiver
/// operating characteristic curves, Biometrics, 1988; Sun and Xu, Fast implementation of DeLong's
/// algorithm, IEEE Signal Processing Letters, 2014 (placements by ranks).
public struct DeLongArea: Sendable, Equatable, Codable {
    /// The area under the curve.
    public let area: Double

    /// Var, the square of the standard error.
    public let variance: Double

    /// The number of positive items, m.
    public let positives: Int

    /// The number of negative items, n.
    public let negatives: Int

    /// The square root of the variance.
    public var standardError: Double { variance.squareRoot() }

    /// The area and its variance, in the time that sorting takes.
    ///
    /// - Throws: `EvaluationError` if the lists differ in length, a score is not a number, or there are
    ///   fewer than two items of a class.
    public init(scores: [Double], labels: [Bool]) throws {
        self.init(try Placements(scores: scores, labels: labels))
    }

    init(_ placements: Placements) {
        area = placements.area
        variance = placements.covariance(with: placements)
        positives = placements.positives
        negatives = placements.negatives
    }

    /// On which scale an interval reaches equally far to both sides.
    public enum Scale: String, Sendable, Codable, CaseIterable {
        /// On that of log(AUC / (1 - AUC)): inside of 0 and 1 by itself. With 20 positives of 60 normal
        /// scores, intervals of 0.95 hold true areas of 0.7 and of 0.95 in 94 to 96 of 100 draws.
        case logit

        /// On that of the area; ends beyond 0 or 1 are moved there. Too narrow for areas near 1: with 20
        /// positives of 60, intervals of 0.95 hold an area of 0.7 in 94 of 100 draws, but one of 0.95
        /// in 86 (with 100 of 300 in 93).
        case linear
    }

    /// The interval of the true area; nil if the variance is 0.
    ///
    /// That is so where the scores part the classes without error, or say nothing: DeLong's variance
    /// would then claim certainty, however few the items.
    ///
    /// - Throws: `EvaluationError` if the confidence is not above 0 and below 1.
    public func interval(
        confidence: Double = 0.95, scale: Scale = .logit
    ) throws -> ConfidenceInterval? {
        try requireConfidence(confidence)
        guard variance > 0 else { return nil }
        let reach = normalDeviate(confidence: confidence) * standardError
        let ends: (lower: Double, upper: Double)
        switch scale {
        case .linear: ends = (max(0, area - reach), min(1, area + reach))
        case .logit:
            // The derivative of the logit is 1 / (AUC (1 - AUC)).
            let logit = log(area / (1 - area))
            let logitReach = reach / (area * (1 - area))
            ends = (1 / (1 + exp(logitReach - logit)), 1 / (1 + exp(-logitReach - logit)))
        }
        return ConfidenceInterval(
            estimate: area, lower: ends.lower, upper: ends.upper, confidence: confidence)
    }
}
