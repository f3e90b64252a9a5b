/// Says of each pixel which class it belongs to: a way down, where each halving of the sides sees twice
/// as far, and a way up that puts the details back.
///
/// `[batch, height, width, inputs]` to logits `[batch, height, width, classes]`. With the channels
/// 8, 16 and 32 and images of 64 pixels:
///
///     down 0  [batch, 64, 64,  8] ----------------- skip -> [.. 8 + 8 ..] up 0 [batch, 64, 64, 8]
///     down 1  [batch, 32, 32, 16] ---- skip -> [.. 16 + 16 ..] up 1 [batch, 32, 32, 16]
///     bottom  [batch, 16, 16, 32]
///
/// Between two levels the largest of four pixels is kept on the way down; on the way up a transposed
/// convolution doubles the sides, and the channels of both ways stand side by side. A last convolution
/// of 1 x 1 turns the channels into logits. With one class the sigmoid of the logit is its probability.
///
/// Unlike the paper's, whose answers are smaller than the images, the convolutions have a border of
/// zeros.
///
/// Source: Ronneberger, Fischer and Brox, U-Net: convolutional networks for biomedical image
/// segmentation, 2015.
public struct UNet<Scalar: TensorScalar>: Layer {
    /// What is computed at each size on the way down; the last one is the bottom.
    public var down: [DoubleConvolution<Scalar>]

    /// The layers that double the sides, from the largest size to the smallest.
    public var enlarging: [TransposedConvolution2D<Scalar>]

    /// What is computed at each size on the way up, from the largest to the smallest.
    public var up: [DoubleConvolution<Scalar>]

    /// From channels to logits, each pixel on its own.
    public var output: Convolution2D<Scalar>

    /// A network of random weights.
    ///
    /// - Parameters:
    ///   - inputs: how many channels an image has; 3 for RGB.
    ///   - channels: how many channels are computed at each size, the largest size first.
    ///   - classes: how many logits a pixel has; 1 for yes or no.
    ///   - generator: draws the weights.
    public init(
        inputs: Int = 3, channels: [Int], classes: Int = 1, using generator: inout SeededGenerator
    ) {
        require(
            inputs > 0 && classes > 0 && !channels.isEmpty && channels.allSatisfy { $0 > 0 },
            """
            a U-Net needs inputs, channels for each size and classes, not \(inputs), \(channels) and \
            \(classes)
            """)
        down = zip([inputs] + channels, channels).map {
            DoubleConvolution(inputs: $0, outputs: $1, using: &generator)
        }
        enlarging = zip(channels.dropFirst(), channels).map {
            TransposedConvolution2D(
                inputs: $0, outputs: $1, kernel: 2, stride: 2, using: &generator)
        }
        up = channels.dropLast().map {
            DoubleConvolution(inputs: 2 * $0, outputs: $0, using: &generator)
        }
        output = Convolution2D(
            inputs: channels[0], outputs: classes, kernel: 1, using: &generator)
    }

    /// How often the sides are halved.
    public var depth: Int { up.count }

    /// The logits of each pixel. Both sides must be multiples of 2^depth.
    public func callAsFunction(_ images: Variable<Scalar>, in pass: Pass) -> Variable<Scalar> {
        requireDivisibleSides(images.shape)
        // listing: UNet.call
        var kept: [Variable<Scalar>] = []
        var seen = down[0](images, in: pass)
        for level in down.dropFirst() {
            kept.append(seen)
            seen = level(seen.maximumPooled(), in: pass)
        }
        for level in up.indices.reversed() {
            let larger = enlarging[level](seen, in: pass)
            let both = Variable.concatenated([larger, kept[level]], axis: 3)
            seen = up[level](both, in: pass)
        }
        return output(seen, in: pass)
        // end listing
    }

    private func requireDivisibleSides(_ shape: [Int]) {
        let unit = 1 << depth
        require(
            shape.count == 4 && shape[1] > 0 && shape[2] > 0 && shape[1] % unit == 0
                && shape[2] % unit == 0,
            """
            a U-Net that halves the sides \(depth) times reads images [batch, height, width, channels] \
            whose sides are multiples of \(unit), not shape \(shape)
            """)
    }

    /// Visits the layers in the order of the way down, then those of the way up.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) {
        visitor("down", &down)
        visitor("enlarging", &enlarging)
        visitor("up", &up)
        visitor("output", &output)
    }
}
