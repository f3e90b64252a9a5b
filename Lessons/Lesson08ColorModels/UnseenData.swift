import CourseKit
import DeepTeaching
import LessonSlides

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
        case .none, .jitter, .stainJitter: try changed { _, _ in nil }
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
