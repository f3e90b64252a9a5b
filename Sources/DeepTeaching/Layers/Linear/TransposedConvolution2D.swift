/// Makes images larger: each pixel adds its share of the kernel to a window of the result.
///
/// Images `[batch, height, width, inputs]`, weights `[kernel height, kernel width, inputs,
/// outputs]`. With a stride of 2, a kernel of 2 and no padding the sides are doubled.
///
/// Source: Dumoulin and Visin, A guide to convolution arithmetic for deep learning, 2016.
public struct TransposedConvolution2D<Scalar: TensorScalar>: Layer {
    /// The kernel.
    public var weights: Variable<Scalar>

    /// One number for each output.
    public var bias: Variable<Scalar>

    /// How many pixels of the result one pixel of the image moves on.
    public let stride: Int

    /// How many pixels are cut off at each border of the result.
    public let padding: Int

    /// How many rows and columns the result has more, at its end.
    public let outputPadding: Int

    /// What happens to each number.
    public let activation: Activation

    /// A layer of given parameters.
    public init(
        weights: Tensor<Scalar>, bias: Tensor<Scalar>, stride: Int = 1, padding: Int = 0,
        outputPadding: Int = 0, activation: Activation = .identity
    ) {
        require(
            weights.rank == 4 && bias.shape == [weights.shape[3]],
            "a bias of shape \(bias.shape) does not fit weights of shape \(weights.shape)")
        self.weights = Variable(weights)
        self.bias = Variable(bias)
        self.stride = stride
        self.padding = padding
        self.outputPadding = outputPadding
        self.activation = activation
    }

    /// A layer with a square kernel of random weights, and biases of 0.
    public init(
        inputs: Int, outputs: Int, kernel: Int, stride: Int = 1, padding: Int = 0,
        outputPadding: Int = 0, activation: Activation = .identity,
        initializer: Initializer? = nil, using generator: inout SeededGenerator
    ) {
        self.init(
            weights: (initializer ?? .suiting(activation)).kernel(
                side: kernel, inputs: inputs, outputs: outputs, using: &generator),
            bias: .zeros([outputs]), stride: stride, padding: padding,
            outputPadding: outputPadding, activation: activation)
    }

    /// The layer's answer to a batch of images.
    public func callAsFunction(_ input: Variable<Scalar>, in pass: Pass) -> Variable<Scalar> {
        input.transposedConvolved(
            weights: weights, bias: bias, stride: stride, padding: padding,
            outputPadding: outputPadding
        ).activated(activation)
    }

    /// Visits `weights` and `bias`.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) {
        visitor("weights", &weights)
        visitor("bias", &bias)
    }
}
