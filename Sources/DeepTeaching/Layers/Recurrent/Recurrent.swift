/// A layer that remembers: h_t = tanh(x_t W + b + h_(t-1) U + c), from h_0 = 0.
///
/// Source: Elman, Finding structure in time, 1990.
public struct Recurrent<Scalar: TensorScalar>: Layer {
    /// The weights.
    public var weights: RecurrentWeights<Scalar>

    /// A layer of given weights.
    public init(weights: RecurrentWeights<Scalar>) {
        weights.requireGates(1)
        self.weights = weights
    }

    /// A layer of random weights.
    public init(inputs: Int, hidden: Int, using generator: inout SeededGenerator) {
        self.init(
            weights: RecurrentWeights(inputs: inputs, hidden: hidden, gates: 1, using: &generator))
    }

    /// The states after each step: `[batch, time, inputs]` to `[batch, time, hidden]`.
    public func callAsFunction(_ input: Variable<Scalar>, in pass: Pass) -> Variable<Scalar> {
        let seen = weights.seen(input, gates: 1).unstacked()  // each [batch, hidden]
        var state = weights.start(batch: input.shape[0])
        if seen.isEmpty { return Variable(.zeros([input.shape[0], 0, weights.hidden])) }
        let states = seen.map { current in
            let remembered = state.affine(
                weights: weights.recurrent, bias: weights.recurrentBias)
            state = (current + remembered).hyperbolicTangent()
            return state
        }
        return .stacked(states, axis: 1)  // [batch, time, hidden]
    }

    /// Visits the weights.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) {
        weights.visit(with: visitor)
    }
}
