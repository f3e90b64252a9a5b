/// An expression on one line of text, for symbols in a list and for alternative text.
enum EquationLine {
    /// For example "1 / (1 + e⁻ᶻ)".
    static func text(_ expression: Expression) -> String {
        switch expression {
        case .number(let text), .name(let text), .sign(let text), .text(let text): return text
        case .row(let parts): return row(parts)
        case .fenced(let open, let inner, let close): return open + text(inner) + close
        case .fraction(let above, let below): return grouped(above) + " / " + grouped(below)
        case .scripts(let base, let lower, let upper):
            return text(base)
                + script(lower, mark: "_", UnicodeScripts.lowered)
                + script(upper, mark: "^", UnicodeScripts.raised)
        case .root(let inner): return "√(" + text(inner) + ")"
        case .accent(let mark, let inner):
            let combining = ["^": "\u{0302}", "¯": "\u{0304}", "~": "\u{0303}"][mark] ?? ""
            return text(inner) + combining
        }
    }

    /// "²", or "^(…)" if Unicode has no such letters.
    private static func script(
        _ expression: Expression?, mark: String, _ shifted: (String) -> String?
    ) -> String {
        guard let expression else { return "" }
        let plain = text(expression)
        return shifted(plain) ?? (plain.count == 1 ? mark + plain : "\(mark)(\(plain))")
    }

    private static func row(_ parts: [Expression]) -> String {
        var line = ""
        for (index, part) in parts.enumerated() {
            let needsAir = EquationSpacing.separates(parts, before: index)
            line += (needsAir ? " " : "") + text(part)
        }
        return line
    }

    private static func grouped(_ expression: Expression) -> String {
        if case .row(let parts) = expression, parts.count > 1, !expression.isCall {
            return "(" + row(parts) + ")"
        }
        return text(expression)
    }
}
