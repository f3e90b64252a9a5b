/// A small convolutional network that says which class a square patch of tissue belongs to.
///
/// Three blocks of a 3 x 3 convolution, ReLU and pooling see ever larger windows in ever more
/// channels; two dense layers decide.
///
///     patch [batch, side, side, channels]
///     first  [batch, side/2, side/2, 16]    second [batch, side/4, side/4, 32]
///     third  [batch, side/8, side/8, 64]    hidden [batch, hidden]   output [batch, classes]
public struct PatchClassifier<Scalar: TensorScalar>: Layer {
    /// The convolution that sees pixels.
    public var first: Convolution2D<Scalar>

    /// The convolution that sees edges and blobs.
    public var second: Convolution2D<Scalar>

    /// The convolution that sees nuclei.
    public var third: Convolution2D<Scalar>

    /// The dense layer that sees the whole patch.
    public var hidden: Dense<Scalar>

    /// The dense layer that decides.
    public var output: Dense<Scalar>

    /// Drops parts of what the hidden layer says.
    public var dropout: Dropout<Scalar>

    /// The side of a patch in pixels.
    public let side: Int

    /// A network of random weights.
    ///
    /// - Parameters:
    ///   - side: the side of a patch in pixels, 8 or more.
    ///   - channels: how many channels a pixel has; 3 for RGB.
    ///   - hidden: the width of the hidden layer.
    ///   - classes: the number of classes.
    ///   - dropout: the probability with which a hidden number is dropped while learning.
    ///   - generator: draws the weights.
    public init(
        side: Int = 64, channels: Int = 3, hidden: Int = 128, classes: Int = 2,
        dropout: Double = 0, using generator: inout SeededGenerator
    ) {
        require(side >= 8, "a patch of \(side) pixels cannot be halved three times")
        require(
            hidden > 0 && classes > 0,
            "a network needs hidden numbers and classes, not \(hidden) and \(classes)")
        func block(_ inputs: Int, _ outputs: Int) -> Convolution2D<Scalar> {
            Convolution2D(
                inputs: inputs, outputs: outputs, kernel: 3, padding: 1, activation: .relu,
                pooling: .maximum, using: &generator)
        }
        self.side = side
        first = block(channels, 16)
        second = block(16, 32)
        third = block(32, 64)
        self.hidden = Dense(
            inputs: (side / 8) * (side / 8) * 64, outputs: hidden, activation: .relu,
            using: &generator)
        output = Dense(inputs: hidden, outputs: classes, using: &generator)
        self.dropout = Dropout(probability: dropout)
    }

    /// The logits of a batch of patches: `[batch, side, side, channels]` to `[batch, classes]`.
    public func callAsFunction(_ input: Variable<Scalar>, in pass: Pass) -> Variable<Scalar> {
        require(
            input.shape.count == 4 && input.shape[1] == side && input.shape[2] == side,
            "patches of \(side) x \(side) pixels are expected, not shape \(input.shape)")
        let blocks = third(second(first(input, in: pass), in: pass), in: pass)
        let seen = hidden(blocks.flattened(), in: pass)
        return output(dropout(seen, in: pass.entering("dropout")), in: pass)
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

    /// Visits the parameters of each layer.
    public mutating func forEachParameter(
        _ visit: (_ name: String, _ parameter: inout Variable<Scalar>) throws -> Void
    ) rethrows {
        try first.forEachParameter(under: "first", visit)
        try second.forEachParameter(under: "second", visit)
        try third.forEachParameter(under: "third", visit)
        try hidden.forEachParameter(under: "hidden", visit)
        try output.forEachParameter(under: "output", visit)
    }
}
