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

    /// What the inputs of all steps say to each gate, as one product: `[batch, time, inputs]` to
    /// `[time, batch, gates * hidden]`, with the time in front, so that a step is a block.
    func seen(_ sequence: Variable<Scalar>, gates: Int) -> Variable<Scalar> {
        requireGates(gates)
        let shape = sequence.shape
        require(
            shape.count == 3 && shape[2] == input.shape[0],
            "sequences of shape \(shape) do not fit weights of shape \(input.shape)")
        return sequence.transposed([1, 0, 2])  // [time, batch, inputs]
            .reshaped([shape[1] * shape[0], shape[2]])
            .affine(weights: input, bias: inputBias)  // [time * batch, gates * hidden]
            .reshaped([shape[1], shape[0], gates * hidden])
    }

    /// What the inputs of one step say to each gate: `[batch, inputs]` to `[1, batch, gates * hidden]`.
    /// Stops with a sentence unless each tensor of the last state is `[batch, hidden]`.
    func seenInStep(
        _ inputs: Variable<Scalar>, after state: [Variable<Scalar>], gates: Int
    ) -> Variable<Scalar> {
        requireGates(gates)
        require(
            inputs.shape.count == 2 && inputs.shape[1] == input.shape[0],
            "a step's inputs of shape \(inputs.shape) do not fit weights of shape \(input.shape)")
        let batch = inputs.shape[0]
        for part in state {
            require(
                part.shape == [batch, hidden],
                """
                a state of shape \(part.shape) does not fit inputs of shape \(inputs.shape): it must be \
                \([batch, hidden])
                """)
        }
        return inputs.affine(weights: input, bias: inputBias)
            .reshaped([1, batch, gates * hidden])
    }

    /// The state 0 before the first step of a batch, `[batch, hidden]`.
    func start(batch: Int) -> Variable<Scalar> { Variable(.zeros([batch, hidden])) }

    /// Visits the weights and the biases.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) {
        visitor("input", &input)
        visitor("recurrent", &recurrent)
        visitor("inputBias", &inputBias)
        visitor("recurrentBias", &recurrentBias)
    }
}
