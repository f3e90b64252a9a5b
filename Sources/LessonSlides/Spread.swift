import CourseKit

/// The same measurement of several trainings that differ in nothing but their seed.
public struct Spread: Sendable {
    /// What was measured, one value a training.
    public let values: [Double]

    /// The values of several trainings.
    public init(values: [Double]) { self.values = values }

    /// Their mean.
    public var mean: Double { values.reduce(0, +) / Double(max(1, values.count)) }

    /// The smallest and the largest value: "0.971–0.983".
    public func range(_ format: NumberFormat) -> String {
        format.text(values.min() ?? .nan) + "–" + format.text(values.max() ?? .nan)
    }

    /// Whether each value is larger than each one of another spread.
    public func isAbove(_ other: Spread) -> Bool {
        // Not-a-number is above nothing, and nothing is above it.
        values.allSatisfy { value in other.values.allSatisfy { value > $0 } }
    }
}
