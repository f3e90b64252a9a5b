/// Loops that miss their first or last round, and conditions that no longer count.
extension ChangeFinder {
    func ofKeyword(_ index: Int) -> [SourceChange] {
        if index > 0 && tokens[index - 1].text == "." {
            return tokens[index].text == "reduce" ? ofFolding(index) : []
        }
        switch tokens[index].text {
        case "for": return ofLoop(index)
        case "if", "while", "guard": return ofConditions(index)
        case "continue": return [SourceChange(.iteration, tokens[index], "break")]
        case "break": return [SourceChange(.iteration, tokens[index], "continue")]
        default: return []
        }
    }

    /// `for x in RANGE where CONDITION {`
    private func ofLoop(_ index: Int) -> [SourceChange] {
        guard let word = first(["in"], from: index),
            let end = first(["where", "{"], from: word + 1), let body = first(["{"], from: end)
        else { return [] }
        let sequence = word + 1..<end
        let rounds = ["dropFirst", "dropLast"].map {
            SourceChange(.iteration, places(sequence), "(\(text(sequence))).\($0)()")
        }
        let condition = end == body ? [] : [SourceChange(.condition, places(end..<body), "")]
        return rounds + condition
    }

    /// `values.reduce(start) { ... }`
    private func ofFolding(_ index: Int) -> [SourceChange] {
        let place = tokens[index].range.lowerBound
        return ["dropFirst", "dropLast"].map {
            SourceChange(.iteration, place..<place, "\($0)().")
        }
    }

    /// Of several conditions each is left out; a single one is always or never met.
    private func ofConditions(_ index: Int) -> [SourceChange] {
        let word = tokens[index].text
        guard let end = first([word == "guard" ? "else" : "{"], from: index + 1) else { return [] }
        var parts: [Range<Int>] = []
        var start = index + 1
        while let comma = first([","], from: start), comma < end {
            parts.append(start..<comma)
            start = comma + 1
        }
        parts.append(start..<end)
        let isBinding = parts.map { ["let", "var", "case"].contains(tokens[$0.lowerBound].text) }
        if parts.count == 1 {
            guard !isBinding[0], word == "if" else { return [] }
            return ["true", "false"].map { SourceChange(.condition, places(parts[0]), $0) }
        }
        return parts.indices.filter { !isBinding[$0] }.map {
            SourceChange(.condition, places(parts[$0]), "true")
        }
    }
}
