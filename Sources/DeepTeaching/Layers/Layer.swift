/// A function with parameters: from a batch to a batch.
public protocol Layer<Scalar>: Parameterized, Sendable {
    /// The layer's answer to a batch. A layer made of layers hands the pass on to each.
    func callAsFunction(_ input: Variable<Scalar>, in pass: Pass) -> Variable<Scalar>
}

extension Layer {
    /// The layer's answer at inference: no randomness, no graph.
    public func callAsFunction(_ input: Tensor<Scalar>) -> Tensor<Scalar> {
        self(Variable(input), in: .inference).value
    }
}

/// A layer that learns nothing.
public protocol ParameterFreeLayer<Scalar>: Layer {}

extension ParameterFreeLayer {
    /// There is nothing to visit.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) {}
}
