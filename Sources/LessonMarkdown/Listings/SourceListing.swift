/// Lines of a compiled source that a lesson shows.
public struct SourceListing: Sendable, Equatable, Codable {
    /// The name between `// listing: NAME` and `// end listing`.
    public let name: String

    /// The file, from the folder of the package.
    public let file: String

    /// The line of the file on which the code begins, from 1.
    public let line: Int

    /// The lines, without the indentation that all of them share.
    public let code: String

    /// A listing whose lines are known.
    public init(name: String, file: String, line: Int, code: String) {
        self.name = name
        self.file = file
        self.line = line
        self.code = code
    }

    /// The line behind the last one.
    public var endLine: Int {
        line + code.split(separator: "\n", omittingEmptySubsequences: false).count
    }
}

extension SourceListing {
    static let begin = "// listing: "
    static let end = "// end listing"

    /// The listings of a source, and what is wrong with their marks.
    public static func all(
        in source: String, file: String
    ) -> (listings: [SourceListing], problems: [TextProblem]) {
        guard source.contains(begin) || source.contains(end) else { return ([], []) }
        var listings: [SourceListing] = []
        var problems: [TextProblem] = []
        var open: (name: String, line: Int, lines: [Substring])?
        for (index, line) in source.split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline
        ).enumerated() {
            let trimmed = String(line).trimmed
            if let name = trimmed.after(begin) {
                if let open { problems.append(notClosed(open.name, file, open.line)) }
                open = (name.trimmed, index + 1, [])
            } else if trimmed == end {
                guard let closed = open else {
                    problems.append(
                        TextProblem(file: file, line: index + 1, "\(end) closes no listing"))
                    continue
                }
                listings.append(
                    SourceListing(
                        name: closed.name, file: file, line: closed.line + 1,
                        code: withoutSharedIndentation(closed.lines)))
                open = nil
            } else {
                open?.lines.append(line)
            }
        }
        if let open { problems.append(notClosed(open.name, file, open.line)) }
        return (listings, problems)
    }

    private static func notClosed(_ name: String, _ file: String, _ line: Int) -> TextProblem {
        TextProblem(file: file, line: line, "the listing \(name) is not closed: \(end)")
    }

    private static func withoutSharedIndentation(_ lines: [Substring]) -> String {
        let filled = lines.filter { !$0.allSatisfy(\.isWhitespace) }
        let indentation = filled.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        return lines.map { $0.dropFirst(indentation) }.joined(separator: "\n")
    }
}
