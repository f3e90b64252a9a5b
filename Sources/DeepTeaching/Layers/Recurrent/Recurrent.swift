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
        weights.unrolled(input, states: 1, gates: 1) { seen, remembered, state in
            [(seen[0] + remembered[0]).hyperbolicTangent()]  // [batch, hidden]
        }
    }

    /// Visits the weights.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) {
        weights.visit(with: visitor)
    }
}
