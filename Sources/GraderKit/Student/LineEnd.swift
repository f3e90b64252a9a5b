/// How a text ends its lines.
///
/// In Swift "\r\n" is one character, so that a search for "\n" finds no line of a text from
/// Windows. Whoever looks at lines therefore asks here.
public enum LineEnd: Character, Sendable, CaseIterable {
    /// Line feed: Linux, macOS.
    case lineFeed = "\n"

    /// Carriage return and line feed: Windows, and Git with `core.autocrlf`.
    case windows = "\r\n"

    /// Carriage return alone: some old editors.
    case carriageReturn = "\r"
}

extension Character {
    /// Whether it ends a line of source. `isNewline` is wider: it takes form feeds and line
    /// separators too, which neither the compiler nor editors count.
    public var isLineEnd: Bool { LineEnd(rawValue: self) != nil }
}

extension StringProtocol {
    /// The lines, however they end; after a last line end stands an empty one.
    public var sourceLines: [SubSequence] {
        split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd)
    }
}

extension String {
    /// The line end that most lines have, or nil if there is only one line.
    public var lineEnd: LineEnd? {
        var counts: [LineEnd: Int] = [:]
        for end in lazy.compactMap(LineEnd.init(rawValue:)) { counts[end, default: 0] += 1 }
        let most = counts.values.max()
        return LineEnd.allCases.first { counts[$0] == most && most != nil }
    }

    /// The same lines with other ends.
    public func withLineEnds(_ end: LineEnd) -> String {
        sourceLines.joined(separator: String(end.rawValue))
    }
}
