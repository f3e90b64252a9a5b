import Foundation

/// The files that belong to one slide, whose patient and label need not be known.
public struct SlideFiles: Sendable, Hashable {
    /// The name of the slide, such as "patient_012_node_3".
    public var name: String

    /// The slide file.
    public var file: URL

    /// The outlines of its metastases, if there are any.
    public var annotation: URL?

    /// The mask of its metastases, if there is one.
    public var mask: URL?

    /// The type of its largest metastasis; nil if nobody says.
    public var type: MetastasisType?

    /// The resolution that counts in place of the file's own.
    public var micronsPerPixel: MicronsPerPixel?

    /// The part of the file that is the slide; nil for all of it.
    public var region: BaselineRectangle?

    /// The files of a slide.
    public init(
        name: String, file: URL, annotation: URL? = nil, mask: URL? = nil,
        type: MetastasisType? = nil, micronsPerPixel: MicronsPerPixel? = nil,
        region: BaselineRectangle? = nil
    ) {
        self.name = name
        self.file = file
        self.annotation = annotation
        self.mask = mask
        self.type = type
        self.micronsPerPixel = micronsPerPixel
        self.region = region
    }

    /// The files of a slide of which all is known.
    public init(_ slide: SlideRecord) {
        self.init(
            name: slide.name, file: slide.file, annotation: slide.annotation, mask: slide.mask,
            type: slide.type, micronsPerPixel: slide.micronsPerPixel, region: slide.region)
    }
}
