/// The score from which on an item is called positive.
///
/// Choose it on training or validation data and apply it to the test: chosen on the test itself it
/// would fit that one draw of patients, and promise too much.
///
/// ```swift
/// let threshold = try DecisionThreshold(
///     .sensitivity(0.95), scores: validationScores, labels: validationLabels)
/// let matrix = try threshold.confusionMatrix(scores: testScores, labels: testLabels)
/// print(matrix, try matrix.specificity.interval())
/// ```
public struct DecisionThreshold: Sendable, Equatable, Codable {
    /// Items whose score is at least this are called positive; nil if none is.
    public let value: Double?

    /// A threshold that is known.
    ///
    /// - Throws: `EvaluationError` if it is not a number.
    public init(_ value: Double?) throws {
        guard value?.isNaN != true else {
            throw EvaluationError.unusableParameter(
                name: "the threshold", value: "nan", allowed: "a number")
        }
        self.value = value
    }

    /// The threshold that a rule chooses: one of the scores, or nil where it is best to call nothing
    /// positive.
    ///
    /// - Throws: `EvaluationError` if the lists differ in length, a score is not a number, not both
    ///   classes occur, or no threshold has the precision that is wanted.
    public init(_ rule: ThresholdRule, scores: [Double], labels: [Bool]) throws {
        let counts = try ScoreSteps(scores: scores, labels: labels)
        try counts.requireBothClasses()
        value = try rule.threshold(of: counts)
    }

    /// Which items are called positive.
    ///
    /// - Throws: `EvaluationError.scoreNotANumber`: such a score is neither above nor below.
    public func predictions(for scores: [Double]) throws -> [Bool] {
        try requireNumbers(scores)
        return scores.map { score in value.map { score >= $0 } ?? false }
    }

    /// How the calls agree with the truth: class 0 is negative, class 1 positive.
    ///
    /// - Throws: `EvaluationError` if the lists are empty or differ in length, or a score is not a
    ///   number.
    public func confusionMatrix(scores: [Double], labels: [Bool]) throws -> ConfusionMatrix {
        try requireSameLength("scores", scores.count, "labels", labels.count)
        return try ConfusionMatrix(labels: labels, predictions: try predictions(for: scores))
    }
}
