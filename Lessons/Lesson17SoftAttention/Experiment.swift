import DeepTeaching
import LessonSlides

/// A network that has learnt, and what it says of the test pictures.
struct TrainedNetwork<Network: PictureNetwork> {
    let network: Network
    let scores: PatchScores

    /// Where it looked, if it attends.
    let attention: Attention?

    /// The gate at each glance, the mean over the pictures.
    let gates: [Double]

    /// The share of attention inside the tumours of each batch that it learnt from.
    let inside: [Double]

    init(_ start: Network, _ training: PictureTraining, learningRate: Double) throws {
        var network = start
        inside = try training.fit(&network, learningRate: learningRate)
        self.network = network
        let test = training.test
        let answer = try network.answer(Variable(test.images), where: test.mask)
        scores = PatchScores(
            logits: answer.logits.value, isTumor: test.pictures.map(\.isTumorous))
        attention = answer.weights.map { Attention($0.value) }
        gates = answer.gates.map { $0.value.mean(axes: [0]).elements.map { Double($0) } } ?? []
    }

    /// The scores if only some of the places count.
    func scores(of batch: PictureBatch, where mask: Tensor<Float>) throws -> PatchScores {
        PatchScores(
            logits: try network.answer(Variable(batch.images), where: mask).logits.value,
            isTumor: batch.pictures.map(\.isTumorous))
    }
}

/// The networks that differ in how they look, from the same pictures; one of each for a seed.
struct Experiment {
    let training: PictureTraining
    let pooling: TrainedNetwork<PoolingNetwork>
    let attending: TrainedNetwork<AttendingNetwork>
    let start: AttendingNetwork

    init(size: ExperimentSize, seed: UInt64) throws {
        training = PictureTraining(size: size, seed: seed)
        var weights = SeededGenerator(seed: seed, stream: "weights")
        start = AttendingNetwork(using: &weights)
        var others = SeededGenerator(seed: seed, stream: "weights")
        pooling = try TrainedNetwork(
            PoolingNetwork(using: &others), training, learningRate: AttentionCourse.poolingRate)
        attending = try TrainedNetwork(
            start, training, learningRate: AttentionCourse.attendingRate)
    }

    /// The same network with the penalty.
    func penalized() throws -> TrainedNetwork<AttendingNetwork> {
        var training = training
        training.penalty = AttentionCourse.penalty
        return try TrainedNetwork(start, training, learningRate: AttentionCourse.attendingRate)
    }

    /// The share of attention on the tumours of the test.
    func inside(_ trained: TrainedNetwork<AttendingNetwork>, step: Int?) -> Double {
        trained.attention?.share(in: training.test.tumor, of: training.test, step: step) ?? .nan
    }

    /// The same by chance.
    var chance: Double { training.test.area(of: training.test.tumor) }

    /// The first test pictures with a tumour.
    var shown: [Int] {
        Array(training.test.pictures.indices.filter { training.test.pictures[$0].isTumorous })
    }
}

extension [Experiment] {
    /// Whether the networks that attend have learnt their task, each of them: what is compared says
    /// nothing otherwise.
    var haveLearnt: Bool {
        allSatisfy {
            $0.attending.scores.accuracy > 0.7 && $0.inside($0.attending, step: nil) > 2 * $0.chance
        }
    }
}
