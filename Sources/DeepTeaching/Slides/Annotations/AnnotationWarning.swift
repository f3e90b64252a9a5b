/// An annotation of a file that encloses nothing, and so became no outline.
///
/// The file is sound otherwise: viewers store a stray click, a dot and a measured line too.
public enum AnnotationWarning: Sendable, Equatable {
    /// An area of no, one or two corners, as a stray click leaves it.
    case tooFewCorners(annotation: String, count: Int, line: Int)

    /// An area whose corners lie on one line or in one place.
    case noArea(annotation: String, count: Int, line: Int)

    /// A dot, a set of points or a measured line.
    case noOutline(annotation: String, type: String, line: Int)
}

extension AnnotationWarning: CustomStringConvertible {
    /// A sentence that says what was passed over, and where.
    public var description: String {
        switch self {
        case .tooFewCorners(let annotation, let count, let line):
            "Line \(line): \"\(annotation)\" has \(count == 1 ? "1 corner" : "\(count) corners"), "
                + "but an area needs three. It is passed over."
        case .noArea(let annotation, let count, let line):
            "Line \(line): the \(count) corners of \"\(annotation)\" enclose no area. It is passed "
                + "over."
        case .noOutline(let annotation, let type, let line):
            "Line \(line): \"\(annotation)\" is of type \(type), which encloses nothing. It is "
                + "passed over."
        }
    }
}
