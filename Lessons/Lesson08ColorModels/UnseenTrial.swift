import CourseKit
import DeepTeaching
import LessonSlides

/// Networks that learnt from patches of one preparation, in the better one of its two settings.
struct UnseenTrial {
    let preparation: Preparation
    let setting: TrainingSetting

    /// The areas under the ROC curves of the known and the unknown hospitals, one a training.
    let known, unknown: Spread

    /// How many networks differ in nothing but their seed.
    static let runs = 3

    /// How many networks are trained for each preparation.
    static let trainings = 4

    init(
        _ preparation: Preparation, _ data: UnseenData, seed: UInt64, counter: ProgressCounter
    ) throws {
        let sets = try data.prepared(preparation)
        @Sendable func areas(_ run: Int, _ setting: TrainingSetting) throws -> [Double] {
            defer { counter.countOne() }
            let seed = seed &+ UInt64(run)
            var generator = SeededGenerator(seed: seed, stream: "colour network")
            var network = PatchClassifier<Float>(
                side: sets[0].images[0].size.width, using: &generator)
            try setting.training.fit(&network, to: sets[0], seed: seed)
            return try sets.dropFirst().map {
                try PatchScores(network, images: $0.images, isTumor: $0.isTumor).area()
            }
        }
        let settings = preparation.settings
        let tried = try parallelMap(settings.count) { try areas(0, settings[$0]) }
        let best = tried.indices.max { tried[$0][0] < tried[$1][0] } ?? 0
        let others = try parallelMap(Self.runs - 1) { try areas($0 + 1, settings[best]) }
        let all = [tried[best]] + others
        self.preparation = preparation
        setting = settings[best]
        known = Spread(values: all.map { $0[0] })
        unknown = Spread(values: all.map { $0[1] })
    }

    /// What the table says.
    var row: [String] {
        [preparation.words, setting.words]
            + [known, unknown].flatMap {
                [NumberFormat.decimals(3).text($0.mean), $0.range(.decimals(3))]
            }
    }
}
