/// A small convolutional network that says which class a square patch of tissue belongs to.
///
/// Three blocks of convolution, pooling, normalisation and ReLU see ever larger windows in ever more
/// channels; two dense layers decide. No block has padding, so that what it sees of a patch does not
/// depend on whether the patch was cut out first or later: the network can look at a whole region at
/// once. For patches of 64 pixels:
///
///     patch  [batch, 64, 64, 3]
///     first  [batch, 30, 30, 16]   5 x 5, then the largest of four
///     second [batch, 14, 14, 32]   3 x 3, then the largest of four
///     third  [batch, 6, 6, 32]     3 x 3, then the largest of four
///     hidden [batch, 32]           output [batch, 2]
public struct PatchClassifier<Scalar: TensorScalar>: Layer {
    /// The block that sees edges and colours.
    public var first: ConvolutionBlock<Scalar>

    /// The block that sees blobs.
    public var second: ConvolutionBlock<Scalar>

    /// The block that sees nuclei.
    public var third: ConvolutionBlock<Scalar>

    /// The dense layer that sees the whole patch.
    public var hidden: Dense<Scalar>

    /// Drops parts of what the hidden layer says.
    public var dropout: Dropout<Scalar>

    /// The dense layer that decides.
    public var output: Dense<Scalar>

    /// The side of a patch in pixels.
    public let side: Int

    /// How many pixels lie between neighbouring places of the last map.
    public static var step: Int { 8 }

    /// The side of the smallest patch: the part of an image on which one place of the last map depends.
    public static var smallestSide: Int { 24 }

    /// A network of random weights.
    ///
    /// - Parameters:
    ///   - side: the side of a patch in pixels, ``smallestSide`` or more.
    ///   - channels: how many channels a pixel has; 3 for RGB.
    ///   - hidden: the width of the hidden layer.
    ///   - classes: the number of classes.
    ///   - dropout: the probability with which a hidden number is dropped while learning.
    ///   - isNormalized: whether the blocks have batch normalisation.
    ///   - generator: draws the weights.
    public init(
        side: Int = 64, channels: Int = 3, hidden: Int = 32, classes: Int = 2,
        dropout: Double = 0, isNormalized: Bool = true, using generator: inout SeededGenerator
    ) {
        require(
            side >= Self.smallestSide,
            "a patch of \(side) pixels is smaller than the \(Self.smallestSide) that the blocks see"
        )
        require(
            hidden > 0 && classes > 0,
            "a network needs hidden numbers and classes, not \(hidden) and \(classes)")
        func block(_ inputs: Int, _ outputs: Int, kernel: Int) -> ConvolutionBlock<Scalar> {
            ConvolutionBlock(
                inputs: inputs, outputs: outputs, kernel: kernel, isNormalized: isNormalized,
                using: &generator)
        }
        self.side = side
        first = block(channels, 16, kernel: 5)
        second = block(16, 32, kernel: 3)
        third = block(32, 32, kernel: 3)
        let window = Self.window(ofPatch: side)
        self.hidden = Dense(
            inputs: window * window * 32, outputs: hidden, activation: .relu, using: &generator)
        self.dropout = Dropout(probability: dropout)
        output = Dense(inputs: hidden, outputs: classes, using: &generator)
    }

    /// The side of the map that the dense layers read: 6 for patches of 64 pixels.
    public var window: Int { Self.window(ofPatch: side) }

    static func window(ofPatch side: Int) -> Int { ((((side - 4) / 2) - 2) / 2 - 2) / 2 }

    /// The last map of images of any size: `[batch, height, width, channels]` to
    /// `[batch, window(height), window(width), 32]`.
    public func features(of images: Variable<Scalar>, in pass: Pass) -> Variable<Scalar> {
        third(second(first(images, in: pass), in: pass), in: pass)
    }

    /// The logits of a batch of patches: `[batch, side, side, channels]` to `[batch, classes]`.
    public func callAsFunction(_ input: Variable<Scalar>, in pass: Pass) -> Variable<Scalar> {
        require(
            input.shape.count == 4 && input.shape[1] == side && input.shape[2] == side,
            "patches of \(side) x \(side) pixels are expected, not shape \(input.shape)")
        let seen = hidden(features(of: input, in: pass).flattened(), in: pass)
        return output(dropout(seen, in: pass), in: pass)
    }

    /// The probability of each class for each of many patches, computed on all cores.
    ///
    /// `[count, side, side, channels]` to `[count, classes]`. Patches go through the network 64 at a
    /// time, so that memory does not grow with their number.
    public func probabilities(for patches: Tensor<Scalar>) -> Tensor<Scalar> {
        require(
            patches.rank == 4,
            "patches have the shape [count, side, side, channels], not \(patches.shape)")
        let count = patches.shape[0]
        if count == 0 { return .zeros([0, output.bias.value.count]) }
        return .concatenated(
            stride(from: 0, to: count, by: 64).map { start in
                self(patches.slice(start..<min(start + 64, count))).softmax()
            })
    }

    /// Visits each layer.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) {
        visitor("first", &first)
        visitor("second", &second)
        visitor("third", &third)
        visitor("hidden", &hidden)
        visitor("dropout", &dropout)
        visitor("output", &output)
    }
}
