import DeepTeaching

/// The network of the lesson: three convolutions that see ever more, and two dense layers.
///
/// The convolutions have no padding, so that what they see of a patch does not depend on whether
/// the patch was cut out first or later. For patches of 64 pixels:
///
///     patch  [batch, 64, 64, 3]
///     first  [batch, 30, 30, 16]   5 x 5, then the largest of four
///     second [batch, 14, 14, 32]   3 x 3, then the largest of four
///     third  [batch, 6, 6, 32]     3 x 3, then the largest of four
///     hidden [batch, 32]           output [batch, 2]
struct ConvolutionalNetwork: Layer {
    var first: ConvolutionBlock
    var second: ConvolutionBlock
    var third: ConvolutionBlock
    var hidden: Dense<Float>
    var output: Dense<Float>

    /// The side of a patch in pixels.
    let side: Int

    init(side: Int, isNormalized: Bool = true, using generator: inout SeededGenerator) {
        self.side = side
        first = ConvolutionBlock(3, 16, kernel: 5, isNormalized, &generator)
        second = ConvolutionBlock(16, 32, kernel: 3, isNormalized, &generator)
        third = ConvolutionBlock(32, 32, kernel: 3, isNormalized, &generator)
        let window = Self.window(ofPatch: side)
        hidden = Dense(
            inputs: window * window * 32, outputs: 32, activation: .relu, using: &generator)
        output = Dense(inputs: 32, outputs: 2, using: &generator)
    }

    /// The side of the map of features of a patch: 6 for 64 pixels.
    static func window(ofPatch side: Int) -> Int { ((((side - 4) / 2) - 2) / 2 - 2) / 2 }

    /// How many pixels lie between neighbouring places of the last map.
    static let step = 8

    /// The side of the map that the dense layers read.
    var window: Int { Self.window(ofPatch: side) }

    /// The last map of features of images of any size.
    func features(of images: Variable<Float>, in pass: Pass) -> Variable<Float> {
        let edges = first(images, in: pass.entering("first"))
        return third(second(edges, in: pass.entering("second")), in: pass.entering("third"))
    }

    /// The logits of a batch of patches.
    func callAsFunction(_ images: Variable<Float>, in pass: Pass) -> Variable<Float> {
        output(hidden(features(of: images, in: pass).flattened(), in: pass), in: pass)
    }

    mutating func forEachParameter(
        _ visit: (_ name: String, _ parameter: inout Variable<Float>) throws -> Void
    ) rethrows {
        try first.forEachParameter(under: "first", visit)
        try second.forEachParameter(under: "second", visit)
        try third.forEachParameter(under: "third", visit)
        try hidden.forEachParameter(under: "hidden", visit)
        try output.forEachParameter(under: "output", visit)
    }

    mutating func forEachStatistic(
        _ visit: (_ name: String, _ statistic: inout Tensor<Float>) throws -> Void
    ) rethrows {
        try first.forEachStatistic(under: "first", visit)
        try second.forEachStatistic(under: "second", visit)
        try third.forEachStatistic(under: "third", visit)
    }
}

/// A convolution, the largest of four, one scale for every channel, and what is below 0 cut off.
///
/// `[batch, height, width, inputs]` to `[batch, (height - kernel + 1) / 2, ..., outputs]`.
struct ConvolutionBlock: Layer {
    var convolution: Convolution2D<Float>

    /// Nil leaves the channels on the scale that they have.
    var normalization: BatchNormalization<Float>?

    init(
        _ inputs: Int, _ outputs: Int, kernel: Int, _ isNormalized: Bool,
        _ generator: inout SeededGenerator
    ) {
        convolution = Convolution2D(
            inputs: inputs, outputs: outputs, kernel: kernel, pooling: .maximum,
            initializer: .he, using: &generator)
        normalization = isNormalized ? BatchNormalization(features: outputs) : nil
    }

    func callAsFunction(_ images: Variable<Float>, in pass: Pass) -> Variable<Float> {
        // listing: ConvolutionBlock.call
        let pooled = convolution(images, in: pass)
        let normalized = normalization?(pooled, in: pass) ?? pooled
        return normalized.relu()
        // end listing
    }

    mutating func forEachParameter(
        _ visit: (_ name: String, _ parameter: inout Variable<Float>) throws -> Void
    ) rethrows {
        try convolution.forEachParameter(visit)
        try normalization?.forEachParameter(visit)
    }

    mutating func forEachStatistic(
        _ visit: (_ name: String, _ statistic: inout Tensor<Float>) throws -> Void
    ) rethrows {
        try normalization?.forEachStatistic(visit)
    }
}
