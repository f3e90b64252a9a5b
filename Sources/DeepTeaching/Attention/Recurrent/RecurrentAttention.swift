/// A network that looks at a picture through a small window, several times, and decides itself where to
/// look next.
///
/// From h_0 = 0 and a first place l_1: g_t = glimpse network of the glimpse at l_t, h_t = core(g_t,
/// h_(t-1)), mean_t = tanh(h_t W + w), l_(t+1) from the normal distribution around mean_t, and the class
/// from the last h. What it costs does not grow with the picture.
///
/// Where to look cannot be learnt by a gradient alone, since a glimpse does not change smoothly with its
/// place: see ``reinforceLoss(logProbabilities:advantages:)``.
///
/// Source: Mnih, Heess, Graves and Kavukcuoglu, Recurrent models of visual attention, 2014.
public struct RecurrentAttention<Scalar: TensorScalar>: Parameterized, Sendable {
    /// The sizes.
    public let settings: Settings

    /// What was seen, and where.
    public var glimpse: GlimpseNetwork<Scalar>

    /// What remembers.
    public var core: GlimpseCore<Scalar>

    /// W and w: where to look next.
    public var location: Dense<Scalar>

    /// What reward is to be expected of a state.
    public var baseline: Dense<Scalar>

    /// The logits of the classes, from the last state.
    public var classifier: Dense<Scalar>

    /// A model of random weights; those of the next place are ten times smaller than usual, so that the
    /// model begins by looking at the middle.
    public init(_ settings: Settings, using generator: inout SeededGenerator) {
        self.settings = settings
        let hidden = settings.hidden
        glimpse = GlimpseNetwork(
            inputs: settings.sensor.featureCount, hidden: settings.features, outputs: hidden,
            using: &generator)
        core = GlimpseCore(settings.core, inputs: hidden, hidden: hidden, using: &generator)
        location = Dense(
            inputs: hidden, outputs: 2, activation: .hyperbolicTangent, using: &generator)
        location.weights.value = location.weights.value * 0.1
        baseline = Dense(inputs: hidden, outputs: 1, using: &generator)
        classifier = Dense(inputs: hidden, outputs: settings.classes, using: &generator)
    }

    /// Visits all layers.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) {
        visitor("glimpse", &glimpse)
        visitor("core", &core)
        visitor("location", &location)
        visitor("baseline", &baseline)
        visitor("classifier", &classifier)
    }
}
