extension SoftAttention {
    /// A grid with what does not depend on the state, so that it is computed once for all steps.
    public struct Prepared: Sendable {
        /// What is looked at.
        public let grid: AnnotationGrid<Scalar>

        /// W_a a_i + b: `[batch, place, width]`.
        public let projections: Variable<Scalar>
    }

    /// What attention saw at one step.
    public struct Attended: Sendable {
        /// z: `[batch, features]`.
        public let context: Variable<Scalar>

        /// alpha: `[batch, place]`; each row adds up to 1.
        public let weights: Variable<Scalar>

        /// beta: `[batch, 1]`; nil without a gate.
        public let gate: Variable<Scalar>?
    }

    /// The grid with W_a a_i + b for each place.
    public func prepared(_ grid: AnnotationGrid<Scalar>) -> Prepared {
        let (shape, weights) = (grid.annotations.shape, annotations.weights.shape)
        require(
            shape[2] == weights[0],
            """
            annotations of shape \(shape) do not fit weights of shape \(weights): each place needs \
            \(weights[0]) features
            """)
        let rows = grid.annotations.reshaped([shape[0] * shape[1], shape[2]])
        let projections = annotations(rows, in: .inference)  // the same in each pass
        return Prepared(
            grid: grid, projections: projections.reshaped([shape[0], shape[1], weights[1]]))
    }

    /// Looks at all places with a state h `[batch, hidden]`.
    public func callAsFunction(_ prepared: Prepared, after state: Variable<Scalar>) -> Attended {
        let grid = prepared.grid
        require(
            state.shape == [grid.annotations.shape[0], self.state.shape[0]],
            """
            a state of shape \(state.shape) does not fit annotations of shape \
            \(grid.annotations.shape) and weights of shape \(self.state.shape): it must be \
            \([grid.annotations.shape[0], self.state.shape[0]])
            """)
        let scores = prepared.projections.additiveScores(
            state: state.matrixProduct(self.state), weights: self.scores)
        let weights = grid.mask.map { scores.softmax(where: $0) } ?? scores.softmax()
        let mean = grid.sum(weightedBy: weights)
        let gate = self.gate.map { $0(state, in: .inference).sigmoid() }
        return Attended(context: gate.map { $0 * mean } ?? mean, weights: weights, gate: gate)
    }
}
