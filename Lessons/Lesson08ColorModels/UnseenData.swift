import CourseKit
import DeepTeaching
import LessonSlides

/// What happens to the colours of patches before and while a network learns.
enum Preparation: CaseIterable {
    case none, jitter, reinhard, macenko, both

    /// What a table says.
    var words: String {
        switch self {
        case .none: "as they are"
        case .jitter: "jitter"
        case .reinhard: "Reinhard"
        case .macenko: "Macenko"
        case .both: "Macenko, jitter"
        }
    }

    /// What an axis says.
    var short: String {
        switch self {
        case .none: "as is"
        case .jitter: "jitter"
        case .reinhard: "Reinhard"
        case .macenko: "Macenko"
        case .both: "both"
        }
    }

    /// The two ways to train from which the known hospitals choose: of those who change colours by chance
    /// two strengths, of the others two learning rates.
    var settings: [TrainingSetting] {
        switch self {
        case .jitter, .both: [TrainingSetting(strength: 0.5), TrainingSetting(strength: 1)]
        case .none, .reinhard, .macenko:
            [TrainingSetting(rate: 0.003), TrainingSetting(rate: 0.008)]
        }
    }
}

/// How a network learns.
struct TrainingSetting {
    var rate = 0.008

    /// How much colours are changed by chance: 1 is what all lessons use.
    var strength = 0.0

    var training: PatchTraining {
        var training = PatchTraining()
        training.learningRate = rate
        training.augmentation.stain *= strength
        training.augmentation.color *= strength
        training.augmentation.light *= strength
        return training
    }

    /// What a table says.
    var words: String {
        strength > 0
            ? "strength " + NumberFormat.tenths.text(strength)
            : "rate " + NumberFormat.decimals(3).text(rate)
    }
}

/// Patches of hospitals that are known and of others, in the colours of their scanners and
/// normalised.
struct UnseenData {
    /// Patches to learn from, and test patches of both kinds of hospitals.
    let training, known, unknown: PatchSet

    let trainingCenters, unknownCenters: String

    /// The slides of the three sets.
    private let slides: [[SlideRecord]]

    /// Some patches of each slide, whatever they show: on them its staining is measured.
    private let samples: [[[Image]]]

    /// The width and height of a patch as the network sees it: small, to learn in seconds.
    static let side = 32

    init(
        _ hospitals: Hospitals, source: CohortSource, lesson: Lesson,
        report: @escaping @Sendable (Double) -> Void
    ) throws {
        let factor = (lesson.options.full ? 4 : 1)
        let counts = (source.grid.side < 64 ? [160, 160, 160] : [800, 300, 600]).map { $0 * factor }
        let parts = [hospitals.training, hospitals.known, hospitals.unknown]
        var sets: [PatchSet] = []
        var samples: [[[Image]]] = []
        for (part, slides) in parts.enumerated() {
            let grid = part == 0 ? source.grid.overlapping : source.grid
            let collection = try PatchCollection(
                of: slides, grid: grid, isCompletelyAnnotated: source.isSynthetic)
            sets.append(
                try collection.drawn(counts[part], seed: lesson.seed &* 3 &+ UInt64(part)))
            samples.append(
                try slides.indices.map { index in
                    let all = collection.patches[index]
                    let step = max(1, all.count / 24)
                    let regions = stride(from: 0, to: all.count, by: step).map {
                        all[$0].patch.region
                    }
                    return try slides[index].images(of: regions, grid: grid)
                })
            report(Double(part + 1) / Double(parts.count))
        }
        (training, known, unknown) = (sets[0], sets[1], sets[2])
        self.samples = samples
        slides = parts
        func centers(_ slides: [SlideRecord]) -> String {
            Set(slides.map(\.center)).sorted().map { "\($0)" }.joined(separator: ", ")
        }
        trainingCenters = centers(hospitals.training)
        unknownCenters = centers(hospitals.unknown)
    }

    /// The three sets as a preparation makes them, small.
    func prepared(_ preparation: Preparation) throws -> [PatchSet] {
        switch preparation {
        case .none, .jitter: try changed { _, _ in nil }
        case .reinhard: try normalized(ReinhardNormalizer())
        case .macenko, .both: try normalized(MacenkoNormalizer())
        }
    }

    /// All slides in the staining of the first one that is learnt from, each measured once.
    private func normalized<Normalizer: StainNormalizer>(
        _ normalizer: Normalizer
    ) throws -> [PatchSet] {
        let target = try normalizer.profile(of: samples[0][0])
        return try changed { part, slide in
            let own = try normalizer.profile(of: samples[part][slide])
            return try normalizer.change(from: own, to: target)
        }
    }

    private func changed(
        _ change: (_ part: Int, _ slide: Int) throws -> (any StainChange)?
    ) throws -> [PatchSet] {
        try [training, known, unknown].enumerated().map { part, set in
            let changes = try slides[part].indices.map { try change(part, $0) }
            var result = PatchSet()
            for index in 0..<set.count {
                let image = set.images[index]
                let stained = changes[set.slides[index]]?(image) ?? image
                let side = min(Self.side, image.size.width)
                result.append(
                    stained.resized(to: PixelSize(side: side)), isTumor: set.isTumor[index],
                    slide: set.slides[index])
            }
            return result
        }
    }
}

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
