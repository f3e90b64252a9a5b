import DeepTeaching
import Foundation
import SyntheticCohort

/// One slide with all that is known of it.
public struct LessonSlide: Sendable, Hashable {
    /// The name, such as "patient_020_node_1".
    public let name: String

    /// The number of the patient.
    public let patient: Int

    /// The hospital, from 0.
    public let center: Int

    /// The largest metastasis that the slide holds.
    public let type: MetastasisType

    /// The file.
    public let file: URL

    /// The file of the outlines; nil if nobody drew any.
    public private(set) var annotation: URL?

    /// The resolution that counts in place of the file's own; nil leaves it to the file.
    public let micronsPerPixel: MicronsPerPixel?

    /// A slide of a folder in the layout of CAMELYON17.
    public init(_ node: CamelyonNode, of patient: CamelyonPatient) {
        name = node.name
        self.patient = patient.number
        center = patient.center
        type = node.type
        file = node.slide
        annotation = node.annotation
        micronsPerPixel = node.micronsPerPixel
    }

    /// A slide of a synthetic cohort in a folder; it need not be painted yet.
    init(_ slide: SyntheticSlide, of patient: SyntheticPatient, in folder: URL) {
        name = slide.name
        self.patient = patient.number
        center = patient.center
        type = slide.type
        file = folder.appendingPathComponent(slide.slidePath)
        annotation =
            slide.type == .negative ? nil : folder.appendingPathComponent(slide.annotationPath)
        micronsPerPixel = nil
    }

    /// The files of the slide, to be checked.
    public var files: SlideFiles {
        SlideFiles(name: name, slide: file, annotation: annotation, type: type)
    }

    /// The same slide with nothing known of where its metastases lie.
    var withoutOutlines: LessonSlide {
        var slide = self
        slide.annotation = nil
        return slide
    }

    /// Whether it holds any metastasis.
    public var isPositive: Bool { type != .negative }

    /// Whether what its patches show is known: it is negative, or somebody drew outlines.
    public var isLabeled: Bool { !isPositive || annotation != nil }

    /// Opens the slide. Handles keep many megabytes, so they are closed soon.
    ///
    /// - Throws: `SlideError` if the file cannot be read.
    public func open() throws -> any Slide {
        let slide = try SlideFile(file)
        guard let micronsPerPixel else { return slide }
        return ResolvedSlide(slide, micronsPerPixel: micronsPerPixel)
    }

    /// The outlines of its metastases, the longest first.
    ///
    /// - Throws: `SlideError` if the file cannot be read, or the slide holds a metastasis and the file
    ///   outlines none.
    public func outlines() throws -> [Annotation] {
        guard let annotation else { return [] }
        return try AnnotationFile(annotation, requiringTumor: isPositive).annotations
            .sorted { $0.outline.count > $1.outline.count }
    }
}
