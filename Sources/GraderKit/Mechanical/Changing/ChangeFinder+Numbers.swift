/// Numbers that are a little, or twice, what they should be.
extension ChangeFinder {
    func ofNumber(_ index: Int) -> [SourceChange] {
        let token = tokens[index]
        let before = index > 0 ? tokens[index - 1] : nil
        // The place in a tuple is a name.
        if before?.text == "." { return [] }
        if token.kind == .float {
            guard let value = Double(token.text.filter { $0 != "_" }) else { return [] }
            return [SourceChange(.factor, token, value == 0 ? "1.0" : "(2 * \(token.text))")]
        }
        guard let value = Int(token.text.filter { $0 != "_" }) else { return [] }
        // No index lies below the first.
        let isFirstIndex = value == 0 && before?.text == "["
        let values = isFirstIndex ? [1] : [value + 1, value - 1]
        return values.map { SourceChange(.integer, token, "\($0)") }
    }
}
