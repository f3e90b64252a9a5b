import Foundation

/// The text of an XML file in UTF-8, whatever its encoding was.
///
/// The bytes are checked here, because Foundation's XML parser ends the process at bytes that are
/// no UTF-8, and at an empty processing instruction. The declaration is blanked out, so that it
/// says nothing false of the new encoding; a document type is refused, so that no entity can be
/// defined, be it one that grows without bound or one that reads another file.
struct AnnotationText {
    /// The bytes of the text, without a declaration; each line stands where it stood.
    let utf8: Data

    init(_ data: Data) throws {
        var text = try Self.decoded(Data(data))
        if let declaration = Self.declaration(of: text) {
            // It is not seen by the parser, which would refuse a damaged one.
            guard Self.isWellFormed(declaration: text[declaration]) else {
                throw AnnotationFailure(problem: .notXML, line: 1)
            }
            let blank = text[declaration].map { $0 == UInt8(ascii: "\n") ? $0 : UInt8(ascii: " ") }
            text.replaceSubrange(declaration, with: blank)
        }
        try Self.refuseDocumentType(in: text)
        utf8 = Self.withoutEmptyInstructions(text)
    }

    /// The bytes in UTF-8, without a byte-order mark.
    private static func decoded(_ data: Data) throws -> Data {
        let unicode = UnicodeText(data)
        if unicode.isWide {
            guard let text = unicode.text else {
                throw AnnotationFailure(
                    problem: .notText(offset: unicode.firstFaultyByte), line: 1)
            }
            return Data(text.utf8)
        }
        let name = declaration(of: data).flatMap { encodingName(in: data[$0]) } ?? "utf-8"
        if let encoding = singleByteEncodings[name] {
            guard let text = String(data: data, encoding: encoding) else {
                throw AnnotationFailure(problem: .notText(offset: 0), line: 1)
            }
            return Data(text.utf8)
        }
        // Some programs write UTF-8 and declare UTF-16.
        guard name.hasPrefix("utf") || name.hasSuffix("ascii") else {
            throw AnnotationFailure(problem: .unknownEncoding(name), line: 1)
        }
        guard let text = unicode.text else {
            let offset = unicode.firstFaultyByte
            let line = 1 + data.prefix(offset).count { $0 == UInt8(ascii: "\n") }
            throw AnnotationFailure(problem: .notText(offset: offset), line: line)
        }
        return Data(text.utf8)
    }

    private static let singleByteEncodings: [String: String.Encoding] = [
        "iso-8859-1": .isoLatin1, "iso8859-1": .isoLatin1, "latin1": .isoLatin1,
        "latin-1": .isoLatin1, "windows-1252": .windowsCP1252, "cp1252": .windowsCP1252,
    ]

    /// Where `<?xml ... ?>` stands, if the text begins with it.
    private static func declaration(of text: Data) -> Range<Data.Index>? {
        guard text.starts(with: Data("<?xml".utf8)),
            let end = text.prefix(1024).range(of: Data("?>".utf8))
        else { return nil }
        return text.startIndex..<end.upperBound
    }

    /// Whether a declaration is one by the grammar of XML 1.0.
    private static func isWellFormed(declaration: Data) -> Bool {
        let quoted = { (value: String) in "(?:\"\(value)\"|'\(value)')" }
        let pattern =
            #"<\?xml\s+version\s*=\s*"# + quoted(#"1\.[0-9]+"#)
            + #"(?:\s+encoding\s*=\s*"# + quoted("[A-Za-z][A-Za-z0-9._-]*") + ")?"
            + #"(?:\s+standalone\s*=\s*"# + quoted("(?:yes|no)") + #")?\s*\?>"#
        let text = String(decoding: declaration, as: UTF8.self)
        return text.range(of: "^" + pattern + "$", options: .regularExpression) != nil
    }

    /// The name behind `encoding=`, in lower case.
    private static func encodingName(in declaration: Data) -> String? {
        let text = String(decoding: declaration, as: UTF8.self)
        return text.firstMatch(of: /\sencoding\s*=\s*["']([^"']*)["']/)
            .map { $0.1.lowercased() }
    }

    /// Writes `<?name?>` as `<?name ?>`, which says the same.
    private static func withoutEmptyInstructions(_ text: Data) -> Data {
        var result = Data()
        var rest = text[...]
        while let open = rest.range(of: Data("<?".utf8)),
            let close = rest[open.upperBound...].range(of: Data("?>".utf8))
        {
            result += rest[..<close.lowerBound] + Data(" ?>".utf8)
            rest = rest[close.upperBound...]
        }
        return result.isEmpty ? text : result + rest
    }

    /// Looks through what stands before the first element.
    private static func refuseDocumentType(in text: Data) throws {
        let skipped = [("<!--", "-->"), ("<?", "?>")]
        var rest = text[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[start...]
            if rest.starts(with: Data("<!DOCTYPE".utf8)) {
                let line = 1 + text[..<start].count { $0 == UInt8(ascii: "\n") }
                throw AnnotationFailure(problem: .documentType, line: line)
            }
            guard let (_, end) = skipped.first(where: { rest.starts(with: Data($0.0.utf8)) }),
                let close = rest.range(of: Data(end.utf8))
            else { return }
            rest = rest[close.upperBound...]
        }
    }
}
