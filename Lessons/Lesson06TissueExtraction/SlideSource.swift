import CourseKit
import DeepTeaching
import Foundation
import SyntheticCohort

/// Where the slides of this lesson come from: a few of a synthetic cohort, or a folder of real
/// ones.
struct SlideSource {
    private let folder: URL
    private let generator: CohortGenerator?

    /// Patches of 64 pixels of 1.94 micrometres; on coarser slides the same tissue in fewer pixels.
    let grid: PatchGrid

    init(data: String?, profile name: String) throws {
        if let data {
            folder = URL(fileURLWithPath: data, isDirectory: true)
            generator = nil
            grid = PatchGrid(side: 64, micronsPerPixel: 1.94)
        } else {
            guard let profile = CohortProfile.all.first(where: { $0.name == name }) else {
                throw CohortError.unknownProfile(
                    name: name, known: CohortProfile.all.map(\.name))
            }
            folder = URL(fileURLWithPath: "Data/cohort-\(name)-1", isDirectory: true)
            generator = CohortGenerator(profile: profile, seed: 1)
            let resolution = max(1.94, profile.micronsPerPixel)
            grid = PatchGrid(side: resolution > 2 ? 32 : 64, micronsPerPixel: resolution)
        }
    }

    var isSynthetic: Bool { generator != nil }

    /// At most two slides of each hospital, of two patients: one with metastases, one without.
    func slides(in lesson: Lesson) throws -> [LessonSlide] {
        guard let generator else {
            let real = try CamelyonFolder(url: folder, skippingIncompletePatients: true)
            return try Self.chosen(real.patients.flatMap(Self.candidates))
        }
        try generator.generate(into: folder, slides: [])
        let chosen = try Self.chosen(generator.plan.patients.flatMap(candidates))
        try lesson.progress("Painting \(chosen.count) synthetic slides (once)") { report in
            try generator.generate(
                into: folder, slides: chosen.map(\.name), progress: report)
        }
        return chosen
    }

    private static func candidates(of patient: CamelyonPatient) -> [LessonSlide] {
        patient.nodes.map { node in
            LessonSlide(
                name: node.name, patient: patient.number, center: patient.center,
                type: node.type, file: node.slide, annotation: node.annotation)
        }
    }

    private func candidates(of patient: SyntheticPatient) -> [LessonSlide] {
        patient.slides.map { slide in
            LessonSlide(
                name: slide.name, patient: patient.number, center: patient.center,
                type: slide.type, file: folder.appendingPathComponent(slide.slidePath),
                annotation: slide.type == .negative
                    ? nil : folder.appendingPathComponent(slide.annotationPath))
        }
    }

    /// The slide with most outlines, and one of another patient (if there is one) without any.
    private static func chosen(_ all: [LessonSlide]) throws -> [LessonSlide] {
        try Set(all.map(\.center)).sorted().flatMap { center -> [LessonSlide] in
            let here = all.filter { $0.center == center }
            let outlined = try here.filter { $0.type == .macro && $0.annotation != nil }
                .map { slide in
                    (slide: slide, count: try slide.outlines().count { $0.kind == .tumor })
                }
                .filter { $0.count > 0 }
            let most = outlined.map(\.count).max()
            let positive = outlined.first { $0.count == most }?.slide
            let negative = here.filter { $0.type == .negative }
            let same = negative.first { $0.patient == positive?.patient }
            let other = negative.first { $0.patient != positive?.patient }
            return [positive, same, other].compactMap(\.self)
        }
    }
}

/// One slide of the lesson.
struct LessonSlide: Sendable {
    let name: String
    let patient: Int
    let center: Int
    let type: MetastasisType
    let file: URL
    let annotation: URL?

    var isPositive: Bool { type != .negative }

    func open() throws -> SlideFile { try SlideFile(file) }

    /// The outlines of its metastases, the longest first.
    func outlines() throws -> [Annotation] {
        guard let annotation else { return [] }
        return try AnnotationFile(annotation).annotations
            .sorted { $0.outline.count > $1.outline.count }
    }
}
