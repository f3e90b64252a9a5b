/// How the places of the glimpses are chosen.
public enum GlimpsePolicy<Scalar: TensorScalar>: Sendable {
    /// Where the model means to look: for use, once it has learnt.
    case mean

    /// Around there, mean + deviation * noise: for training, which must try other places.
    ///
    /// The noise comes from the normal distribution of mean 0 and deviation 1, `[moves, rows, 2]`; the
    /// first glimpse is no move. Deviations are above 0: a policy that always does the same learns
    /// nothing, and its log-probability is infinite.
    case sampled(noise: Tensor<Scalar>, deviation: Double)

    /// At these places, `[moves, rows, 2]`, whatever the model means.
    case given(Tensor<Scalar>)

    /// Stops with a sentence unless the policy fits so many moves of so many rows.
    func requireFit(moves: Int, rows: Int) {
        let shape = [moves, rows, 2]
        switch self {
        case .mean: return
        case .sampled(let noise, let deviation):
            requireDeviation(deviation)
            require(
                noise.shape == shape,
                "noise of shape \(noise.shape) does not fit: it must be \(shape)")
        case .given(let places):
            require(
                places.shape == shape,
                "places of shape \(places.shape) do not fit: they must be \(shape)")
        }
    }
}

/// How far the sampled places spread around the mean, from the first step of a training to the last: in
/// a line from one deviation to the other. Wide at first, to find something; narrow later, to use it.
public struct PolicySpread: Sendable, Equatable, Codable {
    /// The deviation of the first step.
    public let first: Double

    /// The deviation of the last step.
    public let last: Double

    /// A spread that goes from `first` to `last`; both are above 0. Half the picture's width is 1.
    public init(from first: Double, to last: Double) {
        requireDeviation(first)
        requireDeviation(last)
        self.first = first
        self.last = last
    }

    /// The deviation of step `step` (from 0) of `steps`.
    public func deviation(atStep step: Int, of steps: Int) -> Double {
        require(
            0 <= step && step < steps, "step \(step) is none of \(steps), which are counted from 0")
        if steps == 1 { return first }
        return first + (last - first) * Double(step) / Double(steps - 1)
    }
}

/// Stops with a sentence if no policy can have this deviation.
func requireDeviation(_ deviation: Double) {
    require(
        deviation > 0 && deviation.isFinite,
        """
        a policy cannot have the deviation \(deviation): it must be above 0, or there is nothing to \
        sample; to look where the model means to, use the policy .mean
        """)
}
