/// Finds the small changes that can be made in a part of a solution.
struct ChangeFinder {
    let characters: [Character]
    let tokens: [SwiftToken]

    /// - Parameters:
    ///   - characters: the solution as it stands.
    ///   - code: the same without comments and strings.
    ///   - range: the part.
    init(_ characters: [Character], code: [Character], in range: Range<Int>) {
        self.characters = characters
        tokens = SwiftToken.all(in: code, range)
    }

    /// All changes, in the order of the text.
    var changes: [SourceChange] {
        let found =
            tokens.indices.flatMap { index -> [SourceChange] in
                switch tokens[index].kind {
                case .sign: ofOperator(index)
                case .integer, .float: ofNumber(index)
                case .name: ofName(index) + ofKeyword(index)
                case .mark: tokens[index].text == "{" ? ofStatements(index) : []
                }
            } + ofStatements(in: tokens.indices)
        return found.enumerated().sorted {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }.map(\.element)
    }

    /// The text of some tokens, with what stands between them.
    func text(_ range: Range<Int>) -> String {
        String(characters[places(range)])
    }

    /// The places of some tokens in the characters.
    func places(_ range: Range<Int>) -> Range<Int> {
        tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound
    }

    /// The bracket that closes the one at `index`, or nil.
    func closing(of index: Int) -> Int? {
        var depth = 0
        for place in index..<tokens.count {
            if tokens[place].opens { depth += 1 }
            if tokens[place].closes { depth -= 1 }
            if depth == 0 { return place }
        }
        return nil
    }

    /// The first token from `index` on that is one of these words and in no bracket, or nil.
    func first(_ words: Set<String>, from index: Int) -> Int? {
        var depth = 0
        for place in index..<tokens.count {
            if depth == 0 && words.contains(tokens[place].text) { return place }
            if tokens[place].opens { depth += 1 }
            if tokens[place].closes { depth -= 1 }
            if depth < 0 { return nil }
        }
        return nil
    }
}
