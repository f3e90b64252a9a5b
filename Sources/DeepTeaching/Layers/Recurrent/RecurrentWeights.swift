/// The weights with which a recurrent layer looks at its input and at its own last state, for all of
/// its gates side by side.
public struct RecurrentWeights<Scalar: TensorScalar>: Parameterized, Sendable {
    /// `[inputs, gates * hidden]`.
    public var input: Variable<Scalar>

    /// `[hidden, gates * hidden]`.
    public var recurrent: Variable<Scalar>

    /// `[gates * hidden]`, added to what the input says.
    public var inputBias: Variable<Scalar>

    /// `[gates * hidden]`, added to what the last state says.
    public var recurrentBias: Variable<Scalar>

    /// The length of the state.
    public var hidden: Int { recurrent.shape[0] }

    /// Given weights.
    public init(
        input: Tensor<Scalar>, recurrent: Tensor<Scalar>, inputBias: Tensor<Scalar>,
        recurrentBias: Tensor<Scalar>
    ) {
        require(
            input.rank == 2 && recurrent.rank == 2 && input.shape[1] == recurrent.shape[1]
                && inputBias.shape == [input.shape[1]] && recurrentBias.shape == inputBias.shape,
            """
            recurrent weights of shapes \(input.shape) and \(recurrent.shape) with biases of shapes \
            \(inputBias.shape) and \(recurrentBias.shape) do not fit together
            """)
        self.input = Variable(input)
        self.recurrent = Variable(recurrent)
        self.inputBias = Variable(inputBias)
        self.recurrentBias = Variable(recurrentBias)
    }

    /// Stops with a sentence unless these are weights of this many gates side by side.
    func requireGates(_ gates: Int) {
        let (seen, last) = (input.shape, recurrent.shape)
        require(
            seen.count == 2 && last.count == 2 && seen[1] == gates * last[0]
                && last[1] == gates * last[0] && inputBias.shape == [seen[1]]
                && recurrentBias.shape == [seen[1]],
            """
            weights of shapes \(seen) and \(last) with biases of shapes \(inputBias.shape) and \
            \(recurrentBias.shape) are not those of \(gates) gates
            """)
    }

    /// Random weights and biases of 0.
    init(inputs: Int, hidden: Int, gates: Int, using generator: inout SeededGenerator) {
        require(
            inputs > 0 && hidden > 0 && hidden < 1 << 32,
            "a recurrent layer needs inputs and a state, not \(inputs) and \(hidden) numbers")
        let width = gates * hidden
        self.init(
            input: Initializer.glorot.weights(
                [inputs, width], inputs: inputs, outputs: hidden, using: &generator),
            recurrent: Initializer.glorot.weights(
                [hidden, width], inputs: hidden, outputs: hidden, using: &generator),
            inputBias: .zeros([width]), recurrentBias: .zeros([width]))
    }

    /// The states after each step of a sequence: `[batch, time, inputs]` to `[batch, time, hidden]`.
    ///
    /// - Parameters:
    ///   - sequence: what the layer sees.
    ///   - states: how many tensors `[batch, hidden]` a state consists of; the first is the answer.
    ///   - gates: the number of gates.
    ///   - step: the next state, from what the input says to each gate, what the last state says to
    ///     each gate, and the last state, which is 0 at the start.
    func unrolled(
        _ sequence: Variable<Scalar>, states: Int, gates: Int,
        step: (
            _ seen: [Variable<Scalar>], _ remembered: [Variable<Scalar>],
            _ state: [Variable<Scalar>]
        )
            -> [Variable<Scalar>]
    ) -> Variable<Scalar> {
        requireGates(gates)
        let shape = sequence.shape
        require(
            shape.count == 3 && shape[2] == input.shape[0],
            "sequences of shape \(shape) do not fit weights of shape \(input.shape)")
        let (batch, time, hidden) = (shape[0], shape[1], hidden)
        // One product for the inputs of all steps, with the time in front, so that a step is a block.
        let steps = sequence.transposed([1, 0, 2])  // [time, batch, inputs]
        let seen = steps.reshaped([time * batch, shape[2]])
            .affine(weights: input, bias: inputBias)  // [time * batch, gates * hidden]
            .reshaped([time, batch, gates * hidden])
        let start = Variable(Tensor<Scalar>.zeros([batch, hidden]))
        var state = [Variable<Scalar>](repeating: start, count: states)
        var answers: [Variable<Scalar>] = []
        for now in 0..<time {
            // Both [batch, gates * hidden].
            let remembered = state[0].affine(weights: recurrent, bias: recurrentBias)
            let current = seen.slice(now..<now + 1).removingAxis(0)
            // Each [batch, hidden].
            state = step(gated(current, gates), gated(remembered, gates), state)
            answers.append(state[0])
        }
        if answers.isEmpty { return Variable(.zeros([batch, 0, hidden])) }
        return .stacked(answers, axis: 1)  // [batch, time, hidden]
    }

    /// The state after one more step, from what the layer sees, `[batch, inputs]`, and the last state,
    /// each of whose tensors is `[batch, hidden]`.
    func next(
        _ seen: Variable<Scalar>, after state: [Variable<Scalar>], gates: Int,
        step: (
            _ seen: [Variable<Scalar>], _ remembered: [Variable<Scalar>],
            _ state: [Variable<Scalar>]
        )
            -> [Variable<Scalar>]
    ) -> [Variable<Scalar>] {
        requireGates(gates)
        require(
            seen.shape.count == 2 && seen.shape[1] == input.shape[0],
            "a step's inputs of shape \(seen.shape) do not fit weights of shape \(input.shape)")
        for part in state {
            require(
                part.shape == [seen.shape[0], hidden],
                """
                a state of shape \(part.shape) does not fit inputs of shape \(seen.shape): it must be \
                \([seen.shape[0], hidden])
                """)
        }
        // Both [batch, gates * hidden].
        let current = seen.affine(weights: input, bias: inputBias)
        let remembered = state[0].affine(weights: recurrent, bias: recurrentBias)
        return step(gated(current, gates), gated(remembered, gates), state)
    }

    /// `[batch, gates * hidden]` to `[batch, hidden]` for each gate.
    private func gated(_ values: Variable<Scalar>, _ gates: Int) -> [Variable<Scalar>] {
        if gates == 1 { return [values] }
        return (0..<gates).map { values.slice($0 * hidden..<($0 + 1) * hidden, axis: 1) }
    }

    /// Visits the weights and the biases.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) {
        visitor("input", &input)
        visitor("recurrent", &recurrent)
        visitor("inputBias", &inputBias)
        visitor("recurrentBias", &recurrentBias)
    }
}
