/// A number that was measured on some items, with the interval in which the true one is thought to lie.
///
/// Of a hundred intervals of confidence 0.95, each from its own draw of items, about 95 hold the true
/// number.
public struct ConfidenceInterval: Sendable, Equatable, Codable {
    /// What was measured.
    public let estimate: Double

    /// The lower end of the interval.
    public let lower: Double

    /// The upper end of the interval.
    public let upper: Double

    /// The share of such intervals that hold the true number, such as 0.95.
    public let confidence: Double

    /// The length of the interval.
    public var width: Double { upper - lower }

    /// Whether a number lies inside, ends included.
    public func contains(_ number: Double) -> Bool { lower <= number && number <= upper }
}

/// Stops unless a confidence is above 0 and below 1.
func requireConfidence(_ confidence: Double) throws {
    guard confidence > 0, confidence < 1 else {
        throw EvaluationError.unusableParameter(
            name: "confidence", value: "\(confidence)", allowed: "above 0 and below 1")
    }
}
