/// Which quantiles of the resamples are the ends of an interval that is corrected for bias and
/// acceleration.
///
///     share = Phi(z_0 + (z_0 + z) / (1 - a (z_0 + z)))
///
/// with z the normal quantile of the share that is asked for, z_0 that of the share of resamples below the
/// estimate, a the acceleration.
///
/// Source: Efron, Better bootstrap confidence intervals, JASA, 1987.
struct BiasCorrection {
    /// z_0.
    let bias: Double

    /// a.
    let acceleration: Double

    /// - Parameter sorted: the statistic on the resamples, in rising order.
    init(estimate: Double, sorted: [Double], acceleration: Double) {
        let below = Double(sorted.count { $0 < estimate })
        let equal = Double(sorted.count { $0 == estimate })
        let count = Double(sorted.count)
        // None or all below would be infinitely far; half a resample is as far as they can tell.
        let share = min(max(below + equal / 2, 0.5), count - 0.5) / count
        bias = share == 0.5 ? 0 : normalQuantile(share)
        self.acceleration = acceleration
    }

    /// The share of the resamples below an end.
    func share(for asked: Double) -> Double {
        let z = bias + normalQuantile(asked)
        let room = 1 - acceleration * z
        // Beyond the pole of the formula all resamples lie on one side.
        guard room > 0 else { return z > 0 ? 1 : 0 }
        return normalShare(below: bias + z / room)
    }
}
