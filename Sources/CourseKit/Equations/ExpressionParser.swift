/// Reads the notation of `Equation`.
struct ExpressionParser {
    private let characters: [Character]
    private var position = 0

    init(_ source: String) { characters = Array(source) }

    mutating func parse() -> Expression {
        var parts: [Expression] = []
        while position < characters.count {
            parts += sequence()
            if position < characters.count {  // a bracket that nothing opened
                parts.append(.sign(String(characters[position])))
                position += 1
            }
        }
        return parts.count == 1 ? parts[0] : .row(parts)
    }

    /// Everything up to the end or to a closing bracket.
    private mutating func sequence() -> [Expression] {
        var parts: [Expression] = []
        while skipSpaces(), let character = next, !")]}".contains(character) {
            if character == "/" {
                position += 1
                guard let numerator = parts.popLast(), skipSpaces(), let below = scripted() else {
                    parts.append(.sign("/"))
                    continue
                }
                parts.append(.fraction(numerator.ungrouped, below.ungrouped))
            } else if let part = scripted() {
                parts.append(part)
            }
        }
        return parts
    }

    /// An atom with what stands below and above it.
    private mutating func scripted() -> Expression? {
        guard var base = atom() else { return nil }
        base = called(base)
        var lower: Expression?
        var upper: Expression?
        while let mark = next, mark == "_" || mark == "^" {
            position += 1
            guard let script = atom()?.ungrouped else { break }
            if mark == "_" { lower = script } else { upper = script }
        }
        if lower == nil && upper == nil { return base }
        return called(.scripts(base, lower: lower, upper: upper))
    }

    /// A name with its arguments, "max(a, b)", is one thing: a fraction takes it as a whole.
    private mutating func called(_ function: Expression) -> Expression {
        guard next == "(", function.isFunction else { return function }
        return .row([function, fenced(")")])
    }

    private mutating func atom() -> Expression? {
        guard let character = next, !")]}".contains(character) else { return nil }
        if character.isNumber && character.isASCII { return number() }
        if character.isLetter { return name() }
        if character == "\"" { return quoted() }
        switch character {
        case "(": return fenced(")")
        case "[": return fenced("]")
        case "{": return fenced("}")
        default: return sign()
        }
    }

    private mutating func number() -> Expression {
        var text = ""
        while let character = next, character.isNumber || character == "." {
            // "1..." is the number one and three dots
            if character == "." && !(peek(1)?.isNumber ?? false) { break }
            text.append(character)
            position += 1
        }
        return .number(text)
    }

    private mutating func name() -> Expression {
        var text = ""
        while let character = next, character.isLetter {
            text.append(character)
            position += 1
        }
        if let accent = ["hat": "^", "bar": "¯", "tilde": "~"][text], next == "(" {
            return .accent(accent, (atom() ?? .row([])).ungrouped)
        }
        if text == "sqrt", next == "(" { return .root((atom() ?? .row([])).ungrouped) }
        if let sign = ["sum": "∑", "prod": "∏", "in": "∈", "nabla": "∇"][text] {
            return .sign(sign)
        }
        return .name(Self.greek[text] ?? text)
    }

    private mutating func quoted() -> Expression {
        position += 1
        var text = ""
        while let character = next, character != "\"" {
            text.append(character)
            position += 1
        }
        position += 1
        return .text(text)
    }

    private mutating func fenced(_ close: Character) -> Expression {
        let open = String(characters[position])
        position += 1
        let inner = sequence()
        let isClosed = next == close
        if isClosed { position += 1 }
        let content = inner.count == 1 ? inner[0] : Expression.row(inner)
        return isClosed ? .fenced(open, content, String(close)) : .row([.sign(open), content])
    }

    private mutating func sign() -> Expression {
        for (spelling, sign) in Self.signs where starts(with: spelling) {
            position += spelling.count
            return .sign(sign)
        }
        defer { position += 1 }
        // "p(c | x)" is a condition, which needs air; "|x|" is an absolute value.
        let isCondition = characters[position] == "|" && peek(-1) == " " && peek(1) == " "
        return .sign(isCondition ? "∣" : String(characters[position]))
    }

    private var next: Character? { peek(0) }

    private func peek(_ offset: Int) -> Character? {
        characters.indices.contains(position + offset) ? characters[position + offset] : nil
    }

    private func starts(with text: String) -> Bool {
        characters[position...].starts(with: text)
    }

    /// Steps over spaces; always true, so that it can stand in a condition.
    private mutating func skipSpaces() -> Bool {
        while let character = next, character.isWhitespace { position += 1 }
        return true
    }

    private static let signs = [
        ("...", "…"), ("<=", "≤"), (">=", "≥"), ("!=", "≠"), ("->", "→"), ("<-", "←"),
        ("+-", "±"), ("*", "·"), ("-", "−"),
    ]

    private static let greek = [
        "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "eta": "η",
        "theta": "θ", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "pi": "π", "rho": "ρ",
        "sigma": "σ", "tau": "τ", "phi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
        "Gamma": "Γ", "Delta": "Δ", "Sigma": "Σ", "Omega": "Ω",
    ]
}
