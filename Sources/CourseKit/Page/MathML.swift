/// An expression as MathML, which browsers show without a script.
enum MathML {
    /// An equation on a line of its own.
    static func block(_ equation: Equation) -> String {
        let words = HTMLText.escaped(EquationLine.text(equation.expression))
        return "<math display=\"block\" alttext=\"\(words)\">\(element(equation.expression))</math>"
    }

    /// A symbol inside a line of text.
    static func inline(_ source: String) -> String {
        "<math>\(element(Expression(reading: source)))</math>"
    }

    static func element(_ expression: Expression) -> String {
        switch expression {
        case .number(let text): return tag("mn", HTMLText.escaped(text))
        case .name(let text): return tag("mi", HTMLText.escaped(text))
        case .sign(let text): return tag("mo", HTMLText.escaped(text))
        case .text(let text): return tag("mtext", HTMLText.escaped(text))
        case .row(let parts): return tag("mrow", row(parts))
        case .fenced(let open, let inner, let close):
            return tag("mrow", tag("mo", open) + element(inner) + tag("mo", close))
        case .fraction(let above, let below):
            return tag("mfrac", element(above) + element(below))
        case .scripts(let base, let lower, let upper): return scripts(base, lower, upper)
        case .root(let inner): return tag("msqrt", element(inner))
        case .accent(let mark, let inner):
            return "<mover accent=\"true\">\(element(inner))\(tag("mo", mark))</mover>"
        }
    }

    /// Parts beside each other; a thin space parts a name from the factor that follows it, which
    /// MathML would set without one.
    private static func row(_ parts: [Expression]) -> String {
        var result = ""
        for (index, part) in parts.enumerated() {
            if index > 0, needsThinSpace(parts[index - 1], part) {
                result += "<mspace width=\"0.17em\" />"
            }
            result += element(part)
        }
        return result
    }

    private static func needsThinSpace(_ left: Expression, _ right: Expression) -> Bool {
        if left.signText != nil || right.signText != nil { return false }
        if case .fenced = right { return false }
        if case .scripts(let base, _, _) = left, base.takesLimits { return false }
        return true
    }

    private static func scripts(
        _ base: Expression, _ lower: Expression?, _ upper: Expression?
    ) -> String {
        let names =
            base.takesLimits ? ("munder", "mover", "munderover") : ("msub", "msup", "msubsup")
        switch (lower, upper) {
        case (let lower?, let upper?):
            return tag(names.2, element(base) + element(lower) + element(upper))
        case (let lower?, nil): return tag(names.0, element(base) + element(lower))
        case (nil, let upper?): return tag(names.1, element(base) + element(upper))
        case (nil, nil): return element(base)
        }
    }

    private static func tag(_ name: String, _ content: String) -> String {
        "<\(name)>\(content)</\(name)>"
    }
}
