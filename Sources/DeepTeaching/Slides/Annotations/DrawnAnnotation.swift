/// An annotation as it stands in a file, before it is known what its group holds.
struct DrawnAnnotation {
    /// What an annotation turns out to be.
    enum Judgement {
        case outline(Annotation)
        case nothing(AnnotationWarning)
    }

    /// What ASAP draws, by whether it encloses an area.
    private static let enclosing: [String: Bool] = [
        "polygon": true, "spline": true, "rectangle": true,
        "dot": false, "pointset": false, "measurement": false,
    ]

    let name: String
    let type: String
    let group: String

    /// The line in which it begins.
    let line: Int

    /// The corners by their order.
    private(set) var corners: [(order: Int, point: BaselinePoint)] = []

    private let isArea: Bool

    /// - Throws: `AnnotationProblem.unknownType`, since what the type meant would be lost.
    init(_ attributes: [String: String], line: Int) throws {
        name = attributes["Name"] ?? ""
        type = attributes["Type"] ?? "Polygon"
        group = attributes["PartOfGroup"] ?? ""
        self.line = line
        guard let isArea = Self.enclosing[type.lowercased()] else {
            throw AnnotationFailure(
                problem: .unknownType(annotation: name, type: type), line: line)
        }
        self.isArea = isArea
    }

    /// - Throws: `AnnotationProblem.tooManyCorners`.
    mutating func append(_ point: BaselinePoint, order: Int, line: Int) throws {
        guard corners.count < SlideLimits.corners else {
            throw AnnotationFailure(
                problem: .tooManyCorners(annotation: name, limit: SlideLimits.corners), line: line)
        }
        corners.append((order, point))
    }

    /// Sorts the corners; two of the same order are a problem.
    mutating func close(line: Int) throws {
        corners.sort { $0.order < $1.order }
        for (first, second) in zip(corners, corners.dropFirst()) where first.order == second.order {
            throw AnnotationFailure(
                problem: .repeatedOrder(annotation: name, order: first.order), line: line)
        }
    }

    /// The outline, or why it is none.
    func judged(
        by groups: AnnotationGroups, unknownKind: Annotation.Kind?
    ) throws -> Judgement {
        let count = corners.count
        guard isArea else {
            return .nothing(.noOutline(annotation: name, type: type, line: line))
        }
        guard count >= 3 else {
            return .nothing(.tooFewCorners(annotation: name, count: count, line: line))
        }
        let outline = corners.map(\.point)
        guard outline.enclosesArea else {
            return .nothing(.noArea(annotation: name, count: count, line: line))
        }
        let hasGroup = !group.isEmpty && group.lowercased() != "none"
        guard let kind = groups.kind(of: hasGroup ? group : name) ?? unknownKind else {
            throw AnnotationFailure(
                problem: .unknownGroup(annotation: name, group: group), line: line)
        }
        return .outline(Annotation(name: name, kind: kind, outline: outline))
    }
}
