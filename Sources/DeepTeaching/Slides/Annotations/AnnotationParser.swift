import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Follows the elements of an annotation file and stops at the first thing that is wrong.
final class AnnotationParser: NSObject, XMLParserDelegate {
    /// An annotation whose end has not come yet.
    private struct Open {
        let name: String
        let kind: Annotation.Kind
        var corners: [(order: Int, point: BaselinePoint)] = []
    }

    private struct Failure: Error {
        let problem: AnnotationProblem
    }

    // Other types, such as a dot or a measured line, enclose nothing.
    private static let areaTypes: Set<String> = ["polygon", "spline", "rectangle"]

    private let unknownKind: Annotation.Kind?
    private var annotations: [Annotation] = []
    private var open: Open?
    private var depth = 0
    private var hasRoot = false
    private var failure: (problem: AnnotationProblem, line: Int)?

    init(unknownKind: Annotation.Kind?) {
        self.unknownKind = unknownKind
    }

    /// The annotations of a whole file; a parser serves one file.
    func parse(_ data: Data, path: String) throws -> [Annotation] {
        let parser = XMLParser(data: data)
        parser.delegate = self
        let isWhole = parser.parse()
        if let failure {
            throw SlideError.annotations(
                path: path, line: failure.line, problem: failure.problem)
        }
        // On Linux, parsing nothing at all counts as success.
        guard isWhole, hasRoot, depth == 0 else {
            throw SlideError.annotations(
                path: path, line: max(1, parser.lineNumber), problem: .notXML)
        }
        return annotations
    }

    /// Called by the XML parser where an element begins.
    func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) {
        stopAtFailure(parser) {
            if depth == 0, element != "ASAP_Annotations" {
                throw Failure(problem: .wrongRoot(element))
            }
            hasRoot = true
            depth += 1
            switch element {
            case "Annotation": try begin(attributes)
            case "Coordinate": try addCorner(attributes)
            default: break
            }
        }
    }

    /// Called by the XML parser where an element ends.
    func parser(
        _ parser: XMLParser, didEndElement element: String, namespaceURI: String?,
        qualifiedName: String?
    ) {
        stopAtFailure(parser) {
            depth -= 1
            if element == "Annotation" { try end() }
        }
    }

    private func begin(_ attributes: [String: String]) throws {
        let type = attributes["Type"] ?? "Polygon"
        guard Self.areaTypes.contains(type.lowercased()) else { return }
        let name = attributes["Name"] ?? ""
        let group = attributes["PartOfGroup"] ?? ""
        let hasGroup = !group.isEmpty && group.lowercased() != "none"
        guard let kind = Annotation.Kind(group: hasGroup ? group : name) ?? unknownKind else {
            throw Failure(problem: .unknownGroup(annotation: name, group: group))
        }
        open = Open(name: name, kind: kind)
    }

    private func addCorner(_ attributes: [String: String]) throws {
        guard open != nil else { return }
        func number(_ attribute: String) throws -> Double {
            guard let text = attributes[attribute] else {
                throw Failure(
                    problem: .missingAttribute(element: "Coordinate", attribute: attribute))
            }
            guard let value = Double(text), value.isFinite else {
                throw Failure(problem: .notANumber(attribute: attribute, value: text))
            }
            return value
        }
        let order = try number("Order")
        guard let order = Int(exactly: order) else {
            throw Failure(problem: .notANumber(attribute: "Order", value: "\(order)"))
        }
        open?.corners.append((order, BaselinePoint(x: try number("X"), y: try number("Y"))))
    }

    private func end() throws {
        guard let annotation = open else { return }
        open = nil
        guard annotation.corners.count >= 3 else {
            throw Failure(
                problem: .tooFewCorners(
                    annotation: annotation.name, count: annotation.corners.count))
        }
        let corners = annotation.corners.sorted { $0.order < $1.order }
        for (first, second) in zip(corners, corners.dropFirst()) where first.order == second.order {
            throw Failure(
                problem: .repeatedOrder(annotation: annotation.name, order: first.order))
        }
        annotations.append(
            Annotation(
                name: annotation.name, kind: annotation.kind, outline: corners.map(\.point)))
    }

    /// Runs a step, and lets the parser end the file if it fails.
    private func stopAtFailure(_ parser: XMLParser, _ step: () throws -> Void) {
        guard failure == nil else { return }
        do {
            try step()
        } catch let error as Failure {
            failure = (error.problem, parser.lineNumber)
            parser.abortParsing()
        } catch {
            failure = (.notXML, parser.lineNumber)
            parser.abortParsing()
        }
    }
}
