/// An expression laid out on a grid of characters: fractions stand on lines of their own.
struct EquationBox: Equatable {
    /// The rows, each as wide as the box.
    private(set) var lines: [String]

    /// The row on which signs such as "=" stand.
    private(set) var baseline: Int

    var width: Int { lines.first.map(TextWidth.of) ?? 0 }

    private init(_ lines: [String], baseline: Int) {
        self.lines = lines
        self.baseline = baseline
    }

    init(_ text: String) { self.init([text], baseline: 0) }

    /// The layout of an expression.
    init(_ expression: Expression) {
        switch expression {
        case .number(let text), .name(let text), .sign(let text), .text(let text): self.init(text)
        case .row(let parts): self = Self.row(parts)
        case .fenced(let open, let inner, let close):
            self = Self.fenced(open, EquationBox(inner), close)
        case .fraction(let above, let below):
            self = Self.fraction(EquationBox(above), EquationBox(below))
        case .scripts(let base, let lower, let upper):
            self = Self.scripts(base, lower: lower, upper: upper)
        case .root(let inner):
            let box = EquationBox(inner)
            self = Self.beside([EquationBox("√"), Self.fenced("(", box, ")")])
        case .accent(let mark, let inner):
            let box = EquationBox(inner)
            let combining = ["^": "\u{0302}", "¯": "\u{0304}", "~": "\u{0303}"][mark] ?? ""
            self = box.lines.count == 1 ? EquationBox(box.lines[0] + combining) : box
        }
    }

    /// Parts beside each other, with air around signs.
    private static func row(_ parts: [Expression]) -> EquationBox {
        var boxes: [EquationBox] = []
        for (index, part) in parts.enumerated() {
            if EquationSpacing.separates(parts, before: index) { boxes.append(EquationBox(" ")) }
            boxes.append(EquationBox(part))
        }
        return beside(boxes)
    }

    private static func beside(_ boxes: [EquationBox]) -> EquationBox {
        let above = boxes.map(\.baseline).max() ?? 0
        let below = boxes.map { $0.lines.count - $0.baseline }.max() ?? 1
        let rows = (0..<(above + below)).map { row in
            boxes.map { box in
                let line = row - above + box.baseline
                let isInside = box.lines.indices.contains(line)
                return isInside ? box.lines[line] : String(repeating: " ", count: box.width)
            }.joined()
        }
        return EquationBox(rows, baseline: above)
    }

    private static func fraction(_ above: EquationBox, _ below: EquationBox) -> EquationBox {
        let width = max(above.width, below.width) + 2
        let bar = String(repeating: "─", count: width)
        let rows = above.centered(width) + [bar] + below.centered(width)
        return EquationBox(rows, baseline: above.lines.count)
    }

    private static func scripts(
        _ base: Expression, lower: Expression?, upper: Expression?
    ) -> EquationBox {
        let body = EquationBox(base)
        if base.takesLimits {
            let below = lower.map { EquationBox($0) }
            let above = upper.map { EquationBox($0) }
            let width = max(body.width, below?.width ?? 0, above?.width ?? 0)
            let rows = (above?.centered(width) ?? []) + body.centered(width)
            return EquationBox(
                rows + (below?.centered(width) ?? []),
                baseline: (above?.lines.count ?? 0) + body.baseline)
        }
        return beside([body, tail(lower: lower, upper: upper, of: body)])
    }

    /// Raised and lowered letters where Unicode has them, else lines above and below.
    private static func tail(
        lower: Expression?, upper: Expression?, of body: EquationBox
    ) -> EquationBox {
        let below = lower.map { UnicodeScripts.lowered(EquationLine.text($0)) } ?? ""
        let above = upper.map { UnicodeScripts.raised(EquationLine.text($0)) } ?? ""
        if let below, let above, body.lines.count == 1 { return EquationBox(below + above) }
        let raised = upper.map { EquationBox($0) }
        let lowered = lower.map { EquationBox($0) }
        let width = max(raised?.width ?? 0, lowered?.width ?? 0)
        let gap = [String](repeating: String(repeating: " ", count: width), count: body.lines.count)
        let top = raised?.padded(width) ?? []
        return EquationBox(
            top + gap + (lowered?.padded(width) ?? []), baseline: top.count + body.baseline)
    }

    private static func fenced(
        _ open: String, _ inner: EquationBox, _ close: String
    ) -> EquationBox {
        let height = inner.lines.count
        guard height > 1 else { return EquationBox(open + inner.lines[0] + close) }
        let tall = [
            "(": ("⎛", "⎜", "⎝"), ")": ("⎞", "⎟", "⎠"), "[": ("⎡", "⎢", "⎣"),
            "]": ("⎤", "⎥", "⎦"), "{": ("⎧", "⎨", "⎩"), "}": ("⎫", "⎬", "⎭"),
        ]
        func side(_ bracket: String) -> EquationBox {
            let (top, middle, bottom) = tall[bracket] ?? (bracket, bracket, bracket)
            let rows = (0..<height).map { $0 == 0 ? top : $0 == height - 1 ? bottom : middle }
            return EquationBox(rows, baseline: inner.baseline)
        }
        return beside([side(open), inner, side(close)])
    }

    private func padded(_ width: Int) -> [String] {
        lines.map { TextWidth.padded($0, to: width, .left) }
    }

    private func centered(_ width: Int) -> [String] {
        lines.map { TextWidth.padded($0, to: width, .center) }
    }
}
