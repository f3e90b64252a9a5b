/// Y = act(X W + b): each output looks at all inputs.
///
/// X `[batch, inputs]`, W `[inputs, outputs]`, b `[outputs]`, Y `[batch, outputs]`.
public struct Dense<Scalar: TensorScalar>: Layer {
    /// W.
    public var weights: Variable<Scalar>

    /// b.
    public var bias: Variable<Scalar>

    /// What happens to each sum.
    public let activation: Activation

    /// A layer of given parameters.
    public init(
        weights: Tensor<Scalar>, bias: Tensor<Scalar>, activation: Activation = .identity
    ) {
        require(
            weights.rank == 2 && bias.shape == [weights.shape[1]],
            "a bias of shape \(bias.shape) does not fit weights of shape \(weights.shape)")
        self.weights = Variable(weights)
        self.bias = Variable(bias)
        self.activation = activation
    }

    /// A layer of random weights and of biases of 0.
    public init(
        inputs: Int, outputs: Int, activation: Activation = .identity,
        initializer: Initializer? = nil, using generator: inout SeededGenerator
    ) {
        let chosen = initializer ?? .suiting(activation)
        self.init(
            weights: chosen.weights(
                [inputs, outputs], inputs: inputs, outputs: outputs, using: &generator),
            bias: .zeros([outputs]), activation: activation)
    }

    /// The layer's answer to a batch.
    public func callAsFunction(_ input: Variable<Scalar>, in pass: Pass) -> Variable<Scalar> {
        input.affine(weights: weights, bias: bias, activation: activation)
    }

    /// Visits `weights` and `bias`.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) {
        visitor("weights", &weights)
        visitor("bias", &bias)
    }
}
