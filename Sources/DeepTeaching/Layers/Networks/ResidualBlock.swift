/// Two convolutions that compute only what is to be added to their input: relu(F(x) + x), with
/// F = norm(convolution(relu(norm(convolution(x))))).
///
/// Where the number of channels or the stride change the shape, the way round them is a convolution
/// of 1 x 1 pixel with a normalisation. `[batch, height, width, inputs]` to `[batch, (height - 1) /
/// stride + 1, ..., outputs]`. The convolutions have a bias of zeros that never changes, since the
/// normalisation takes any constant away.
///
/// Source: He, Zhang, Ren and Sun, Deep residual learning for image recognition, 2016.
public struct ResidualBlock<Scalar: TensorScalar>: Layer {
    /// The kernel of the first convolution: `[3, 3, inputs, outputs]`.
    public var first: Variable<Scalar>

    /// The normalisation after the first convolution.
    public var firstNormalization: BatchNormalization<Scalar>

    /// The kernel of the second convolution: `[3, 3, outputs, outputs]`.
    public var second: Variable<Scalar>

    /// The normalisation after the second convolution.
    public var secondNormalization: BatchNormalization<Scalar>

    /// The kernel of the way round: `[1, 1, inputs, outputs]`; none if the shape stays.
    public var projection: Variable<Scalar>?

    /// The normalisation of the way round; none if the shape stays.
    public var projectionNormalization: BatchNormalization<Scalar>?

    /// How many pixels the first convolution moves on.
    public let stride: Int

    /// A block of random kernels.
    public init(
        inputs: Int, outputs: Int, stride: Int = 1, using generator: inout SeededGenerator
    ) {
        require(stride > 0, "the stride is \(stride), it must be positive")
        func kernel(_ side: Int, _ inputs: Int) -> Variable<Scalar> {
            Variable(
                Initializer.he.kernel(
                    side: side, inputs: inputs, outputs: outputs, using: &generator))
        }
        first = kernel(3, inputs)
        second = kernel(3, outputs)
        firstNormalization = BatchNormalization(features: outputs)
        secondNormalization = BatchNormalization(features: outputs)
        let isProjected = stride != 1 || inputs != outputs
        projection = isProjected ? kernel(1, inputs) : nil
        projectionNormalization = isProjected ? BatchNormalization(features: outputs) : nil
        self.stride = stride
    }

    /// The block's answer to a batch of images.
    public func callAsFunction(_ input: Variable<Scalar>, in pass: Pass) -> Variable<Scalar> {
        let bias = Variable(Tensor<Scalar>.zeros([first.shape[3]]))
        let seen = firstNormalization(
            input.convolved(weights: first, bias: bias, stride: stride, padding: 1), in: pass)
        let added = secondNormalization(
            seen.relu().convolved(weights: second, bias: bias, padding: 1), in: pass)
        guard let projection, let projectionNormalization else { return (added + input).relu() }
        let way = projectionNormalization(
            input.convolved(weights: projection, bias: bias, stride: stride), in: pass)
        return (added + way).relu()
    }

    /// Visits the kernels and the normalisations in the order of the computation.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) {
        visitor("first", &first)
        visitor("firstNormalization", &firstNormalization)
        visitor("second", &second)
        visitor("secondNormalization", &secondNormalization)
        visitor("projection", &projection)
        visitor("projectionNormalization", &projectionNormalization)
    }
}
