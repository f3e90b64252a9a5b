/// A line of the file.
struct SourceLine {
    /// From 1.
    let number: Int
    let text: String

    var isBlank: Bool { text.allSatisfy(\.isWhitespace) }

    /// The lines of a text, without the ends that Windows gives them.
    static func all(of text: String) -> [SourceLine] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
            .map { SourceLine(number: $0 + 1, text: String($1)) }
    }
}

extension [SourceLine] {
    /// The words of a paragraph, without its line breaks.
    var joined: String {
        flatMap { $0.text.split(whereSeparator: \.isWhitespace) }.joined(separator: " ")
    }
}

extension String {
    var trimmed: String {
        let start = drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }

    /// What stands behind a prefix, or nil.
    func after(_ prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }
}
