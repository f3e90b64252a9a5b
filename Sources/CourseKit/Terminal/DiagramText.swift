/// Boxes and arrows as lines of a terminal: from left to right if there is room, else from top to
/// bottom, else as a list.
struct DiagramText {
    let diagram: Diagram
    let width: Int
    let palette: Palette
    private let drawing: DiagramCanvas?

    init(diagram: Diagram, width: Int, palette: Palette) {
        self.diagram = diagram
        self.width = width
        self.palette = palette
        let forms: [(DiagramPlan.Flow, isFlat: Bool)] = [
            (.right, false), (.down, true), (.down, false),
        ]
        let plans = forms.lazy.map { DiagramPlan(diagram, flow: $0, isFlat: $1) }
        drawing = plans.first { $0.width <= width && $0.channels != nil }?.canvas
    }

    /// Whether there was room for boxes.
    var isDrawn: Bool { drawing != nil }

    var lines: [String] { drawing?.lines(palette) ?? list }

    /// Each box with those from which arrows lead to it, and below what is known of it.
    private var list: [String] {
        diagram.boxes.flatMap { box in
            let operands = box.operands.map { diagram.boxes[$0].title }.joined(separator: ", ")
            let head = "**\(box.title)**" + (operands.isEmpty ? "" : " ← \(operands)")
            let facts = [box.operation] + box.rows.map { "\($0.label) \($0.text)" }
            let about = facts.filter { !$0.isEmpty }.joined(separator: ", ")
            return wrapped(head) + wrapped(about).map { "  " + $0 }
        }
    }

    private func wrapped(_ text: String) -> [String] {
        TextWrapping(width: max(10, width - 2), palette: palette).lines(InlineText(text).runs)
    }
}
