import CourseKit
import DeepTeaching
import Foundation
import SyntheticCohort

/// Where the slides come from: a synthetic cohort, or a folder of real ones.
struct SlideSource {
    /// The folder of the slides.
    let folder: URL

    /// What paints the cohort; nil for real slides.
    let generator: CohortGenerator?

    /// How a detector for these slides is to learn.
    let detector: TumorDetectorSettings

    init(data: String?, profile name: String, seed: UInt64) throws {
        var detector = TumorDetectorSettings()
        if let data {
            folder = URL(fileURLWithPath: data, isDirectory: true)
            generator = nil
            if let resolution = try Self.resolution(ofSlidesIn: folder) {
                detector.adapt(toSlidesOf: resolution)
            }
        } else {
            guard let profile = CohortProfile.all.first(where: { $0.name == name }) else {
                throw CohortError.unknownProfile(
                    name: name, known: CohortProfile.all.map(\.name))
            }
            folder = URL(fileURLWithPath: "Data/cohort-\(profile.name)-\(seed)", isDirectory: true)
            generator = CohortGenerator(profile: profile, seed: seed)
            detector.adapt(toSlidesOf: profile.micronsPerPixel)
        }
        self.detector = detector
    }

    /// The micrometres per pixel of the first slide, nil if its file does not say.
    private static func resolution(ofSlidesIn folder: URL) throws -> Double? {
        let patients = try CamelyonFolder(url: folder, skippingIncompletePatients: true).patients
        guard let slide = patients.first?.nodes.first?.slide else { return nil }
        return try SlideFile(slide).micronsPerPixel?.mean
    }

    var isSynthetic: Bool { generator != nil }

    /// What the slides are called in texts.
    var name: String { isSynthetic ? "synthetic cohort" : folder.lastPathComponent }

    /// Opens the folder; paints what is missing of a synthetic cohort.
    func open(in lesson: Lesson) throws -> CamelyonFolder {
        if let generator {
            try lesson.progress("Painting the synthetic slides (once)") { report in
                try generator.generate(into: folder, progress: report)
            }
        }
        return try CamelyonFolder(url: folder, skippingIncompletePatients: !isSynthetic)
    }
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
