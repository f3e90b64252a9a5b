/// Statements that are missing.
extension ChangeFinder {
    /// The statements of the block whose brace opens at `index`.
    func ofStatements(_ index: Int) -> [SourceChange] {
        guard let close = closing(of: index) else { return [] }
        return ofStatements(in: index + 1..<close)
    }

    /// Each statement of a block left out, unless what it declares or returns is needed. What is
    /// alone in its block is not: without it the whole loop or condition would do nothing, and that
    /// is left out in its turn.
    func ofStatements(in block: Range<Int>) -> [SourceChange] {
        let all = statements(in: block)
        guard all.count > 1 else { return [] }
        return all.filter(canBeMissing).map {
            SourceChange(.statement, places($0), "")
        }
    }

    private func canBeMissing(_ statement: Range<Int>) -> Bool {
        let words = tokens[statement].map(\.text)
        if ["let", "var", "func", "return", "switch", "case", "default", "private"]
            .contains(words[0])
        {
            return false
        }
        guard words[0] == "guard" else { return true }
        let condition = words.prefix { $0 != "else" }
        return !condition.contains("let") && !condition.contains("var")
    }

    /// The statements of a block, without the names that a closure gives its inputs.
    private func statements(in block: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = firstStatement(of: block)
        var place = start
        while place < block.upperBound {
            if place > start && begins(place) {
                found.append(start..<place)
                start = place
            }
            if tokens[place].opens, let close = closing(of: place) { place = close }
            place += 1
        }
        if start < block.upperBound { found.append(start..<block.upperBound) }
        return found
    }

    private func firstStatement(of block: Range<Int>) -> Int {
        guard let word = first(["in"], from: block.lowerBound), word < block.upperBound,
            !tokens[block.lowerBound...word].dropFirst().contains(where: \.startsLine),
            !tokens[block.lowerBound..<word].contains(where: { $0.text == "for" })
        else { return block.lowerBound }
        return word + 1
    }

    /// Whether a statement begins here: a new line that goes on with nothing.
    private func begins(_ place: Int) -> Bool {
        let (token, before) = (tokens[place], tokens[place - 1])
        let goesOn =
            token.isBinary || [".", "else", "where", "{", "?", ":"].contains(token.text)
            || before.isBinary || [",", ":", "return", "="].contains(before.text)
        return token.startsLine && !goesOn
    }
}
