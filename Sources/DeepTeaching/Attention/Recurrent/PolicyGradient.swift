import Foundation

/// log N(l; mean, deviation^2) in two dimensions: -|l - mean|^2 / (2 s^2) - log(2 pi s^2).
///
/// The place l is a constant, drawn and not yet moved into the picture: what was drawn has the
/// probability, not what became of it. dlog p/dmean = (l - mean) / s^2.
///
/// - Parameters:
///   - places: l, `[rows, 2]`.
///   - mean: `[rows, 2]`.
///   - deviation: s, above 0.
/// - Returns: `[rows]`.
public func gaussianLogProbability<Scalar>(
    of places: Tensor<Scalar>, mean: Variable<Scalar>, deviation: Double
) -> Variable<Scalar> {
    requireDeviation(deviation)
    require(
        places.shape == mean.shape && places.rank == 2 && places.shape[1] == 2,
        "places of shape \(places.shape) do not fit means of shape \(mean.shape): both [rows, 2]")
    let difference = mean - Variable(places)
    let squares = (difference * difference).sum(axes: [1])  // [rows]
    let variance = deviation * deviation
    return squares * Scalar(-0.5 / variance) - Scalar(log(2 * .pi * variance))
}

/// -mean over the rows of sum_t log p_t A_t: its gradient is the policy gradient, which follows what was
/// drawn where it went better than expected, and flees it where it went worse.
///
/// The expectation of grad log p (R - b) is the gradient of the expected reward R, for any b that does
/// not depend on what was drawn; a good b makes it tremble less. The advantages are constants: through
/// them no gradient may flow.
///
/// - Parameters:
///   - logProbabilities: log p_t, `[rows]` for each move.
///   - advantages: A_t = R - b_t, `[rows]` for each move.
///
/// Source: Williams, Simple statistical gradient-following algorithms for connectionist reinforcement
/// learning, 1992.
public func reinforceLoss<Scalar>(
    logProbabilities: [Variable<Scalar>], advantages: [Tensor<Scalar>]
) -> Variable<Scalar> {
    require(
        !logProbabilities.isEmpty && logProbabilities.count == advantages.count,
        "\(logProbabilities.count) moves do not fit \(advantages.count) advantages: one for each")
    let terms = zip(logProbabilities, advantages).map { logProbability, advantage in
        require(
            logProbability.shape == advantage.shape && advantage.count > 0,
            """
            log-probabilities of shape \(logProbability.shape) do not fit advantages of shape \
            \(advantage.shape)
            """)
        return (logProbability * Variable(advantage)).mean()
    }
    return -terms.dropFirst().reduce(terms[0], +)
}

/// For each row the mean reward of the picture's other rows: what was to be expected of this picture,
/// without what was drawn in this row.
///
/// - Parameters:
///   - rewards: `[pictures * samples]`, those of the first picture first.
///   - samples: how many rows a picture has, two or more.
///
/// Source: Kool, van Hoof and Welling, Buy 4 REINFORCE samples, get a baseline for free!, 2019.
public func leaveOneOutBaselines<Scalar>(
    rewards: Tensor<Scalar>, samples: Int
) -> Tensor<Scalar> {
    require(
        samples > 1 && rewards.rank == 1 && rewards.count % samples == 0,
        """
        rewards of shape \(rewards.shape) are not those of \(samples) samples of each picture, and \
        without a second sample there is nothing to compare with
        """)
    let table = rewards.reshaped([-1, samples])
    let others = table.sum(axes: [1], keepingAxes: true) - table
    return (others / Scalar(samples - 1)).reshaped(rewards.shape)
}
