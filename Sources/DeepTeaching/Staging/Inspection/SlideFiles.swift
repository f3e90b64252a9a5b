import Foundation

/// The files that belong to one slide, and the label that its patient's table gives it.
public struct SlideFiles: Sendable, Hashable {
    /// The name of the slide, such as "patient_012_node_3".
    public var name: String

    /// The slide file.
    public var slide: URL

    /// The outlines of its metastases, if there are any.
    public var annotation: URL?

    /// The mask of its metastases, if there is one.
    public var mask: URL?

    /// The type of its largest metastasis; nil if nobody says.
    public var type: MetastasisType?

    /// The files of a slide.
    public init(
        name: String, slide: URL, annotation: URL? = nil, mask: URL? = nil,
        type: MetastasisType? = nil
    ) {
        self.name = name
        self.slide = slide
        self.annotation = annotation
        self.mask = mask
        self.type = type
    }

    /// The files of a node.
    public init(_ node: CamelyonNode) {
        self.init(
            name: node.name, slide: node.slide, annotation: node.annotation, mask: node.mask,
            type: node.type)
    }
}
