/// Long short-term memory: a cell that gates protect from being overwritten.
///
/// With a = s + m, the input's and the last state's share of each gate (in the order i, f, g, o):
/// c_t = sigmoid(a_f) c_(t-1) + sigmoid(a_i) tanh(a_g), h_t = sigmoid(a_o) tanh(c_t), from
/// c_0 = h_0 = 0.
///
/// Source: Hochreiter and Schmidhuber, Long short-term memory, 1997; with the gate f of Gers,
/// Schmidhuber and Cummins, Learning to forget, 2000.
public struct LSTM<Scalar: TensorScalar>: Layer {
    /// The weights of the gates side by side.
    public var weights: RecurrentWeights<Scalar>

    /// A layer of given weights.
    public init(weights: RecurrentWeights<Scalar>) {
        weights.requireGates(4)
        self.weights = weights
    }

    /// A layer of random weights.
    public init(inputs: Int, hidden: Int, using generator: inout SeededGenerator) {
        var weights = RecurrentWeights<Scalar>(
            inputs: inputs, hidden: hidden, gates: 4, using: &generator)
        // The gate f starts open, so that a new layer remembers.
        let closed = Tensor<Scalar>.zeros([hidden])
        weights.inputBias.value = .concatenated([closed, .ones([hidden]), closed, closed])
        self.init(weights: weights)
    }

    /// The states after each step: `[batch, time, inputs]` to `[batch, time, hidden]`.
    public func callAsFunction(_ input: Variable<Scalar>, in pass: Pass) -> Variable<Scalar> {
        weights.unrolled(input, states: 2, gates: 4, step: Self.step)
    }

    /// What an LSTM remembers from step to step.
    public struct State: Sendable {
        /// h: the answer, `[batch, hidden]`.
        public var output: Variable<Scalar>

        /// c: the protected cell, `[batch, hidden]`.
        public var cell: Variable<Scalar>

        /// A state of both parts.
        public init(output: Variable<Scalar>, cell: Variable<Scalar>) {
            self.output = output
            self.cell = cell
        }
    }

    /// The state after one more step, from inputs `[batch, inputs]` and the last state.
    public func next(_ input: Variable<Scalar>, after state: State) -> State {
        let parts = [state.output, state.cell]
        let next = weights.next(input, after: parts, gates: 4, step: Self.step)
        return State(output: next[0], cell: next[1])
    }

    private static func step(
        seen: [Variable<Scalar>], remembered: [Variable<Scalar>], state: [Variable<Scalar>]
    ) -> [Variable<Scalar>] {
        // All [batch, hidden].
        let a = zip(seen, remembered).map { $0 + $1 }
        let (i, f, o) = (a[0].sigmoid(), a[1].sigmoid(), a[3].sigmoid())
        let g = a[2].hyperbolicTangent()
        let c = f * state[1] + i * g
        return [o * c.hyperbolicTangent(), c]
    }

    /// Visits the weights.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) {
        weights.visit(with: visitor)
    }
}
