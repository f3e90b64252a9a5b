/// A regression of ordered classes: one score, and thresholds between the classes (proportional odds).
///
///     P(y >= k | x) = 1 / (1 + exp(t_k - w . x))       t_1 < t_2 < ... < t_(K-1)
///
/// Fitted are the weights w and the thresholds t that minimise
///
///     -sum_i c_i log P(y_i | x_i) + penalty / 2 |w|^2
///
/// with the class weights c. If the weights must not be negative, the answer never becomes less severe
/// when a feature rises: what a forest that has seen few samples may well say. Features of very
/// different sizes should be brought to one: see ``Standardizer``.
///
/// This value says how it is to be fitted; `fit` returns a ``Fitted``, and only that can predict.
///
/// ```swift
/// let regression = try OrdinalRegression(isMonotone: true).fit(table, labels: severities)
/// let predictions = try regression.predictions(for: table)
/// ```
///
/// Source: McCullagh, Regression models for ordinal data, Journal of the Royal Statistical Society B,
/// 1980.
public struct OrdinalRegression: Sendable, Equatable, Codable {
    /// How strongly the weights are drawn to 0; above 0 they stay finite.
    public var penalty: Double

    /// Whether all weights are at least 0.
    public var isMonotone: Bool

    /// How much each class counts.
    public var classWeights: ClassWeights

    /// The steps end when none of the loss's derivatives, divided by the number of samples, is larger;
    /// that of a weight at its bound counts only if it points inwards.
    public var tolerance: Double

    /// The most steps.
    public var maximumSteps: Int

    /// A regression yet to be fitted.
    public init(
        penalty: Double = 1, isMonotone: Bool = false, classWeights: ClassWeights = .uniform,
        tolerance: Double = 1e-10, maximumSteps: Int = 200
    ) {
        self.penalty = penalty
        self.isMonotone = isMonotone
        self.classWeights = classWeights
        self.tolerance = tolerance
        self.maximumSteps = maximumSteps
    }
}
