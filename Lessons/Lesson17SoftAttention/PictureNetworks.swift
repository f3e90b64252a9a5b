import DeepTeaching

/// The convolutions that both networks begin with: 48 x 48 pixels to 12 x 12 places of 24 features.
struct PictureFeatures: Parameterized, Sendable {
    static let count = 24

    var layers: [Convolution2D<Float>]

    init(using generator: inout SeededGenerator) {
        layers = [
            Convolution2D(
                inputs: 3, outputs: 12, kernel: 5, stride: 2, padding: 2, activation: .relu,
                using: &generator),
            Convolution2D(
                inputs: 12, outputs: 24, kernel: 3, stride: 2, padding: 1, activation: .relu,
                using: &generator),
            Convolution2D(
                inputs: 24, outputs: Self.count, kernel: 3, padding: 1, activation: .relu,
                using: &generator),
        ]
    }

    /// `[batch, place, feature]` of `[batch, height, width, 3]`.
    func callAsFunction(_ images: Variable<Float>) -> Variable<Float> {
        layers.reduce(images) { $1($0, in: .inference) }
            .reshaped([images.shape[0], PictureBatch.places, Self.count])
    }

    mutating func visit(with visitor: ModelVisitor<Float>) { visitor("layers", &layers) }
}

/// A network that says of a picture whether there is tumour.
protocol PictureNetwork: Parameterized<Float>, Sendable {
    /// What it says of a batch, in which only some of the places count.
    func answer(_ images: Variable<Float>, where mask: Tensor<Float>) throws -> PictureAnswer
}

/// The logits `[batch, 2]` and, of a network that attends, its weights `[batch, step, place]` and its
/// gates `[batch, step]`.
struct PictureAnswer {
    let logits: Variable<Float>
    var weights: Variable<Float>?
    var gates: Variable<Float>?
}

/// Looks three times, where it wants to.
struct AttendingNetwork: PictureNetwork {
    var features: PictureFeatures
    var classifier: SoftAttentionClassifier<Float>

    init(using generator: inout SeededGenerator) {
        features = PictureFeatures(using: &generator)
        // listing: AttendingNetwork.classifier
        classifier = SoftAttentionClassifier(
            features: 24, hidden: 32, width: 24, classes: 2,
            steps: 3, isGated: true, using: &generator)
        // end listing
    }

    func answer(
        _ images: Variable<Float>, where mask: Tensor<Float>
    ) throws -> PictureAnswer {
        // listing: AttendingNetwork.answer
        let places = features(images)  // [batch, place, feature]
        let grid = try AnnotationGrid(places, where: mask)
        let answer = classifier(grid)
        // end listing
        return PictureAnswer(
            logits: answer.logits, weights: answer.weights, gates: answer.gates)
    }

    mutating func visit(with visitor: ModelVisitor<Float>) {
        visitor("features", &features)
        visitor("classifier", &classifier)
    }
}

/// Takes the mean over all places of the tissue, and decides from it.
struct PoolingNetwork: PictureNetwork {
    var features: PictureFeatures
    var hidden: Dense<Float>
    var classes: Dense<Float>

    init(using generator: inout SeededGenerator) {
        features = PictureFeatures(using: &generator)
        hidden = Dense(
            inputs: PictureFeatures.count, outputs: 64, activation: .relu, using: &generator)
        classes = Dense(inputs: 64, outputs: 2, using: &generator)
    }

    func answer(
        _ images: Variable<Float>, where mask: Tensor<Float>
    ) throws -> PictureAnswer {
        let mean = try AnnotationGrid(features(images), where: mask).mean
        return PictureAnswer(logits: classes(hidden(mean, in: .inference), in: .inference))
    }

    mutating func visit(with visitor: ModelVisitor<Float>) {
        visitor("features", &features)
        visitor("hidden", &hidden)
        visitor("classes", &classes)
    }
}
