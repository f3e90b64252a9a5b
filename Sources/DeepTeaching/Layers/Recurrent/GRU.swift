/// The gated recurrent unit: two gates decide how much of the state is forgotten and renewed.
///
/// With s the input's share and m the last state's share of each gate (in the order r, z, n):
/// r = sigmoid(s_r + m_r), z = sigmoid(s_z + m_z), n = tanh(s_n + r m_n),
/// h_t = (1 - z) n + z h_(t-1), from h_0 = 0.
///
/// Source: Cho et al., Learning phrase representations using RNN encoder-decoder for statistical
/// machine translation, 2014.
public struct GRU<Scalar: TensorScalar>: Layer {
    /// The weights of the gates side by side.
    public var weights: RecurrentWeights<Scalar>

    /// A layer of given weights.
    public init(weights: RecurrentWeights<Scalar>) {
        weights.requireGates(3)
        self.weights = weights
    }

    /// A layer of random weights.
    public init(inputs: Int, hidden: Int, using generator: inout SeededGenerator) {
        self.init(
            weights: RecurrentWeights(inputs: inputs, hidden: hidden, gates: 3, using: &generator))
    }

    /// The states after each step: `[batch, time, inputs]` to `[batch, time, hidden]`.
    public func callAsFunction(_ input: Variable<Scalar>, in pass: Pass) -> Variable<Scalar> {
        let start = weights.start(batch: input.shape.first ?? 0)
        return states(weights.seen(input, gates: 3), from: start)
            .transposed([1, 0, 2])  // [batch, time, hidden]
    }

    /// The state after one more step: inputs `[batch, inputs]` and the last state `[batch, hidden]` to
    /// `[batch, hidden]`. For those who decide from a state what to look at next.
    public func next(
        _ input: Variable<Scalar>, after state: Variable<Scalar>
    ) -> Variable<Scalar> {
        states(weights.seenInStep(input, after: [state], gates: 3), from: state)
            .reshaped(state.shape)
    }

    /// The inputs' shares of all steps to the states, `[time, batch, 3 * hidden]` to
    /// `[time, batch, hidden]`.
    private func states(
        _ seen: Variable<Scalar>, from start: Variable<Scalar>
    ) -> Variable<Scalar> {
        seen.gruStates(from: start, weights: weights.recurrent, bias: weights.recurrentBias)
    }

    /// Visits the weights.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) {
        weights.visit(with: visitor)
    }
}
