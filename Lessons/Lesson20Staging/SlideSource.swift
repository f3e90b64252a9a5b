import CourseKit
import DeepTeaching
import Foundation
import LessonSlides

/// Where the slides come from, and how a detector learns from them.
struct SlideSource {
    private let cohort: CohortSource

    /// How a detector for these slides is to learn.
    let detector: TumorDetectorSettings

    init(
        data: String?, profile name: String, seed: UInt64, micronsPerPixel: Double? = nil,
        skippingFaulty: Bool = false
    ) throws {
        cohort = try CohortSource(
            data: data, profile: name, seed: seed, micronsPerPixel: micronsPerPixel,
            skippingFaulty: skippingFaulty)
        var detector = TumorDetectorSettings()
        if let resolution = Self.resolution(of: cohort) {
            detector.adapt(toSlidesOf: resolution)
        }
        self.detector = detector
    }

    /// The micrometres per pixel of the first slide that says them; nil if none does. What is wrong
    /// with the files is said when the folder is opened.
    private static func resolution(of cohort: CohortSource) -> Double? {
        if let generator = cohort.generator { return generator.plan.profile.micronsPerPixel }
        if let told = cohort.micronsPerPixel { return told }
        let inspection = try? CamelyonInspection(of: cohort.folder, settings: nil)
        return inspection?.soundFolder?.slides.lazy
            .compactMap { try? SlideFile($0.file).micronsPerPixel?.mean }.first
    }

    /// The folder of the slides.
    var folder: URL { cohort.folder }

    var isSynthetic: Bool { cohort.isSynthetic }

    /// What the slides are called in texts.
    var name: String { cohort.name }

    /// Opens the folder; paints what is missing of a synthetic cohort.
    func open(in lesson: Lesson) throws -> CamelyonFolder { try cohort.open(in: lesson) }
}

extension TumorDetectorSettings {
    /// Coarser slides show the same piece of tissue in fewer pixels. Files round their resolution,
    /// so a little coarser does not count.
    fileprivate mutating func adapt(toSlidesOf resolution: Double) {
        guard resolution > 1.25 * micronsPerPixel else { return }
        micronsPerPixel = resolution
        side = 32
    }
}
