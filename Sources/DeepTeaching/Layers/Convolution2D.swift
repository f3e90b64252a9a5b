/// Each output looks at a small window of the image, the same way everywhere.
///
/// Images `[batch, height, width, inputs]`, weights `[kernel height, kernel width, inputs,
/// outputs]`; the equation stands at ``Convolution``. Activation and pooling are options of the
/// layer, since one pass over the memory is faster than three.
public struct Convolution2D<Scalar: TensorScalar>: Layer {
    /// The kernel.
    public var weights: Variable<Scalar>

    /// One number for each output.
    public var bias: Variable<Scalar>

    /// How many pixels the kernel moves on.
    public let stride: Int

    /// How many pixels of zeros surround an image.
    public let padding: Int

    /// What happens to each number.
    public let activation: Activation

    /// What is kept of neighbouring numbers.
    public let pooling: Pooling

    /// A layer of given parameters.
    public init(
        weights: Tensor<Scalar>, bias: Tensor<Scalar>, stride: Int = 1, padding: Int = 0,
        activation: Activation = .identity, pooling: Pooling = .none
    ) {
        require(
            weights.rank == 4 && bias.shape == [weights.shape[3]],
            "a bias of shape \(bias.shape) does not fit weights of shape \(weights.shape)")
        self.weights = Variable(weights)
        self.bias = Variable(bias)
        self.stride = stride
        self.padding = padding
        self.activation = activation
        self.pooling = pooling
    }

    /// A layer with a square kernel of random weights, and biases of 0.
    public init(
        inputs: Int, outputs: Int, kernel: Int, stride: Int = 1, padding: Int = 0,
        activation: Activation = .identity, pooling: Pooling = .none,
        initializer: Initializer? = nil, using generator: inout SeededGenerator
    ) {
        let chosen = initializer ?? (activation == .relu ? .he : .glorot)
        let area = kernel * kernel
        self.init(
            weights: chosen.weights(
                [kernel, kernel, inputs, outputs], inputs: area * inputs,
                outputs: area * outputs, using: &generator),
            bias: .zeros([outputs]), stride: stride, padding: padding, activation: activation,
            pooling: pooling)
    }

    /// The layer's answer to a batch of images.
    public func callAsFunction(_ input: Variable<Scalar>, in pass: Pass) -> Variable<Scalar> {
        input.convolved(
            weights: weights, bias: bias, stride: stride, padding: padding,
            activation: activation, pooling: pooling)
    }

    /// Visits `weights` and `bias`.
    public mutating func forEachParameter(
        _ visit: (_ name: String, _ parameter: inout Variable<Scalar>) throws -> Void
    ) rethrows {
        try visit("weights", &weights)
        try visit("bias", &bias)
    }
}
