/// Keeps the mean of each square of pixels.
///
/// `[batch, height, width, channel]` to `[batch, (height - size) / stride + 1, ...]`.
public struct AveragePooling2D<Scalar: TensorScalar>: ParameterFreeLayer {
    /// The side of a square in pixels.
    public let size: Int

    /// How many pixels the square moves on.
    public let stride: Int

    /// A layer whose squares touch each other unless a stride is given.
    public init(size: Int = 2, stride: Int? = nil) {
        require(
            size > 0 && stride ?? 1 > 0,
            "squares of \(size) pixels, \(stride ?? size) apart, cannot be pooled: both start at 1")
        self.size = size
        self.stride = stride ?? size
    }

    /// The layer's answer to a batch of images.
    public func callAsFunction(_ input: Variable<Scalar>, in pass: Pass) -> Variable<Scalar> {
        input.averagePooled(size: size, stride: stride)
    }
}
