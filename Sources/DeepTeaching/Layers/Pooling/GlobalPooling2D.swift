/// Keeps one number of each channel of an image: whatever the image's size, what follows sees a row of
/// one length.
///
/// `[batch, height, width, channel]` to `[batch, channel]`.
///
/// Source: Lin, Chen and Yan, Network in network, 2014.
public struct GlobalPooling2D<Scalar: TensorScalar>: ParameterFreeLayer {
    /// What is kept of all pixels of a channel.
    public enum Kind: String, Sendable, Codable {
        /// Their mean.
        case average

        /// The largest.
        case maximum
    }

    /// What is kept of all pixels of a channel.
    public let kind: Kind

    /// A layer of this kind.
    public init(_ kind: Kind) { self.kind = kind }

    /// The layer's answer to a batch of images.
    public func callAsFunction(_ input: Variable<Scalar>, in pass: Pass) -> Variable<Scalar> {
        require(
            input.shape.count == 4,
            "images have the shape [batch, height, width, channel], not \(input.shape)")
        switch kind {
        case .average: return input.mean(axes: [1, 2])
        case .maximum: return input.maximum(axes: [1, 2])
        }
    }
}
