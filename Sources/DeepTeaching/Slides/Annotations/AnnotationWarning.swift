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

    /// Something in a feature of GeoJSON, by its number in the file, from 1.
    case feature(number: Int, annotation: String, FeatureOddity)

    /// Objects of GeoJSON that a program found, not a pathologist.
    case detections(count: Int)

    /// What a feature of GeoJSON may hold and encloses nothing.
    public enum FeatureOddity: Sendable, Equatable {
        /// A point or a line.
        case noOutline(type: String)

        /// An outline, or a hole, of less than three corners, or whose corners lie on one line.
        case noArea(corners: Int)

        /// No geometry at all.
        case noGeometry
    }
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
        case .feature(let number, let annotation, let oddity):
            "Feature \(number)\(annotation.isEmpty ? "" : " (\"\(annotation)\")") "
                + "\(oddity.description). It is passed over."
        case .detections(let count):
            "\(count) \(count == 1 ? "object is a detection" : "objects are detections"), which a "
                + "program found and nobody drew: passed over."
        }
    }
}

extension AnnotationWarning.FeatureOddity: CustomStringConvertible {
    /// What is the case, as the middle of a sentence.
    public var description: String {
        switch self {
        case .noOutline(let type): "holds a \(type), which encloses nothing"
        case .noArea(let corners): "holds a ring of \(corners) corners that encloses no area"
        case .noGeometry: "has no shape"
        }
    }
}
