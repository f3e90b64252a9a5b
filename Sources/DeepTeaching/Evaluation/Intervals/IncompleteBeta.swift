import Foundation

/// The regularised incomplete beta function: the share of the beta distribution of a and b below x.
///
///     I_x(a, b) = 1/B(a, b) integral from 0 to x of t^(a-1) (1-t)^(b-1) dt
///
/// It sums binomial probabilities: of n trials, each a success with probability p, at least k succeed
/// with probability I_p(k, n - k + 1).
///
/// - Parameters:
///   - x: from 0 to 1.
///   - a: above 0.
///   - b: above 0.
///
/// Source: Abramowitz and Stegun, Handbook of mathematical functions, 1964, 26.5.8 (the continued
/// fraction); Lentz, Applied Optics, 1976 (how it is computed from its beginning).
func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    // The fraction converges fast below the mean; above, the other tail is below its own.
    if x > (a + 1) / (a + b + 2) { return 1 - lowerTail(1 - x, b, a) }
    return lowerTail(x, a, b)
}

/// x^a (1-x)^b / (a B(a, b)) / (1 + d_1 / (1 + d_2 / (1 + ...))).
private func lowerTail(_ x: Double, _ a: Double, _ b: Double) -> Double {
    // Lentz: numerator and denominator of the fraction's beginnings, as ratios from one to the next.
    let tiny = 1e-300
    var (fraction, ratio, inverse) = (1.0, 1.0, 0.0)
    for step in 1...10_000 {
        let m = Double(step / 2)
        let d =
            step.isMultiple(of: 2)
            ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        inverse = 1 + d * inverse
        inverse = 1 / (abs(inverse) < tiny ? tiny : inverse)
        ratio = 1 + d / ratio
        if abs(ratio) < tiny { ratio = tiny }
        fraction *= ratio * inverse
        if abs(ratio * inverse - 1) < 1e-16 { break }
    }
    return exp(logPower(x, a, b)) / (a * fraction)
}

/// log(x^a (1-x)^b / B(a, b)), with Stirling's formula put in for the gamma functions: they would be
/// large numbers of which little is left, here each term is small near the mean a / (a + b).
///
/// Source: Loader, Fast and accurate computation of binomial probabilities, 2000.
private func logPower(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let n = a + b
    let fromMean =
        a * log1p((a - n * x) / (n * x)) + b * log1p((n * x - a) / (n * (1 - x)))
    let errors = stirlingError(n) - stirlingError(a) - stirlingError(b)
    return log(a / n * b / (2 * .pi)) / 2 - fromMean + errors
}

/// log Gamma(z) - ((z - 1/2) log z - z + log(2 pi) / 2).
private func stirlingError(_ z: Double) -> Double {
    if z < 15 { return lgamma(z).0 - ((z - 0.5) * log(z) - z + log(2 * Double.pi) / 2) }
    let square = 1 / (z * z)
    let terms = [1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188]
    return terms.reversed().reduce(0) { $0 * square + $1 } / z
}

/// The x below which a share of the beta distribution lies, by halving; a and b 1 or more.
func betaQuantile(_ share: Double, _ a: Double, _ b: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    while true {
        let middle = (low + high) / 2
        guard low < middle, middle < high else { return middle }
        if incompleteBeta(middle, a, b) < share { low = middle } else { high = middle }
    }
}
