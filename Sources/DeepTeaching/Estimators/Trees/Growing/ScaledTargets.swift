/// The targets of a regression, shifted by their mean and scaled by a power of two to at most 1, so that
/// no square of them overflows or vanishes.
struct ScaledTargets: Sendable {
    /// (y - shift) / unit.
    let values: [Double]
    let shift: Double

    /// A power of two.
    let unit: Double

    /// - Throws: `EstimatorError` if a target is infinite or none, or they lie so far apart that their
    ///   variance is infinite.
    init(_ targets: [Double]) throws {
        if let sample = targets.firstIndex(where: { !$0.isFinite }) {
            throw EstimatorError.targetNotFinite(value: "\(targets[sample])", sample: sample)
        }
        let count = Double(targets.count)
        // Divided first, large numbers do not overflow.
        let mean = targets.reduce(0) { $0 + $1 / count }
        let largest = targets.reduce(0) { max($0, abs($1 - mean)) }
        shift = mean
        unit =
            largest > 0 && largest.isFinite
            ? Double(sign: .plus, exponent: largest.exponent + 1, significand: 1) : 1
        guard largest.isFinite, (unit * unit).isFinite else {
            throw EstimatorError.unusableSetting(
                name: "variance of the targets", value: "infinite",
                allowed: "finite; take a larger unit of measurement")
        }
        let unit = unit
        values = targets.map { ($0 - mean) / unit }
    }

    /// The target of a scaled value.
    func restored(_ value: Double) -> Double { value * unit + shift }
}
