/// Lines of code in at most some columns: what is too wide goes on below, behind a mark, so that
/// nobody takes the rest for a line of its own.
enum CodeText {
    private static let mark = "↳ "

    static func lines(_ code: String, width: Int) -> [String] {
        code.split(separator: "\n", omittingEmptySubsequences: false)
            .flatMap { wrapped(String($0), width: width) }
    }

    private static func wrapped(_ line: String, width: Int) -> [String] {
        let indent = min(line.prefix { $0 == " " }.count + 2, width / 2)
        let hanging = String(repeating: " ", count: indent) + mark
        var lines: [String] = []
        var (prefix, rest) = ("", Substring(line))
        while TextWidth.of(prefix) + TextWidth.of(rest) > width {
            let end = end(of: rest, columns: max(1, width - TextWidth.of(prefix)))
            lines.append(prefix + String(rest[..<end]).trimmingTrailingSpaces)
            rest = rest[end...].drop { $0 == " " }
            prefix = hanging
        }
        return lines + [prefix + rest]
    }

    /// Where to break: after the last space or comma that fits, else wherever the line is full.
    private static func end(of text: Substring, columns: Int) -> Substring.Index {
        var (index, used) = (text.startIndex, 0)
        var best: Substring.Index?
        var isIndentation = true
        while index < text.endIndex {
            used += TextWidth.of(text[index])
            if used > columns { break }
            let isSpace = text[index] == " "
            isIndentation = isIndentation && isSpace
            index = text.index(after: index)
            if isSpace && !isIndentation { best = index }
        }
        // A space just behind the full line is a place to break too.
        if index < text.endIndex, text[index] == " " { return index }
        return best ?? (index == text.startIndex ? text.index(after: index) : index)
    }
}
