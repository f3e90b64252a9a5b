import Foundation

/// The search for the b = 1 / T at which the cross-entropy is flat.
struct TemperatureSearch {
    /// Logits less the largest of their row, divided by the largest difference: from -1 to 0.
    private let rows: [[Double]]

    private let labels: [Int]

    /// Half the largest difference of two logits of an item.
    private let halfScale: Double

    init(_ table: ClassTable) {
        let differences = table.labels.indices.map { item in
            let row = table.row(item)
            let largest = row.max() ?? 0
            // Halved first: the difference of two finite numbers may be infinite.
            return row.map { $0 / 2 - largest / 2 }
        }
        let widest = -(differences.joined().min() ?? 0)
        halfScale = widest
        rows = widest > 0 ? differences.map { $0.map { $0 / widest } } : differences
        labels = table.labels
    }

    /// - Throws: `EvaluationError.noTemperature` if the loss falls, or rises, for ever.
    func temperature() throws -> Double {
        // At b = 0 all classes are equally probable; the loss must fall from there.
        guard slope(at: 0).first < 0 else {
            throw EvaluationError.noTemperature(.noBetterThanChance)
        }
        // At b without end only a wrong prediction costs; some must.
        guard zip(rows, labels).contains(where: { $0[$1] < 0 }) else {
            throw EvaluationError.noTemperature(.allRight)
        }
        var (low, high) = (0.0, 1.0)
        while slope(at: high).first < 0, high < 1e300 { (low, high) = (high, 2 * high) }
        return 2 * (halfScale / root(between: low, and: high))
    }

    /// Newton's steps, halving the interval where one would leave it.
    private func root(between first: Double, and last: Double) -> Double {
        var (low, high) = (first, last)
        var b = (low + high) / 2
        for _ in 0..<200 {
            let slope = slope(at: b)
            if slope.first < 0 { low = b } else { high = b }
            var next = b - slope.first / slope.second
            if !(low < next && next < high) { next = (low + high) / 2 }
            if abs(next - b) <= 1e-15 * b { return next }
            b = next
        }
        return b
    }

    /// L'(b) = mean of (E[z] - z_y) and L''(b) = mean of Var[z], where E and Var are those of the
    /// probabilities softmax(b z).
    private func slope(at b: Double) -> (first: Double, second: Double) {
        var (first, second) = (0.0, 0.0)
        for (row, label) in zip(rows, labels) {
            let weights = row.map { exp(b * $0) }
            let total = weights.reduce(0, +)
            let mean = zip(weights, row).reduce(0) { $0 + $1.0 * $1.1 } / total
            let square = zip(weights, row).reduce(0) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) }
            first += mean - row[label]
            second += square / total
        }
        return (first / Double(rows.count), second / Double(rows.count))
    }
}
