/// One small change of a solution: a range of its text, and what stands there instead.
public struct SourceChange: Sendable, Equatable {
    /// The kinds of changes, by what they try.
    public enum Kind: String, Sendable, CaseIterable {
        case comparison, range, arithmetic, assignment, sign, logic, extreme, end
        case integer, factor, rounding, boolean, statement, condition, iteration
    }

    /// What it tries.
    public let kind: Kind

    /// The places in the characters of the solution.
    let range: Range<Int>

    /// What stands there instead.
    let replacement: String

    init(_ kind: Kind, _ range: Range<Int>, _ replacement: String) {
        self.kind = kind
        self.range = range
        self.replacement = replacement
    }

    /// A token replaced.
    init(_ kind: Kind, _ token: SwiftToken, _ replacement: String) {
        self.init(kind, token.range, replacement)
    }

    /// The characters with the change made.
    func applied(to characters: [Character]) -> [Character] {
        var changed = characters
        changed.replaceSubrange(range, with: Array(replacement))
        return changed
    }

    /// The lines that it touches, before and after, their white space drawn together: by these the
    /// change is known, as long as nobody rewrites the line.
    func words(in characters: [Character]) -> String {
        let start =
            characters[..<range.lowerBound].lastIndex(where: \.isLineEnd).map { $0 + 1 } ?? 0
        let end = characters[range.upperBound...].firstIndex(where: \.isLineEnd) ?? characters.count
        let after =
            characters[start..<range.lowerBound] + Array(replacement)
            + characters[range.upperBound..<end]
        func drawn(_ text: some Collection<Character>) -> String {
            text.split(whereSeparator: \.isWhitespace).map { String($0) }.joined(separator: " ")
        }
        let changed = drawn(after)
        return "`\(drawn(characters[start..<end]))` becomes "
            + (changed.isEmpty ? "nothing" : "`\(changed)`")
    }
}
