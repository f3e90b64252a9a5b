import Foundation

/// The share of the standard normal distribution below z.
func normalShare(below z: Double) -> Double { erfc(-z / 2.0.squareRoot()) / 2 }

/// The probability that a standard normal number is at least as far from 0 as z.
func twoSidedShare(beyond z: Double) -> Double { erfc(abs(z) / 2.0.squareRoot()) }

/// The z below which a share of the standard normal distribution lies, by Newton's method.
func normalQuantile(_ share: Double) -> Double {
    require(share > 0 && share < 1, "the normal quantile of \(share) is not finite")
    if share > 0.5 { return -normalQuantile(1 - share) }
    // The logarithm of the share is concave in z, and the first z too small: no step goes too far.
    var z = -(-2 * log(share)).squareRoot()
    for _ in 0..<100 {
        let below = normalShare(below: z)
        let density = exp(-z * z / 2) / (2 * Double.pi).squareRoot()
        let step = log(share / below) * below / density
        z += step
        if abs(step) <= 1e-16 * max(1, abs(z)) { break }
    }
    return z
}

/// The z of a confidence: a share of the standard normal distribution lies within -z and z.
func normalDeviate(confidence: Double) -> Double { -normalQuantile((1 - confidence) / 2) }
