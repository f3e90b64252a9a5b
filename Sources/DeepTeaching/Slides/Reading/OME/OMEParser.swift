import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Looks for the first picture in OME-XML, and passes over all else.
final class OMEParser: NSObject, XMLParserDelegate {
    /// The attributes of the first `Pixels`.
    private(set) var pixels: [String: String]?

    /// The directory in which its first plane lies.
    private(set) var firstDirectory = 0

    private(set) var pictureCount = 0
    private var hasPlace = false
    private var hasRoot = false
    private var failure: OMEProblem?

    /// Reads a whole text in UTF-8 without a declaration; a parser serves one text.
    func parse(_ text: Data) throws {
        // A stream, because memory that is handed over at once is parsed up to 10 megabytes only.
        let parser = XMLParser(stream: InputStream(data: text))
        parser.delegate = self
        let isWhole = parser.parse()
        if let failure { throw failure }
        guard isWhole, parser.parserError == nil, hasRoot else {
            throw OMEProblem.notXML(line: max(1, parser.lineNumber))
        }
    }

    /// Called by the XML parser where an element begins.
    func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) {
        // Some programs write a prefix: "OME:Pixels".
        switch element.split(separator: ":").last.map(String.init) ?? element {
        case "OME": hasRoot = true
        case "Pixels":
            pictureCount += 1
            if pixels == nil { pixels = attributes }
        case "TiffData" where pictureCount == 1 && !hasPlace:
            hasPlace = true
            guard let text = attributes["IFD"] else { return }
            guard let number = Int(text), number >= 0 else {
                return fail(.unusable(attribute: "IFD", value: text), parser)
            }
            firstDirectory = number
        default: break
        }
    }

    /// Called by the XML parser at the first thing that is no XML, and perhaps at others after it.
    func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
        fail(.notXML(line: max(1, parser.lineNumber)), parser)
    }

    private func fail(_ problem: OMEProblem, _ parser: XMLParser) {
        guard failure == nil else { return }
        failure = problem
        parser.abortParsing()
    }
}
