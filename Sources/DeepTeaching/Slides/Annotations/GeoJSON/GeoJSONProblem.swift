/// What can be wrong inside a GeoJSON file.
public enum GeoJSONProblem: Error, Sendable, Equatable {
    /// The file has more bytes than are read.
    case tooLarge(bytes: Int, limit: Int)

    /// A byte belongs to no letter of UTF-8; `offset` counts the bytes of the file from 0.
    case notText(offset: Int)

    /// The file is not JSON, is cut off, or nests deeper than is read.
    case notJSON

    /// The outermost object is neither a collection of features nor a feature; `type` is what it says.
    case wrongRoot(String)

    /// A value is missing, or of another kind than it must be; `place` is the way to it.
    case wrongValue(place: String)

    /// A member of a collection is something other than a feature.
    case notAFeature(String)

    /// The geometry is of a type that GeoJSON does not have.
    case unknownGeometry(String)

    /// A position does not have two or three numbers.
    case wrongPosition(numbers: Int)

    /// A coordinate is further away than any slide reaches.
    case outOfReach(Double)

    /// The last position of a ring is not the first.
    case openRing(corners: Int)

    /// A ring has more corners than are read.
    case ringTooLong(corners: Int, limit: Int)

    /// The colour of a class is not three numbers from 0 to 255.
    case wrongColor([Int])

    /// The class of an annotation says neither tumour nor hole.
    case unknownClass(annotation: String, name: String)

    /// Tumour was expected, but no outline encloses any.
    case noTumor
}

extension GeoJSONProblem: CustomStringConvertible {
    /// A sentence that says what is wrong, and what to do.
    public var description: String {
        switch self {
        case .tooLarge(let bytes, let limit):
            "the file has \(bytes) bytes, and at most \(limit) are read. Export fewer objects, for "
                + "example the annotations without the detections."
        case .notText(let offset):
            "byte \(offset) belongs to no letter of UTF-8. Save the file as UTF-8."
        case .notJSON:
            "the JSON breaks off, is malformed, or nests too deep. Copy the file again, or export it "
                + "again."
        case .wrongRoot(let type):
            "the outermost object is of type \"\(type)\", not a FeatureCollection. Export the "
                + "objects from QuPath as GeoJSON again."
        case .wrongValue(let place):
            "\(place.isEmpty ? "the outermost value" : place) is missing or of the wrong kind. Export "
                + "the objects from QuPath as GeoJSON again."
        case .notAFeature(let type):
            "it is of type \"\(type)\", not a Feature. Export the objects from QuPath as GeoJSON again."
        case .unknownGeometry(let type):
            "its geometry is of type \"\(type)\", which GeoJSON does not have. Write Polygon or "
                + "MultiPolygon."
        case .wrongPosition(let numbers):
            "a position has \(numbers) numbers. Write x and y in level-0 pixels."
        case .outOfReach(let number):
            "the coordinate \(number) is further away than any slide reaches. Export it again in "
                + "level-0 pixels."
        case .openRing(let corners):
            "a ring of \(corners) positions does not end where it began. Repeat the first position "
                + "at the end, or export it again: it may be cut off."
        case .ringTooLong(let corners, let limit):
            "a ring has \(corners) positions, and at most \(limit) are read. Simplify its shape."
        case .wrongColor(let color):
            "the colour of its class is \(color). Write three numbers from 0 to 255."
        case .unknownClass(let annotation, let name):
            (name.isEmpty ? "it has no class" : "the class \"\(name)\" says neither tumour nor hole")
                + (annotation.isEmpty ? "" : " (\"\(annotation)\")")
                + ". Give it the class Tumor or Exclusion, or say what unknown classes shall be."
        case .noTumor:
            "the slide holds tumour, but the file outlines none. Draw it, or copy the file again."
        }
    }
}

extension GeoJSONProblem {
    /// What the decoder did not like, and in which feature, from 1.
    static func of(_ error: any Error) -> (problem: GeoJSONProblem, feature: Int?) {
        let path: [any CodingKey]
        switch error as? DecodingError {
        case .keyNotFound(let key, let context): path = context.codingPath + [key]
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            path = context.codingPath
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            path = context.codingPath
        default: return (.notJSON, nil)
        }
        // The way leads through the list of features, if it is a list.
        let isListed = path.first?.intValue != nil
        let rest = path.first?.stringValue == "features" ? path.dropFirst() : path[...]
        let feature = rest.first?.intValue
        let place = (feature == nil ? rest : rest.dropFirst()).map { key in
            key.intValue.map { "[\($0)]" } ?? ".\(key.stringValue)"
        }.joined()
        return (
            .wrongValue(place: String(place.trimmingPrefix("."))),
            feature.map { $0 + 1 } ?? (isListed || path.isEmpty ? nil : 1)
        )
    }
}
