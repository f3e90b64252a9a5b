import DeepTeaching

/// The three networks that the lesson compares, with about as many parameters each.
enum Segmenter: String, CaseIterable {
    case convolutional, sweeping, uNet

    /// A network of random weights: images `[batch, height, width, 3]` to one logit a pixel; how
    /// large the maps are is said for images of 64 x 64.
    func network(using generator: inout SeededGenerator) -> any Layer<Float> {
        switch self {
        case .convolutional: Self.convolutional(using: &generator)
        case .sweeping: Self.sweeping(using: &generator)
        case .uNet: UNet(inputs: 3, channels: [6, 9, 13], classes: 1, using: &generator)
        }
    }

    /// Each pixel sees 18 pixels around it.
    private static func convolutional(using generator: inout SeededGenerator) -> Sequential<Float> {
        // listing: Segmenter.convolutional
        Sequential([
            convolution(3, 12, pooling: .maximum, using: &generator),  // 32 x 32
            convolution(12, 16, pooling: .maximum, using: &generator),  // 16 x 16
            convolution(16, 32, using: &generator),  // 16 x 16
            enlarging(32, 12, using: &generator),  // 32 x 32
            enlarging(12, 8, using: &generator),  // 64 x 64
            Convolution2D(inputs: 8, outputs: 1, kernel: 1, using: &generator),
        ])
        // end listing
    }

    /// The same with sweeps over rows and columns in the place of the last convolution.
    private static func sweeping(using generator: inout SeededGenerator) -> Sequential<Float> {
        // listing: Segmenter.sweeping
        Sequential([
            convolution(3, 12, pooling: .maximum, using: &generator),  // 32 x 32
            convolution(12, 16, pooling: .maximum, using: &generator),  // 16 x 16
            RowColumnSweep(inputs: 16, hidden: 12, using: &generator),  // 16 x 16
            enlarging(24, 12, using: &generator),  // 32 x 32
            enlarging(12, 8, using: &generator),  // 64 x 64
            Convolution2D(inputs: 8, outputs: 1, kernel: 1, using: &generator),
        ])
        // end listing
    }

    private static func convolution(
        _ inputs: Int, _ outputs: Int, pooling: Pooling = .none,
        using generator: inout SeededGenerator
    ) -> Convolution2D<Float> {
        Convolution2D(
            inputs: inputs, outputs: outputs, kernel: 3, padding: 1, activation: .relu,
            pooling: pooling, using: &generator)
    }

    private static func enlarging(
        _ inputs: Int, _ outputs: Int, using generator: inout SeededGenerator
    ) -> TransposedConvolution2D<Float> {
        TransposedConvolution2D(
            inputs: inputs, outputs: outputs, kernel: 2, stride: 2, activation: .relu,
            using: &generator)
    }
}
