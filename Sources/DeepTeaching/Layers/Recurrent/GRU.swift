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
        weights.unrolled(input, states: 1, gates: 3, step: Self.step)
    }

    /// The state after one more step: inputs `[batch, inputs]` and the last state `[batch, hidden]` to
    /// `[batch, hidden]`. For those who decide from a state what to look at next.
    public func next(
        _ input: Variable<Scalar>, after state: Variable<Scalar>
    ) -> Variable<Scalar> {
        weights.next(input, after: [state], gates: 3, step: Self.step)[0]
    }

    private static func step(
        seen: [Variable<Scalar>], remembered: [Variable<Scalar>], state: [Variable<Scalar>]
    ) -> [Variable<Scalar>] {
        // All [batch, hidden].
        let r = (seen[0] + remembered[0]).sigmoid()
        let z = (seen[1] + remembered[1]).sigmoid()
        let n = (seen[2] + r * remembered[2]).hyperbolicTangent()
        let h = state[0]
        return [n + z * (h - n)]  // (1 - z) n + z h
    }

    /// Visits the weights.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) {
        weights.visit(with: visitor)
    }
}
