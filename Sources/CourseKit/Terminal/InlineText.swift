/// A paragraph as runs of words that look alike: plain, emphasised, strong, code, a source.
struct InlineText {
    enum Style: Equatable {
        case plain, emphasis, strong, code, source

        /// Leads to a file, from the folder of the package, or to an address.
        case link(String)
    }

    struct Run: Equatable {
        var text: String
        let style: Style
    }

    /// The runs in reading order; together they are the paragraph without its marks.
    private(set) var runs: [Run] = []

    /// The paragraph without its marks.
    var plainText: String { runs.map(\.text).joined() }

    /// Reads `*emphasis*`, `**strong**`, `` `code` ``, `[words](target)` and `[KEY]`, where KEY is one
    /// of `sources`. A mark that is not closed, or stands alone as in "a * b", is text.
    init(_ text: String, sources: Set<String> = []) {
        var rest = Substring(text)
        while let character = rest.first {
            if let (run, remainder) = Self.link(rest) {
                runs.append(run)
                rest = remainder
            } else if let (run, remainder) = Self.marked(
                rest, previous: runs.last, sources: sources)
            {
                runs.append(run)
                rest = remainder
            } else {
                appendPlain(character)
                rest = rest.dropFirst()
            }
        }
    }

    private mutating func appendPlain(_ character: Character) {
        if runs.last?.style == .plain {
            runs[runs.count - 1].text.append(character)
        } else {
            runs.append(Run(text: String(character), style: .plain))
        }
    }

    /// The link that the text begins with.
    private static func link(_ text: Substring) -> (Run, Substring)? {
        guard text.hasPrefix("["),
            let match = text.prefixMatch(of: /\[([^\[\]]+)\]\(([^()\s]+)\)/)
        else { return nil }
        let run = Run(text: String(match.1), style: .link(String(match.2)))
        return (run, text[match.range.upperBound...])
    }

    /// The run that the text begins with, if it begins with a mark that is closed.
    private static func marked(
        _ text: Substring, previous: Run?, sources: Set<String>
    ) -> (Run, Substring)? {
        for (open, close, style) in marks where text.hasPrefix(open) {
            let inner = text.dropFirst(open.count)
            guard let end = inner.firstRange(of: close), !end.isEmpty,
                end.lowerBound > inner.startIndex
            else { continue }
            let content = inner[..<end.lowerBound]
            if style == .source && !sources.contains(String(content)) { continue }
            if style == .emphasis || style == .strong {
                let startsWord = previous?.text.last.map { !$0.isLetter && !$0.isNumber } ?? true
                let touches = content.first != " " && content.last != " "
                guard startsWord && touches else { continue }
            }
            return (Run(text: String(content), style: style), inner[end.upperBound...])
        }
        return nil
    }

    private static let marks: [(String, String, Style)] = [
        ("**", "**", .strong), ("*", "*", .emphasis), ("`", "`", .code), ("[", "]", .source),
    ]
}

extension Substring {
    /// The first place where `text` stands.
    fileprivate func firstRange(of text: String) -> Range<Index>? {
        var position = startIndex
        while position < endIndex {
            let rest = self[position...]
            if rest.hasPrefix(text) {
                return position..<index(position, offsetBy: text.count)
            }
            position = index(after: position)
        }
        return nil
    }
}
