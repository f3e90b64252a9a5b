/// Count, mean and sum of squared deviations of what was added so far.
struct Moments {
    private(set) var (count, mean, squares) = (0.0, 0.0, 0.0)

    /// The mean of the squared deviations; 0 of nothing, so that gradients of nothing are 0.
    var variance: Double { squares / max(count, 1) }

    /// Adds some numbers, of which the same three are known.
    mutating func add(count added: Int, mean other: Float, squares others: Float) {
        let (before, new) = (count, Double(added))
        count += new
        let distance = Double(other) - mean
        mean += distance * (new / count)
        squares += Double(others) + distance * distance * (before * new / count)
    }
}
