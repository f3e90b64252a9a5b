import DeepTeaching
import Foundation

/// A policy of one number, whose gradient is known: a place x from the normal distribution is rewarded
/// if the eye then looks at the right end of the picture.
struct RewardedEdge {
    let mean = 0.75
    let deviation = 0.3

    /// From here on there is a reward.
    let threshold = 0.9

    /// P(x > threshold): the reward that is to be expected.
    var expectedReward: Double { 0.5 * erfc((threshold - mean) / deviation / 2.0.squareRoot()) }

    /// d P / d mean: the density at the threshold.
    var exactGradient: Double {
        let z = (threshold - mean) / deviation
        return exp(-z * z / 2) / (deviation * (2 * .pi).squareRoot())
    }

    /// The reward of a place; the eye cannot look beyond the picture.
    func reward(_ x: Double) -> Double { min(1, max(-1, x)) > threshold ? 1 : 0 }

    /// d log p / d mean at x.
    func slope(_ x: Double) -> Double { (x - mean) / (deviation * deviation) }

    /// What each draw says about the gradient.
    func estimates(
        _ draws: [Double], baseline: Double, isClamped: Bool = false
    ) -> [Double] {
        draws.map { draw in
            let x = mean + deviation * draw
            return (reward(x) - baseline) * slope(isClamped ? min(1, max(-1, x)) : x)
        }
    }
}
