import Foundation

/// One slide with all that is known of it: whose lymph node it shows, what was found on it, and where
/// its files lie.
public struct SlideRecord: Sendable, Hashable {
    /// The name of the slide, such as "patient_012_node_3".
    public let name: String

    /// The number of the patient.
    public let patient: Int

    /// The number of the lymph node, 0 to 4.
    public let node: Int

    /// The medical centre, from 0.
    public let center: Int

    /// The true type of its largest metastasis.
    public let type: MetastasisType

    /// The slide file.
    public let file: URL

    /// The outlines of its metastases in ASAP XML or GeoJSON; nil if nobody drew any.
    public var annotation: URL?

    /// The mask of its metastases, if there is one.
    public let mask: URL?

    /// The resolution that counts in place of the file's own; nil leaves it to the file.
    public var micronsPerPixel: MicronsPerPixel?

    /// The part of the file that is the slide, in its level-0 pixels; nil for all of it.
    public var region: BaselineRectangle?

    /// A slide whose files need not be there yet.
    public init(
        name: String, patient: Int, node: Int, center: Int, type: MetastasisType, file: URL,
        annotation: URL? = nil, mask: URL? = nil, micronsPerPixel: MicronsPerPixel? = nil,
        region: BaselineRectangle? = nil
    ) {
        self.name = name
        self.patient = patient
        self.node = node
        self.center = center
        self.type = type
        self.file = file
        self.annotation = annotation
        self.mask = mask
        self.micronsPerPixel = micronsPerPixel
        self.region = region
    }

    /// Whether it holds any metastasis.
    public var isPositive: Bool { type.isPositiveSlide }

    /// Whether what its patches show is known: it is negative, or somebody drew outlines.
    public var isLabeled: Bool { !isPositive || annotation != nil }
}

/// What the files of a slide hold.
extension SlideRecord {
    /// Opens the slide. Handles keep many megabytes, so they are closed soon.
    ///
    /// - Throws: `SlideError` if the file cannot be read.
    public func open() throws -> any Slide {
        let slide = try openSlide(file, micronsPerPixel: micronsPerPixel)
        guard let region else { return slide }
        return try SlidePart(slide, region: region)
    }

    /// The outlines of its metastases, the longest first; of a part, in the part's own frame.
    ///
    /// - Throws: `SlideError` if the file cannot be read, or the slide holds a metastasis and the file
    ///   outlines none.
    public func outlines() throws -> [Annotation] {
        guard let annotation else { return [] }
        return try AnnotationFile(annotation, requiringTumor: isPositive).annotations
            .seen(in: region)
            .sorted { $0.outline.count > $1.outline.count }
    }
}
