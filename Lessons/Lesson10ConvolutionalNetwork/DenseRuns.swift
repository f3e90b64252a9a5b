import CourseKit
import DeepTeaching
import LessonSlides

/// Dense networks that differ in nothing but their seed, at the learning rate that suits them best.
struct DenseRuns {
    let networks: [DenseNetwork]
    let rate: Double
    let accuracy: Spread
    let area: Spread

    /// Trains at three learning rates, and then again at the best of them.
    ///
    /// - Parameters:
    ///   - pooling: the side of the squares of pixels of which the networks see the mean.
    ///   - runs: one network for each.
    /// - Throws: `TrainingError`, or `EvaluationError` if all patches are of one class.
    init(pooling: Int, runs: Range<Int>, data: PatchData, lesson: Lesson) throws {
        let training = DenseTraining(pooling: pooling, data: data, seed: lesson.seed)
        let trained = try lesson.progress("Training dense networks") { report in
            let tried = try [0.001, 0.003, 0.01].map {
                try training.trained(run: runs.lowerBound, rate: $0)
            }
            report(0.6)
            let areas = try tried.map { try $0.scores.area() }
            let best = tried[areas.indices.max { areas[$0] < areas[$1] } ?? 0]
            return try [best]
                + runs.dropFirst().map { try training.trained(run: $0, rate: best.rate) }
        }
        networks = trained.map(\.network)
        rate = trained[0].rate
        accuracy = Spread(values: trained.map(\.scores.accuracy))
        area = Spread(values: try trained.map { try $0.scores.area() })
    }
}

/// How a dense network of 64 hidden units learns from patches.
private struct DenseTraining {
    private let side: Int
    private let rows: PatchRows
    private let data: PatchData
    private let seed: UInt64

    struct Trained {
        let network: DenseNetwork
        let rate: Double

        /// What it says about the test patches.
        let scores: PatchScores
    }

    init(pooling: Int, data: PatchData, seed: UInt64) {
        side = data.training.images[0].size.width / pooling
        let some = Variable(Tensor<Float>(images: Array(data.training.images.prefix(200))))
        rows = PatchRows(
            pooling: pooling, scale: InputScale(of: PatchRows(pooling: pooling)(some).value))
        (self.data, self.seed) = (data, seed)
    }

    func trained(run: Int, rate: Double) throws -> Trained {
        let seed = seed &+ UInt64(run)
        var generator = SeededGenerator(seed: seed, stream: "dense weights")
        var network = DenseNetwork(
            inputs: side * side * 3, hidden: 64, rows: rows, using: &generator)
        var training = ConvolutionCourse.training
        training.learningRate = rate
        try training.fit(&network, to: data.training, seed: seed)
        return Trained(network: network, rate: rate, scores: PatchScores(network, data.known))
    }
}
