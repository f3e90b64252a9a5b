extension RecurrentAttention {
    /// All that came of looking at some pictures. Rows are looks: with several samples of each picture,
    /// those of the first picture come first.
    public struct Look: Sendable {
        /// The logits of the classes, `[rows, classes]`.
        public let logits: Variable<Scalar>

        /// Where each glimpse was taken, `[rows, 2]`, as it was drawn: a place beyond -1 or 1 is moved to
        /// the edge only by the sensor.
        public let places: [Tensor<Scalar>]

        /// Where the model meant to look, `[rows, 2]`, for each glimpse but the first.
        public let means: [Variable<Scalar>]

        /// log p(place), `[rows]`, for each glimpse but the first; none if the places were not sampled.
        public let logProbabilities: [Variable<Scalar>]

        /// The reward that was expected after each glimpse, `[rows]`; its gradient reaches the baseline's
        /// own weights alone.
        public let baselines: [Variable<Scalar>]
    }

    /// Looks at pictures.
    ///
    /// - Parameters:
    ///   - pictures: the pictures, prepared for the model's sensor.
    ///   - first: where the first glimpse is taken, `[rows, 2]`; in the middle without.
    ///   - policy: how the other places are chosen.
    public func look(
        at pictures: GlimpsePictures<Scalar>, first: Tensor<Scalar>? = nil,
        policy: GlimpsePolicy<Scalar> = .mean
    ) -> Look {
        require(
            pictures.sensor == settings.sensor,
            "pictures prepared for \(pictures.sensor) cannot be seen by \(settings.sensor)")
        let rows = pictures.rowCount
        let moves = settings.glimpses - 1
        policy.requireFit(moves: moves, rows: rows)
        let start = first ?? .zeros([rows, 2])
        require(
            start.shape == [rows, 2],
            "first places of shape \(start.shape) do not fit: they must be \([rows, 2])")
        var steps = Steps(places: [start])
        var state = Variable(Tensor<Scalar>.zeros([rows, settings.hidden]))
        for step in 0...moves {
            let place = steps.places[step]
            let g = glimpse(pictures.glimpses(at: place), at: place, in: .inference)
            state = core.next(g, after: state)  // [rows, hidden]
            let expected = baseline(state.detached(), in: .inference)  // [rows, 1]
            steps.baselines.append(expected.removingAxis(1))
            if step < moves { steps.move(from: mean(after: state), move: step, policy) }
        }
        return Look(
            logits: classifier(state, in: .inference), places: steps.places, means: steps.means,
            logProbabilities: steps.logProbabilities, baselines: steps.baselines)
    }

    /// Where the model means to look next, `[rows, 2]`.
    private func mean(after state: Variable<Scalar>) -> Variable<Scalar> {
        location(settings.detachesPolicy ? state.detached() : state, in: .inference)
    }

    /// What has come together up to now.
    private struct Steps {
        var places: [Tensor<Scalar>]
        var means: [Variable<Scalar>] = []
        var logProbabilities: [Variable<Scalar>] = []
        var baselines: [Variable<Scalar>] = []

        mutating func move(
            from mean: Variable<Scalar>, move: Int, _ policy: GlimpsePolicy<Scalar>
        ) {
            means.append(mean)
            switch policy {
            case .mean: places.append(mean.value)
            case .given(let given): places.append(given.slice(move..<move + 1).removingAxis(0))
            case .sampled(let noise, let deviation):
                let noise = noise.slice(move..<move + 1).removingAxis(0)
                let place = mean.value + noise * Scalar(deviation)
                places.append(place)
                logProbabilities.append(
                    gaussianLogProbability(of: place, mean: mean, deviation: deviation))
            }
        }
    }
}
