/// A word, a number, an operator or a mark of Swift source.
struct SwiftToken: Equatable {
    /// What kind of token it is.
    enum Kind { case name, integer, float, sign, mark }

    let kind: Kind
    let text: String

    /// Its places in the characters of the source.
    let range: Range<Int>

    /// Whether white space stands before and after it.
    let hasSpaceBefore: Bool
    let hasSpaceAfter: Bool

    /// Whether it is the first of its line.
    let startsLine: Bool

    /// An operator between two operands, as its spaces tell.
    var isBinary: Bool { kind == .sign && hasSpaceBefore && hasSpaceAfter }

    /// An operator before its operand.
    var isPrefix: Bool { kind == .sign && !hasSpaceAfter }

    var opens: Bool { kind == .mark && "([{".contains(text) }
    var closes: Bool { kind == .mark && ")]}".contains(text) }
}

extension SwiftToken {
    /// The tokens of a range of Swift source; comments and the words of strings are none.
    ///
    /// Regular expressions between slashes are not known: they would be read as operators.
    static func all(in code: [Character], _ range: Range<Int>) -> [SwiftToken] {
        var tokens: [SwiftToken] = []
        var position = range.lowerBound
        var startsLine = true
        while position < range.upperBound {
            if code[position].isLineEnd { startsLine = true }
            guard !code[position].isWhitespace else {
                position += 1
                continue
            }
            let (kind, end) = extent(in: code, from: position, before: range.upperBound)
            tokens.append(
                SwiftToken(
                    kind: kind, text: String(code[position..<end]), range: position..<end,
                    hasSpaceBefore: isOpen(code, position - 1, after: true),
                    hasSpaceAfter: isOpen(code, end, after: false), startsLine: startsLine))
            startsLine = false
            position = end
        }
        return tokens
    }

    /// What begins at a place, and where it ends.
    private static func extent(
        in code: [Character], from start: Int, before limit: Int
    ) -> (Kind, Int) {
        func end(from place: Int, while holds: (Character) -> Bool) -> Int {
            code[place..<limit].firstIndex { !holds($0) } ?? limit
        }
        let first = code[start]
        if first.isNumber { return number(in: code, from: start, before: limit) }
        if first.isLetter || "_$@#".contains(first) {
            return (.name, end(from: start + 1) { $0.isLetter || $0.isNumber || $0 == "_" })
        }
        // An operator holds points only if it begins with one, as the ranges do.
        let isRange = first == "." && start + 1 < limit && code[start + 1] == "."
        if isRange { return (.sign, end(from: start) { ".<".contains($0) }) }
        if operators.contains(first) { return (.sign, end(from: start, while: operators.contains)) }
        return (.mark, start + 1)
    }

    private static let operators = Set("+-*/%<>=!&|^~?")

    private static func number(
        in code: [Character], from start: Int, before limit: Int
    ) -> (Kind, Int) {
        var end = start
        var kind = Kind.integer
        while end < limit {
            let next = end + 1 < limit ? code[end + 1] : " "
            let isFraction = code[end] == "." && next.isNumber && kind == .integer
            let isExponent = "+-".contains(code[end]) && "eE".contains(code[end - 1])
            guard
                code[end].isNumber || code[end].isLetter || code[end] == "_" || isFraction
                    || (isExponent && code[start..<end].first != "0")
            else { break }
            if isFraction || "eE".contains(code[end]) { kind = .float }
            end += 1
        }
        return (kind, end)
    }

    /// Whether an operator beside this place has nothing that it could belong to there.
    private static func isOpen(_ code: [Character], _ place: Int, after: Bool) -> Bool {
        guard code.indices.contains(place) else { return true }
        return code[place].isWhitespace || (after ? "([{,;:" : ")]},;:").contains(code[place])
    }
}
