/// What a pass over samples gave.
struct Expectation: Sendable {
    /// The sum of the logarithms of the samples' densities.
    var logLikelihood = 0.0

    /// The sums of shares, of share x and of share x x' of each component, x being differences from its
    /// mean; axes [component, moment].
    var moments: [Double] = []

    /// The share of each component in each sample, axes [sample, component].
    var shares: [Double] = []

    /// The logarithm of the density of each sample.
    var logDensities: [Double] = []

    /// Adds the sums of a block.
    mutating func add(_ other: Expectation) {
        logLikelihood += other.logLikelihood
        if moments.isEmpty {
            moments = other.moments
        } else {
            for index in moments.indices { moments[index] += other.moments[index] }
        }
    }
}
