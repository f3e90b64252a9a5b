/// An outline that a pathologist drew on a slide.
public struct Annotation: Sendable, Equatable, Codable {
    /// What the outline holds.
    public enum Kind: String, Sendable, Codable {
        /// Metastasis: foreground.
        case tumor

        /// A hole in a metastasis: what lies inside is not tumour.
        case exclusion
    }

    /// The name that the file gives it, such as "Annotation 0".
    public var name: String

    /// Tumour or hole.
    public var kind: Kind

    /// The corners in the order in which they are connected; the last joins the first.
    public var outline: [BaselinePoint]

    /// Holes of this outline alone: what lies in them may belong to another outline. Files of ASAP
    /// have none, there a hole is an exclusion.
    public var holes: [[BaselinePoint]]

    /// An outline with its name and kind.
    public init(
        name: String, kind: Kind, outline: [BaselinePoint], holes: [[BaselinePoint]] = []
    ) {
        self.name = name
        self.kind = kind
        self.outline = outline
        self.holes = holes
    }

    /// What it encloses.
    public var area: Polygon<BaselinePoint> { Polygon(exterior: outline, holes: holes) }
}
