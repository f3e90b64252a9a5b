/// What one step of a gated recurrent unit leaves, with s the input's share and m the last state's:
/// r = sigmoid(s_r + m_r), z = sigmoid(s_z + m_z), n = tanh(s_n + r m_n), h_t = (1 - z) n + z h_(t-1).
public struct GRUStep<Scalar: TensorScalar>: Sendable {
    /// r, z, n and m_n side by side, `[batch, 4 * hidden]`.
    public let gates: Tensor<Scalar>

    /// h_t, `[batch, hidden]`.
    public let state: Tensor<Scalar>
}

/// What a change of h_t means; see ``GRUStep``.
public struct GRUGradients<Scalar: TensorScalar>: Sendable {
    /// For s, `[batch, 3 * hidden]`.
    public let seen: Tensor<Scalar>

    /// For m, `[batch, 3 * hidden]`.
    public let remembered: Tensor<Scalar>

    /// For h_(t-1), along the way that does not lead over m: `[batch, hidden]`.
    public let state: Tensor<Scalar>
}

/// What one step of a long short-term memory leaves, with a = s + m, the sums of both shares:
/// i, f, o = sigmoid(a), g = tanh(a), c_t = f c_(t-1) + i g, h_t = o tanh(c_t).
public struct LSTMStep<Scalar: TensorScalar>: Sendable {
    /// i, f, g and o side by side, `[batch, 4 * hidden]`.
    public let gates: Tensor<Scalar>

    /// c_t, `[batch, hidden]`.
    public let cell: Tensor<Scalar>

    /// h_t, `[batch, hidden]`.
    public let output: Tensor<Scalar>
}

/// What a change of h_t and of c_t means; see ``LSTMStep``.
public struct LSTMGradients<Scalar: TensorScalar>: Sendable {
    /// For a, and so for s and m: `[batch, 4 * hidden]`.
    public let sums: Tensor<Scalar>

    /// For c_(t-1), `[batch, hidden]`.
    public let cell: Tensor<Scalar>
}

/// Stops with a sentence unless the shares of `gates` gates, of all steps and of the last state, fit a
/// state of `[batch, hidden]`.
func requireRecurrentStep<Scalar>(
    _ time: Int, seen: Tensor<Scalar>, remembered: Tensor<Scalar>, state: Tensor<Scalar>, gates: Int
) {
    require(
        state.rank == 2 && remembered.shape == [state.shape[0], gates * state.shape[1]]
            && seen.rank == 3 && Array(seen.shape.dropFirst()) == remembered.shape
            && 0 <= time && time < seen.shape[0],
        """
        step \(time) of shares of shapes \(seen.shape) and \(remembered.shape) does not fit a state of \
        shape \(state.shape) and \(gates) gates
        """)
}

/// Stops with a sentence unless gates `[batch, 4 * hidden]` and other tensors fit a state of
/// `[batch, hidden]`.
func requireRecurrentGradients<Scalar>(
    gates: Tensor<Scalar>, state: Tensor<Scalar>, others: Tensor<Scalar>...
) {
    require(
        state.rank == 2 && gates.shape == [state.shape[0], 4 * state.shape[1]]
            && others.allSatisfy { $0.shape == state.shape },
        """
        gates of shape \(gates.shape) and gradients of shapes \(others.map(\.shape)) do not fit a state of \
        shape \(state.shape)
        """)
}
