/// An activation as a layer of its own.
public struct ActivationLayer<Scalar: TensorScalar>: ParameterFreeLayer {
    /// What happens to each number.
    public let activation: Activation

    /// A layer of this activation.
    public init(_ activation: Activation) { self.activation = activation }

    /// The layer's answer to a batch.
    public func callAsFunction(_ input: Variable<Scalar>, in pass: Pass) -> Variable<Scalar> {
        input.activated(activation)
    }
}

/// One row of numbers for each element of a batch: `[batch, ...]` becomes `[batch, rest]`.
public struct Flatten<Scalar: TensorScalar>: ParameterFreeLayer {
    /// The layer.
    public init() {}

    /// The layer's answer to a batch.
    public func callAsFunction(_ input: Variable<Scalar>, in pass: Pass) -> Variable<Scalar> {
        input.flattened()
    }
}
