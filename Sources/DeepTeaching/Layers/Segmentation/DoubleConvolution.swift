/// Two convolutions of 3 x 3, each with what is below 0 cut off: what a U-Net does at each of its sizes.
///
/// `[batch, height, width, inputs]` to `[batch, height, width, outputs]`: a border of zeros keeps the
/// sides.
public struct DoubleConvolution<Scalar: TensorScalar>: Layer {
    /// From the inputs to the outputs.
    public var first: Convolution2D<Scalar>

    /// From outputs to outputs.
    public var second: Convolution2D<Scalar>

    /// Layers of random weights, and biases of 0.
    public init(inputs: Int, outputs: Int, using generator: inout SeededGenerator) {
        first = Convolution2D(
            inputs: inputs, outputs: outputs, kernel: 3, padding: 1, activation: .relu,
            using: &generator)
        second = Convolution2D(
            inputs: outputs, outputs: outputs, kernel: 3, padding: 1, activation: .relu,
            using: &generator)
    }

    /// Both convolutions, one after the other.
    public func callAsFunction(_ input: Variable<Scalar>, in pass: Pass) -> Variable<Scalar> {
        second(first(input, in: pass), in: pass)
    }

    /// Visits both convolutions.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) {
        visitor("first", &first)
        visitor("second", &second)
    }
}
