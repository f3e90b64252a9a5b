/// What has a counterpart of the same type: comparisons and their bounds, ranges, arithmetic,
/// assignments, logic, the larger for the smaller.
extension ChangeFinder {
    func ofOperator(_ index: Int) -> [SourceChange] {
        let token = tokens[index]
        if token.isBinary {
            if token.text == "+" && followsArray(index) { return [] }
            return Self.counterparts.flatMap { kind, table in
                (table[token.text] ?? []).map { SourceChange(kind, token, $0) }
            }
        }
        // A range is written without spaces; one without an end has no counterpart.
        if token.text == "..<" { return [SourceChange(.range, token, "...")] }
        if token.text == "..." && !token.hasSpaceAfter {
            return [SourceChange(.range, token, "..<")]
        }
        guard token.hasSpaceBefore && !token.hasSpaceAfter else { return [] }
        switch token.text {
        case "-": return [SourceChange(.sign, token, "")]
        case "!": return [SourceChange(.logic, token, "")]
        default: return []
        }
    }

    /// Arrays are joined by a plus, too, and no other operator takes them: `[Int](...) + lengths`.
    private func followsArray(_ index: Int) -> Bool {
        guard index > 0, tokens[index - 1].text == ")" else { return false }
        var depth = 0
        for place in (0..<index).reversed() {
            if tokens[place].closes { depth += 1 }
            if tokens[place].opens { depth -= 1 }
            if depth == 0 { return place > 0 && tokens[place - 1].text == "]" }
        }
        return false
    }

    private static let counterparts: KeyValuePairs<SourceChange.Kind, [String: [String]]> = [
        .comparison: [
            "<": ["<=", ">="], "<=": ["<", ">"], ">": [">=", "<="], ">=": [">", "<"],
            "==": ["!="], "!=": ["=="],
        ],
        .range: ["..<": ["..."], "...": ["..<"]],
        .arithmetic: ["+": ["-"], "-": ["+"], "*": ["/"], "/": ["*"], "%": ["/"]],
        .assignment: [
            "+=": ["-=", "="], "-=": ["+=", "="], "*=": ["/=", "="], "/=": ["*=", "="],
        ],
        .logic: ["&&": ["||"], "||": ["&&"]],
    ]

    func ofName(_ index: Int) -> [SourceChange] {
        let token = tokens[index]
        let isCalled = index + 1 < tokens.count && tokens[index + 1].text == "("
        let isMember = index > 0 && tokens[index - 1].text == "."
        switch token.text {
        case "true": return [SourceChange(.boolean, token, "false")]
        case "false": return [SourceChange(.boolean, token, "true")]
        case "max" where isCalled: return [SourceChange(.extreme, token, "min")]
        case "min" where isCalled: return [SourceChange(.extreme, token, "max")]
        case "abs" where isCalled && !isMember: return [SourceChange(.sign, token, "")]
        case "rounded" where isCalled: return ofRounding(index)
        case "Int" where isCalled && !isMember: return ofCutting(index)
        default:
            guard let other = Self.ends[token.text], isMember, isCalled else { return [] }
            return [SourceChange(.end, token, other)]
        }
    }

    private static let ends = [
        "dropFirst": "dropLast", "dropLast": "dropFirst", "prefix": "suffix", "suffix": "prefix",
    ]

    /// The rule by which halves, or all that is not whole, are rounded.
    private func ofRounding(_ index: Int) -> [SourceChange] {
        guard let close = closing(of: index + 1) else { return [] }
        let argument = tokens[index + 1].range.upperBound..<tokens[close].range.lowerBound
        let usual = "toNearestOrAwayFromZero"
        let rule = tokens[(index + 2)..<close].last?.text ?? usual
        return ["down", "up", "toNearestOrEven", usual].filter { $0 != rule }
            .map { SourceChange(.rounding, argument, ".\($0)") }
    }

    /// Rounded where the solution cuts off.
    private func ofCutting(_ index: Int) -> [SourceChange] {
        guard let close = closing(of: index + 1), close > index + 2 else { return [] }
        let argument = index + 2..<close
        // Of a whole number, or of one that is rounded, nothing is left to round.
        let isCut =
            tokens[argument].contains { $0.text == "Double" || $0.kind == .float }
            && !tokens[argument].contains { $0.text == "rounded" }
        guard isCut else { return [] }
        return [SourceChange(.rounding, places(argument), "(\(text(argument))).rounded()")]
    }
}
