/// The marked body of an exercise's solution, in which a lesson's listing must not give it away.
struct SolutionBody {
    /// The function that it belongs to.
    let function: String

    private let tokens: [Substring]
    private let masked: [Substring]

    /// The bodies between `// BEGIN SOLUTION` and `// END SOLUTION`.
    static func all(in solutions: String) -> [SolutionBody] {
        var bodies: [SolutionBody] = []
        var (function, lines, isInside) = ("", [Substring](), false)
        for line in solutions.split(whereSeparator: \.isNewline) {
            if let match = line.firstMatch(of: /func (\w+)/), !isInside {
                function = String(match.1)
            }
            if line.contains("// BEGIN SOLUTION") {
                (lines, isInside) = ([], true)
            } else if line.contains("// END SOLUTION") {
                isInside = false
                bodies.append(SolutionBody(function: function, code: lines.joined(separator: "\n")))
            } else if isInside {
                lines.append(line)
            }
        }
        return bodies
    }

    init(function: String, code: String) {
        self.function = function
        tokens = Self.tokens(of: code)
        masked = Self.masked(tokens)
    }

    /// Whether a listing shows so much of the body that nothing is left to find: most of it, or a long
    /// run word for word; with other names too.
    func isShown(by listing: String) -> Bool {
        let shown = Self.tokens(of: listing)
        let same = Self.longestRun(tokens, shown)
        let alike = Self.longestRun(masked, Self.masked(shown))
        let size = Double(tokens.count)
        return same >= 30 || same >= 12 && Double(same) >= 0.5 * size
            || alike >= 16 && Double(alike) >= 0.7 * size
    }

    /// Words, numbers and signs, without comments.
    private static func tokens(of code: String) -> [Substring] {
        code.split(whereSeparator: \.isNewline).flatMap { line -> [Substring] in
            let text = line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
            return text.matches(of: /[A-Za-z_$][\w]*|\d[\d.e]*|[^\s\w]/).map { text[$0.range] }
        }
    }

    /// The tokens with all names alike.
    private static func masked(_ tokens: [Substring]) -> [Substring] {
        tokens.map { $0.first.map { $0.isLetter || "_$".contains($0) } ?? false ? "name" : $0 }
    }

    /// The length of the longest run of tokens that stands in both.
    private static func longestRun(_ first: [Substring], _ second: [Substring]) -> Int {
        var longest = 0
        var previous = [Int](repeating: 0, count: second.count + 1)
        for token in first {
            var current = [Int](repeating: 0, count: second.count + 1)
            for (index, other) in second.enumerated() where other == token {
                current[index + 1] = previous[index] + 1
                longest = max(longest, current[index + 1])
            }
            previous = current
        }
        return longest
    }
}
