import DeepTeaching

/// A network that looks at the overview of a slide, decides where to read, and reads there.
struct SlideNetwork: Parameterized, Sendable {
    /// Scores of all places from the overview.
    var attention: AttentionNetwork

    /// The features f of a patch.
    var features: PatchNetwork

    /// The logit of tumour, from z.
    var output: Dense<Float>

    init(using generator: inout SeededGenerator) {
        attention = AttentionNetwork(using: &generator)
        features = PatchNetwork(using: &generator)
        output = Dense(inputs: PatchNetwork.features, outputs: 1, using: &generator)
    }

    mutating func visit(with visitor: ModelVisitor<Float>) {
        visitor("attention", &attention)
        visitor("features", &features)
        visitor("output", &output)
    }
}

/// From overviews `[slide, side, side, 1]` to scores `[slide, place]`.
///
/// A place is two pixels of the overview wide. The second kernel is four wide, so that it lies evenly around
/// them: what a place is judged by has its middle in the middle of the place.
struct AttentionNetwork: Layer {
    var first: Convolution2D<Float>
    var second: Convolution2D<Float>
    var last: Convolution2D<Float>

    init(using generator: inout SeededGenerator) {
        first = Convolution2D(
            inputs: 1, outputs: 8, kernel: 3, padding: 1, activation: .relu, using: &generator)
        second = Convolution2D(
            inputs: 8, outputs: 16, kernel: 4, stride: 2, padding: 1, activation: .relu,
            using: &generator)
        last = Convolution2D(inputs: 16, outputs: 1, kernel: 1, using: &generator)
    }

    func callAsFunction(_ overview: Variable<Float>, in pass: Pass) -> Variable<Float> {
        last(second(first((overview - 0.15) * 8, in: pass), in: pass), in: pass)
            .reshaped([overview.shape[0], -1])
    }

    mutating func visit(with visitor: ModelVisitor<Float>) {
        visitor("first", &first)
        visitor("second", &second)
        visitor("last", &last)
    }
}

/// From patches `[patch, side, side, 1]` to features `[patch, feature]`.
struct PatchNetwork: Layer {
    /// The number of features.
    static let features = 32

    var first: Convolution2D<Float>
    var second: Convolution2D<Float>
    var third: Convolution2D<Float>

    init(using generator: inout SeededGenerator) {
        first = Convolution2D(
            inputs: 1, outputs: 8, kernel: 5, stride: 2, activation: .relu, using: &generator)
        second = Convolution2D(
            inputs: 8, outputs: 16, kernel: 3, stride: 2, activation: .relu, using: &generator)
        third = Convolution2D(
            inputs: 16, outputs: Self.features, kernel: 3, activation: .relu, using: &generator)
    }

    func callAsFunction(_ patches: Variable<Float>, in pass: Pass) -> Variable<Float> {
        // [patch, 32, 32, 1] -> [patch, 14, 14, 8] -> [patch, 6, 6, 16] -> [patch, 4, 4, 32]
        third(second(first(patches, in: pass), in: pass), in: pass).mean(axes: [1, 2])
    }

    mutating func visit(with visitor: ModelVisitor<Float>) {
        visitor("first", &first)
        visitor("second", &second)
        visitor("third", &third)
    }
}
