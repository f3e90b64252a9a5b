extension RecurrentAttention {
    /// The sizes of a model.
    public struct Settings: Sendable, Equatable, Codable {
        /// The retina.
        public var sensor: GlimpseSensor

        /// How many times the model looks before it answers.
        public var glimpses: Int

        /// The number of classes.
        public var classes: Int

        /// The length of the state, and of what a glimpse comes to.
        public var hidden: Int

        /// How many numbers stand for what was seen in a glimpse, and as many for where.
        public var features: Int

        /// What remembers.
        public var core: GlimpseCore<Scalar>.Kind

        /// Whether the policy's gradient stops at the policy, as in the paper, or reaches the state.
        public var detachesPolicy: Bool

        /// Settings; those of the paper have a core of the kind `relu` and a policy that is detached.
        public init(
            sensor: GlimpseSensor, glimpses: Int, classes: Int, hidden: Int = 256,
            features: Int = 128, core: GlimpseCore<Scalar>.Kind = .gru,
            detachesPolicy: Bool = false
        ) {
            require(
                glimpses > 0 && classes > 0 && hidden > 0 && features > 0,
                """
                a model of \(glimpses) glimpses, \(classes) classes, \(hidden) numbers of state and \
                \(features) features is none: each is 1 or more
                """)
            self.sensor = sensor
            self.glimpses = glimpses
            self.classes = classes
            self.hidden = hidden
            self.features = features
            self.core = core
            self.detachesPolicy = detachesPolicy
        }
    }
}
