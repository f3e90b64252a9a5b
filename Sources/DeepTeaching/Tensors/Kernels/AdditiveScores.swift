/// The scores of additive attention, and what their gradients need.
public struct AdditiveScores<Scalar: TensorScalar>: Sendable {
    /// t = tanh(a + h), axes [batch, place, width].
    public let tangents: Tensor<Scalar>

    /// e = sum over w of u t, axes [batch, place].
    public let scores: Tensor<Scalar>
}

/// What a change of the scores of additive attention means for its operands.
public struct AdditiveScoreGradients<Scalar: TensorScalar>: Sendable {
    /// For a, axes [batch, place, width].
    public let places: Tensor<Scalar>

    /// For h, axes [batch, width].
    public let state: Tensor<Scalar>

    /// For u, axis [width].
    public let weights: Tensor<Scalar>
}

extension Tensor {
    /// Stops with a sentence unless these places fit a state `[batch, width]` and weights `[width]`.
    func requireScorable(state: Tensor, weights: Tensor) {
        require(
            rank == 3 && state.shape == [shape[0], shape[2]] && weights.shape == [shape[2]],
            """
            places of shape \(shape) do not fit a state of shape \(state.shape) and weights of shape \
            \(weights.shape): they are [batch, place, width], [batch, width] and [width]
            """)
    }
}
