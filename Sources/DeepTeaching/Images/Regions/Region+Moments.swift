import Foundation

/// Moments of a region: sums over its pixels from which other measures are made.
extension Region {
    /// The central moment
    ///
    ///     mu(p, q) = sum (x - mean x)^p (y - mean y)^q
    ///
    /// over the pixels. mu(0, 0) is the area, mu(1, 0) and mu(0, 1) are 0.
    ///
    /// - Parameters:
    ///   - p: the power of x, from 0.
    ///   - q: the power of y, from 0; p + q at most 3.
    public func centralMoment(x p: Int, y q: Int) -> Double {
        require(
            p >= 0 && q >= 0 && p + q <= 3,
            "there is no central moment of the powers \(p) and \(q): their sum goes from 0 to 3")
        if p + q == 1 { return 0 }
        let (meanX, meanY) = (centroid.x - 0.5, centroid.y - 0.5)
        return runs.reduce(0.0) { sum, run in
            let start = Double(run.start) - meanX
            return sum + powerSum(p, from: start, count: Int(run.end - run.start))
                * power(Double(run.row) - meanY, q)
        }
    }

    /// The central moment, made independent of size:
    ///
    ///     nu(p, q) = mu(p, q) / mu(0, 0)^(1 + (p + q) / 2)
    ///
    /// - Parameters:
    ///   - p: the power of x, from 0.
    ///   - q: the power of y, from 0; p + q from 2 to 3.
    public func normalizedMoment(x p: Int, y q: Int) -> Double {
        require(
            p + q >= 2, "there is no normalised moment of the powers \(p) and \(q): it begins at 2")
        return centralMoment(x: p, y: q) / pow(Double(area), 1 + Double(p + q) / 2)
    }

    /// Seven numbers that do not change when a region is moved, turned or scaled; the last one changes
    /// its sign in a mirror, and has the one that scikit-image gives it, where rows come before columns.
    ///
    /// Source: Hu, Visual pattern recognition by moment invariants, IRE Transactions on Information
    /// Theory, 1962.
    public var huMoments: [Double] {
        let (a, b) = (normalizedMoment(x: 2, y: 0), normalizedMoment(x: 0, y: 2))
        let c = normalizedMoment(x: 1, y: 1)
        let (d, e) = (normalizedMoment(x: 3, y: 0), normalizedMoment(x: 0, y: 3))
        let (f, g) = (normalizedMoment(x: 2, y: 1), normalizedMoment(x: 1, y: 2))
        // (s, t) turns three times as fast as the region, (u, v) as fast.
        let (s, t, u, v) = (d - 3 * g, 3 * f - e, d + g, f + e)
        let (cosine, sine) = (u * (u * u - 3 * v * v), v * (3 * u * u - v * v))
        return [
            a + b,
            (a - b) * (a - b) + 4 * c * c,
            s * s + t * t,
            u * u + v * v,
            s * cosine + t * sine,
            (a - b) * (u * u - v * v) + 4 * c * u * v,
            s * sine - t * cosine,
        ]
    }
}

/// start^p + (start + 1)^p + ... of `count` numbers.
private func powerSum(_ p: Int, from start: Double, count: Int) -> Double {
    (0..<count).reduce(0.0) { $0 + power(start + Double($1), p) }
}

/// A small whole power.
private func power(_ base: Double, _ exponent: Int) -> Double {
    switch exponent {
    case 0: 1
    case 1: base
    case 2: base * base
    default: base * base * base
    }
}
