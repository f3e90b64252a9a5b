/// A convolution, the largest of four, one scale for every channel, and what is below 0 cut off.
///
/// `[batch, height, width, inputs]` to `[batch, (height - kernel + 1) / 2, ..., outputs]`: without
/// padding, so that what the block says of a window does not depend on what it was cut out of.
public struct ConvolutionBlock<Scalar: TensorScalar>: Layer {
    /// The convolution, with maximum pooling.
    public var convolution: Convolution2D<Scalar>

    /// Nil leaves the channels on the scale that they have.
    public var normalization: BatchNormalization<Scalar>?

    /// A block of a convolution and its normalisation, if there is one.
    public init(
        convolution: Convolution2D<Scalar>, normalization: BatchNormalization<Scalar>? = nil
    ) {
        self.convolution = convolution
        self.normalization = normalization
    }

    /// A block with a square kernel of random weights.
    public init(
        inputs: Int, outputs: Int, kernel: Int, isNormalized: Bool = true,
        using generator: inout SeededGenerator
    ) {
        self.init(
            convolution: Convolution2D(
                inputs: inputs, outputs: outputs, kernel: kernel, pooling: .maximum,
                initializer: .he, using: &generator),
            normalization: isNormalized ? BatchNormalization(features: outputs) : nil)
    }

    /// The block's answer to a batch of images.
    public func callAsFunction(_ images: Variable<Scalar>, in pass: Pass) -> Variable<Scalar> {
        // listing: ConvolutionBlock.call
        let pooled = convolution(images, in: pass)
        let normalized = normalization?(pooled, in: pass) ?? pooled
        return normalized.relu()
        // end listing
    }

    /// Visits the parameters of both as if they were the block's own.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) {
        convolution.visit(with: visitor)
        normalization?.visit(with: visitor)
    }
}
