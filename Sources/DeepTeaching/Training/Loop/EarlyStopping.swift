/// Ends a training that no longer becomes better: after `patience` epochs without an improvement of a
/// measure that shall become small.
///
/// Source: Prechelt, Early stopping, but when?, 1998.
public struct EarlyStopping: Sendable, Equatable, Codable {
    /// The name of the measure that is watched, among those of the validation.
    public let measure: String

    /// How many epochs without an improvement are borne.
    public let patience: Int

    /// By how much the measure must fall to count as better.
    public let minimumImprovement: Double

    /// The smallest value up to now; nil before the first.
    public private(set) var best: Double?

    /// How many epochs have passed since the best one.
    public private(set) var waited = 0

    /// A rule that has seen nothing yet.
    public init(measure: String = "loss", patience: Int, minimumImprovement: Double = 0) {
        require(
            patience > 0 && minimumImprovement >= 0 && minimumImprovement.isFinite,
            "early stopping needs a patience of 1 epoch or more, not \(patience), and an improvement "
                + "of 0 or more, not \(minimumImprovement)")
        self.measure = measure
        self.patience = patience
        self.minimumImprovement = minimumImprovement
    }

    /// Whether the training should end.
    public var isOver: Bool { waited >= patience }

    /// Takes note of an epoch's value; returns whether it is the best up to now.
    public mutating func record(_ value: Double) -> Bool {
        // What is no finite number is never better.
        let isBetter = value.isFinite && best.map { value < $0 - minimumImprovement } ?? true
        if isBetter { best = value }
        waited = isBetter ? 0 : waited + 1
        return isBetter
    }
}
