/// Each output looks at a small window of the image, the same way everywhere.
///
/// Images `[batch, height, width, inputs]`, weights `[kernel height, kernel width, inputs /
/// groups, outputs]`; the equation stands at ``Convolution``. Activation and pooling are options of the
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

    /// How many pixels apart neighbouring taps of the kernel look.
    public let dilation: Int

    /// Into how many parts the channels are cut; each part of the outputs sees its own part of the
    /// inputs.
    public let groups: Int

    /// What happens to each number.
    public let activation: Activation

    /// What is kept of neighbouring numbers.
    public let pooling: Pooling

    /// A layer of given parameters.
    public init(
        weights: Tensor<Scalar>, bias: Tensor<Scalar>, stride: Int = 1, padding: Int = 0,
        dilation: Int = 1, groups: Int = 1, activation: Activation = .identity,
        pooling: Pooling = .none
    ) {
        require(
            weights.rank == 4 && bias.shape == [weights.shape[3]],
            "a bias of shape \(bias.shape) does not fit weights of shape \(weights.shape)")
        self.weights = Variable(weights)
        self.bias = Variable(bias)
        self.stride = stride
        self.padding = padding
        self.dilation = dilation
        self.groups = groups
        self.activation = activation
        self.pooling = pooling
    }

    /// A layer with a square kernel of random weights, and biases of 0.
    public init(
        inputs: Int, outputs: Int, kernel: Int, stride: Int = 1, padding: Int = 0,
        dilation: Int = 1, groups: Int = 1, activation: Activation = .identity,
        pooling: Pooling = .none,
        initializer: Initializer? = nil, using generator: inout SeededGenerator
    ) {
        let chosen = initializer ?? .suiting(activation)
        require(
            groups > 0 && inputs % groups == 0 && outputs % groups == 0,
            "\(inputs) inputs and \(outputs) outputs cannot be cut into \(groups) groups")
        self.init(
            weights: chosen.kernel(
                side: kernel, inputs: inputs, outputs: outputs, groups: groups, using: &generator),
            bias: .zeros([outputs]), stride: stride, padding: padding, dilation: dilation,
            groups: groups, activation: activation, pooling: pooling)
    }

    /// The layer's answer to a batch of images.
    public func callAsFunction(_ input: Variable<Scalar>, in pass: Pass) -> Variable<Scalar> {
        input.convolved(
            weights: weights, bias: bias, stride: stride, padding: padding,
            dilation: dilation, groups: groups, activation: activation, pooling: pooling)
    }

    /// Visits `weights` and `bias`.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) {
        visitor("weights", &weights)
        visitor("bias", &bias)
    }
}
