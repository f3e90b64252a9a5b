import CourseKit
import DeepTeaching
import LessonSlides

/// Detectors that differ in their seed alone, and what they say of slides of hospitals that they have never
/// seen.
struct MapStudy {
    let detectors: [TumorDetector.Fitted]
    let slides: [MappedSlide]

    /// The slide that the steps look at: the one on which the first detector finds most of the tumour.
    let main: MappedSlide

    /// How many detectors there are.
    static let detectorCount = 3

    /// A peak or a detection is surer than this.
    static let threshold: Float = 0.5

    /// Trains detectors on some slides and lets them look at others.
    ///
    /// - Throws: `PatchError` if there is no tumour to learn from, `SlideError` if a slide cannot be read.
    init(of parts: StudyParts, from source: CohortSource, in lesson: Lesson) throws {
        let detectors = try lesson.progress("Training \(Self.detectorCount) detectors") { report in
            try Self.train(on: parts.training, from: source, in: lesson, report)
        }
        let slides = try lesson.progress("Looking at \(parts.test.count) slides") { report in
            let progress = ProgressCounter(total: parts.test.count, report: report)
            return try parallelMap(parts.test.count) { index in
                defer { progress.countOne() }
                return try MappedSlide(parts.test[index], by: detectors)
            }
        }
        self.detectors = detectors
        self.slides = slides
        main = slides.max { $0.foundCells < $1.foundCells } ?? slides[0]
    }

    private static func train(
        on slides: [SlideRecord], from source: CohortSource, in lesson: Lesson,
        _ report: @escaping @Sendable (Double) -> Void
    ) throws -> [TumorDetector.Fitted] {
        let grid = source.grid
        let factor = lesson.options.full ? 5 : 1
        var detector = TumorDetector(grid: grid)
        // All slides in one staining, as Lesson 8 advises; coarse pixels mix the stains.
        detector.normalization = grid.side < 64 ? nil : SlideNormalization()
        detector.training.epochs = 4
        let patches = try PatchCollection(
            of: slides, grid: grid.overlapping, normalization: detector.normalization,
            isCompletelyAnnotated: source.isSynthetic
        ).drawn(factor * (grid.side < 64 ? 600 : 2400), seed: lesson.seed)
        return try (0..<detectorCount).map { run in
            try detector.fit(patches, seed: lesson.seed &* 100 &+ UInt64(run)) { progress, steps in
                let done = Double(progress.step) / Double(max(1, steps))
                report((Double(run) + done) / Double(detectorCount))
            }
        }
    }

    /// The distances between patches that the lesson compares, in pixels of the network: as wide as a
    /// patch, half of it and a quarter.
    var strides: [Int] { [1, 2, 4].map { detectors[0].side / $0 } }

    /// A number for each detector.
    func each<Value>(_ value: (_ detector: Int) throws -> Value) rethrows -> [Value] {
        try (0..<Self.detectorCount).map(value)
    }
}
