/// Numbers in units of one standard deviation from their mean.
struct Standardized: Sendable {
    /// The mean of the numbers.
    let mean: Double

    /// Their standard deviation; 1 if all are equal.
    let deviation: Double

    /// Measures some numbers.
    init(of values: [Double]) {
        let count = Double(max(1, values.count))
        let mean = values.reduce(0, +) / count
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
        self.mean = mean
        deviation = variance > 0 ? variance.squareRoot() : 1
    }

    /// A number in the new unit.
    func callAsFunction(_ value: Double) -> Double { (value - mean) / deviation }
}

extension [[Double]] {
    /// How each column of some samples is scaled.
    var scales: [Standardized] {
        (first ?? []).indices.map { column in Standardized(of: map { $0[column] }) }
    }

    /// The samples with each column scaled.
    func scaled(by scales: [Standardized]) -> [[Double]] {
        map { sample in zip(scales, sample).map { scale, value in scale(value) } }
    }
}
