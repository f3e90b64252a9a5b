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
        let start = weights.start(batch: input.shape.first ?? 0)
        let answers = states(
            weights.seen(input, gates: 4), from: State(output: start, cell: start),
            keepsCells: false)
        return answers.removingAxis(0)  // [time, batch, hidden]
            .transposed([1, 0, 2])  // [batch, time, hidden]
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
        let seen = weights.seenInStep(input, after: [state.output, state.cell], gates: 4)
        let states = states(seen, from: state, keepsCells: true)
        return State(
            output: states.slice(0..<1).reshaped(state.output.shape),
            cell: states.slice(1..<2).reshaped(state.cell.shape))
    }

    /// The inputs' shares of all steps to the answers, and to the cells if they are kept,
    /// `[time, batch, 4 * hidden]` to `[1 or 2, time, batch, hidden]`.
    private func states(
        _ seen: Variable<Scalar>, from start: State, keepsCells: Bool
    ) -> Variable<Scalar> {
        seen.lstmStates(
            fromOutput: start.output, cell: start.cell, weights: weights.recurrent,
            bias: weights.recurrentBias, keepsCells: keepsCells)
    }

    /// Visits the weights.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) {
        weights.visit(with: visitor)
    }
}
