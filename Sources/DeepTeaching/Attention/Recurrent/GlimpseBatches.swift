/// The batches of a training that looks: some pictures, their classes, and what is drawn in the step.
///
/// Each is decided by the seed and the number of the step alone, so a training that is resumed sees the
/// same ones. All pictures come once, in a new order, before one comes again; those that do not fill a
/// batch at the end of an order are left out of it.
public struct GlimpseBatches: Sendable {
    /// What one step sees.
    public struct Batch: Sendable {
        /// The pictures, prepared.
        public let pictures: GlimpsePictures<Float>

        /// The class of each row: of each picture as often as it is looked at.
        public let labels: [Int]

        /// How the places are sampled.
        public let policy: GlimpsePolicy<Float>
    }

    /// How many pictures a step sees.
    public let size: Int

    /// How many steps the training has.
    public let steps: Int

    private let pictures: Tensor<Float>
    private let labels: [Int]
    private let settings: RecurrentAttention<Float>.Settings
    private let samples: Int
    private let spread: PolicySpread
    private let seed: UInt64

    /// Batches of pictures.
    ///
    /// - Parameters:
    ///   - pictures: `[count, height, width]`.
    ///   - labels: one for each picture.
    ///   - size: how many pictures a step sees.
    ///   - steps: how many steps there are.
    ///   - settings: the sizes of the model.
    ///   - samples: how often each picture is looked at in a step.
    ///   - spread: how far the places spread.
    ///   - seed: decides the orders and the draws.
    public init(
        of pictures: Tensor<Float>, labels: [Int], size: Int, steps: Int,
        for settings: RecurrentAttention<Float>.Settings, samples: Int, spread: PolicySpread,
        seed: UInt64
    ) {
        require(
            pictures.rank == 3 && pictures.shape[0] == labels.count,
            "pictures of shape \(pictures.shape) do not fit \(labels.count) labels")
        require(
            size > 0 && size <= labels.count && steps > 0 && samples > 0,
            """
            \(steps) steps of \(size) pictures with \(samples) samples each cannot be made of \
            \(labels.count) pictures
            """)
        self.pictures = pictures
        self.labels = labels
        self.size = size
        self.steps = steps
        self.settings = settings
        self.samples = samples
        self.spread = spread
        self.seed = seed
    }

    /// All batches, each made when its turn comes.
    public var all: some Sequence<Batch> {
        (0...(steps - 1) / perOrder).lazy.flatMap { number in
            // Once for all of its batches: there are hundreds of them.
            let order = order(number)
            let first = number * perOrder
            return (first..<min(steps, first + perOrder)).lazy.map { batch(atStep: $0, in: order) }
        }
    }

    /// The batch of a step, from 0.
    public func batch(atStep step: Int) -> Batch {
        batch(atStep: step, in: order(step / perOrder))
    }

    /// How many batches an order of all pictures has.
    private var perOrder: Int { labels.count / size }

    /// The pictures in the order with this number, from 0.
    private func order(_ number: Int) -> [Int] {
        var generator = SeededGenerator(seed: seed, stream: "order \(number)")
        return generator.shuffled(Array(labels.indices))
    }

    private func batch(atStep step: Int, in order: [Int]) -> Batch {
        let start = step % perOrder * size
        let indices = Array(order[start..<start + size])
        var draws = SeededGenerator(seed: seed, stream: "noise of step \(step)")
        let shape = [settings.glimpses - 1, size * samples, 2]
        return Batch(
            pictures: GlimpsePictures(
                pictures.gathered(indices), sensor: settings.sensor, samples: samples),
            labels: indices.flatMap { Array(repeating: labels[$0], count: samples) },
            policy: .sampled(
                noise: .normal(shape, using: &draws),
                deviation: spread.deviation(atStep: step, of: steps)))
    }
}
