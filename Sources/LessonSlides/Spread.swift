import CourseKit

/// The same measurement of several trainings that differ in nothing but their seed.
struct Spread {
    let values: [Double]

    var mean: Double { values.reduce(0, +) / Double(max(1, values.count)) }

    /// The smallest and the largest value: "0.971–0.983".
    func range(_ format: NumberFormat) -> String {
        format.text(values.min() ?? .nan) + "–" + format.text(values.max() ?? .nan)
    }

    /// Whether each value is larger than each one of another spread.
    func isAbove(_ other: Spread) -> Bool {
        // Not-a-number is above nothing, and nothing is above it.
        values.allSatisfy { value in other.values.allSatisfy { value > $0 } }
    }
}
