import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Follows the elements of an annotation file and stops at the first thing that is wrong.
///
/// Only known elements hold annotations and coordinates. A misspelt one is refused: passing over it
/// would lose outlines, and the slide would look free of tumour.
final class AnnotationParser: NSObject, XMLParserDelegate {
    /// Where the elements that matter stand, and nowhere else.
    private static let holders = [
        "Annotations": "ASAP_Annotations", "Annotation": "Annotations",
        "Coordinates": "Annotation", "Coordinate": "Coordinates",
    ]

    /// What stands in an element that holds nothing else.
    private static let contents = ["Annotations": "Annotation", "Coordinates": "Coordinate"]

    /// The annotations in the order of the file.
    private(set) var annotations: [DrawnAnnotation] = []

    /// The groups of the file.
    private(set) var groups = AnnotationGroups()

    private var open: DrawnAnnotation?
    private var path: [String] = []
    private var hasRoot = false
    private var failure: AnnotationFailure?

    /// Reads a whole file in UTF-8 without a declaration; a parser serves one file.
    func parse(_ text: Data) throws {
        // A stream, because memory that is handed over at once is parsed up to 10 megabytes only.
        let parser = XMLParser(stream: InputStream(data: text))
        parser.delegate = self
        let isWhole = parser.parse()
        if let failure { throw failure }
        // Success may be reported with an error set, or for nothing at all.
        guard isWhole, parser.parserError == nil, hasRoot, path.isEmpty else {
            throw AnnotationFailure(problem: .notXML, line: max(1, parser.lineNumber))
        }
    }

    /// Called by the XML parser where an element begins.
    func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) {
        stopAtFailure(parser) { line in
            try check(element, line: line)
            path.append(element)
            switch element {
            case "Annotation": open = try DrawnAnnotation(attributes, line: line)
            case "Coordinate": try addCorner(attributes, line: line)
            case "Group": addGroup(attributes)
            default: break
            }
        }
    }

    /// Called by the XML parser where an element ends.
    func parser(
        _ parser: XMLParser, didEndElement element: String, namespaceURI: String?,
        qualifiedName: String?
    ) {
        stopAtFailure(parser) { line in
            path.removeLast()
            guard element == "Annotation", var annotation = open else { return }
            open = nil
            try annotation.close(line: line)
            annotations.append(annotation)
        }
    }

    /// Called by the XML parser at the first thing that is no XML, and perhaps at others after it.
    func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
        stopAtFailure(parser) { throw AnnotationFailure(problem: .notXML, line: max(1, $0)) }
    }

    /// Whether an element may stand where it stands.
    private func check(_ element: String, line: Int) throws {
        guard let parent = path.last else {
            guard element == "ASAP_Annotations", !hasRoot else {
                throw AnnotationFailure(problem: .wrongRoot(element), line: line)
            }
            hasRoot = true
            return
        }
        guard Self.contents[parent] ?? element == element, Self.holders[element] ?? parent == parent
        else {
            throw AnnotationFailure(
                problem: .misplaced(element: element, parent: parent), line: line)
        }
    }

    private func addCorner(_ attributes: [String: String], line: Int) throws {
        func problem(_ problem: AnnotationProblem) -> AnnotationFailure {
            AnnotationFailure(problem: problem, line: line)
        }
        func number(_ attribute: String) throws -> Double {
            guard let text = attributes[attribute] else {
                throw problem(.missingAttribute(element: "Coordinate", attribute: attribute))
            }
            guard let value = decimal(text) else {
                throw problem(.notANumber(attribute: attribute, value: text))
            }
            guard abs(value) <= BaselinePoint.reach else {
                throw problem(.outOfReach(attribute: attribute, value: text))
            }
            return value
        }
        let order = try number("Order")
        guard let order = Int(exactly: order) else {
            throw problem(.notANumber(attribute: "Order", value: "\(order)"))
        }
        try open?.append(
            BaselinePoint(x: try number("X"), y: try number("Y")), order: order, line: line)
    }

    private func addGroup(_ attributes: [String: String]) {
        guard let name = attributes["Name"] else { return }
        groups.add(name, partOf: attributes["PartOfGroup"])
    }

    /// Runs a step, and lets the parser end the file if it fails.
    private func stopAtFailure(_ parser: XMLParser, _ step: (_ line: Int) throws -> Void) {
        guard failure == nil else { return }
        let line = parser.lineNumber
        do {
            try step(line)
        } catch {
            failure = error as? AnnotationFailure ?? AnnotationFailure(problem: .notXML, line: line)
            parser.abortParsing()
        }
    }
}

/// A finite number in decimal notation, or nil: "0x1p3" and "nan" are no coordinates.
private func decimal(_ text: String) -> Double? {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }),
        let value = Double(text), value.isFinite
    else { return nil }
    return value
}
