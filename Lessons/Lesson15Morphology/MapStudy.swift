import CourseKit
import DeepTeaching
import LessonSlides

/// Detectors that differ in their seed alone, and their maps of slides that they have never seen.
struct MapStudy {
    /// Half of them with metastases.
    let slides: [MappedSlide]

    /// How many detectors there are.
    static let detectors = 3

    /// The slide that the steps look at: the one on which the first detector finds most of the tumour, so
    /// that there is something to clean.
    let main: MappedSlide

    /// Trains detectors on some slides and draws their maps of others.
    ///
    /// - Throws: `PatchError` if there is no tumour to learn from, `SlideError` if a slide cannot be read.
    init(of hospitals: Hospitals, from source: CohortSource, in lesson: Lesson) throws {
        let detectors = try lesson.progress("Training \(Self.detectors) detectors") { report in
            try Self.train(on: hospitals.training, from: source, in: lesson, report)
        }
        let tested = hospitals.known + hospitals.unknown.prefix(2)
        slides = try lesson.progress("Mapping \(tested.count) slides") { report in
            let progress = ProgressCounter(total: tested.count, report: report)
            return try parallelMap(tested.count) { index in
                defer { progress.countOne() }
                return try MappedSlide(tested[index], by: detectors)
            }
        }
        func found(_ slide: MappedSlide) -> Int {
            slide.masks[0].intersection(slide.truth).foregroundCount
        }
        main = slides.max { found($0) < found($1) } ?? slides[0]
    }

    private static func train(
        on slides: [SlideRecord], from source: CohortSource, in lesson: Lesson,
        _ report: @escaping @Sendable (Double) -> Void
    ) throws -> [TumorDetector.Fitted] {
        let grid = source.grid
        let factor = lesson.options.full ? 5 : 1
        let patches = try PatchCollection(
            of: slides, grid: grid.overlapping, isCompletelyAnnotated: source.isSynthetic
        ).drawn(factor * (grid.side < 64 ? 600 : 1200), seed: lesson.seed)
        var detector = TumorDetector(grid: grid)
        detector.training.epochs = 4
        return try (0..<Self.detectors).map { run in
            try detector.fit(patches, seed: lesson.seed &* 100 &+ UInt64(run)) { progress, steps in
                let done = Double(progress.step) / Double(max(1, steps))
                report((Double(run) + done) / Double(Self.detectors))
            }
        }
    }
}

/// A slide, its maps by several detectors, and what is known of it.
struct MappedSlide: Sendable {
    let record: SlideRecord
    let maps: [ConfidenceMap]

    /// The cells of the maps whose centre lies inside an outline.
    let truth: Mask

    /// A cell is tumour if its probability is greater.
    static let threshold: Float = 0.5

    init(_ record: SlideRecord, by detectors: [TumorDetector.Fitted]) throws {
        let slide = try record.open()
        let tissue = try TissueMask(of: slide)
        self.record = record
        maps = try detectors.map { try ConfidenceMap(dense: $0, of: slide, tissue: tissue) }
        truth = maps[0].truth(from: try record.outlines())
    }

    /// The cells above the threshold, one mask a detector.
    var masks: [Mask] {
        maps.map { $0.probabilities.mask(above: Self.threshold).intersection($0.covered) }
    }

    /// The lesions that a pathologist counts: outlines closer than 75 micrometres are one.
    var lesions: LabelImage {
        truth.joined(within: 75 / maps[0].cellMicrons.mean)
    }
}
