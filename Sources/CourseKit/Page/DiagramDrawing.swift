/// Boxes and arrows as SVG, drawn in the colours of the page.
struct DiagramDrawing: PageDrawing {
    let diagram: Diagram
    private let layout: LayeredLayout

    /// Where the boxes of each rank stand; all of a rank are as wide as its widest words.
    private let columns: [(left: Double, width: Double)]

    /// How high every box is, and the room between two of them.
    private let boxHeight: Double
    private let gap = (width: 30.0, height: 20.0)
    private let margin = 2.0

    /// How far two arrows at one side of a box are apart.
    private let portDistance = 14.0

    init(_ diagram: Diagram) {
        self.diagram = diagram
        layout = LayeredLayout(operands: diagram.boxes.map(\.operands))
        boxHeight = DiagramBox.height(rows: diagram.boxes.map(\.rows.count).max() ?? 0)
        var widths = [Double](repeating: 0, count: layout.rankCount)
        for (box, place) in zip(diagram.boxes, layout.places) {
            widths[place.rank] = max(widths[place.rank], DiagramBox.width(of: box))
        }
        columns = Self.columns(widths: widths, gap: gap.width, margin: margin)
    }

    /// The ranks side by side.
    private static func columns(
        widths: [Double], gap: Double, margin: Double
    ) -> [(left: Double, width: Double)] {
        var left = margin
        return widths.map { width in
            defer { left += width + gap }
            return (left, width)
        }
    }

    static var fileStyle: String { Stylesheet.diagramFile }

    func svg(head: String) -> String {
        let words = HTMLText.escaped(diagram.caption + " " + diagram.alternative)
        let (width, height) = (PlotDrawing.text(size.width), PlotDrawing.text(size.height))
        return """
            <svg xmlns="http://www.w3.org/2000/svg" class="diagram" viewBox="0 0 \(width) \
            \(height)" style="max-width: \(width)px" role="img"><title>\(words)</title>\(head)
            \(arrows.joined(separator: "\n"))
            \(boxes.joined(separator: "\n"))
            </svg>
            """
    }

    private var size: (width: Double, height: Double) {
        let (right, rows) = (columns.last.map { $0.left + $0.width }, Double(layout.largestRank))
        return (
            (right ?? margin) + margin,
            2 * margin + rows * boxHeight + max(0, rows - 1) * gap.height
        )
    }

    // MARK: Boxes

    private var boxes: [String] {
        let last = diagram.boxes.count - 1
        return zip(diagram.boxes, layout.places).enumerated().map { number, pair in
            let kind = number == last ? "result" : pair.0.operands.isEmpty ? "given" : "computed"
            let column = columns[pair.1.rank]
            return DiagramBox(
                box: pair.0, kind: kind, left: column.left,
                top: middle(of: pair.1) - boxHeight / 2, width: column.width, height: boxHeight
            ).drawing
        }
    }

    private func left(of place: LayeredLayout.Place) -> Double { columns[place.rank].left }

    private func right(of place: LayeredLayout.Place) -> Double {
        columns[place.rank].left + columns[place.rank].width
    }

    private func middle(of place: LayeredLayout.Place) -> Double {
        size.height / 2 + place.height * (boxHeight + gap.height)
    }

    // MARK: Arrows

    /// Each arrow has its own place at both of its boxes, in the order of the heights from which
    /// the arrows come.
    private var arrows: [String] {
        let all = layout.arrows
        return all.indices.map { number in
            let arrow = all[number]
            let start = layout.places[arrow.operand]
            let end = layout.places[arrow.node]
            let leaving = offset(
                number, among: all.indices.filter { all[$0].operand == arrow.operand }
            ) { (all[$0].bends.first ?? layout.places[all[$0].node]).height }
            let arriving = offset(
                number, among: all.indices.filter { all[$0].node == arrow.node }
            ) { (all[$0].bends.last ?? layout.places[all[$0].operand]).height }
            return drawing(
                from: (right(of: start), middle(of: start) + leaving),
                past: arrow.bends, to: (left(of: end), middle(of: end) + arriving))
        }
    }

    private func offset(
        _ arrow: Int, among arrows: [Int], height: (Int) -> Double
    ) -> Double {
        let sorted = arrows.sorted { (height($0), $0) < (height($1), $1) }
        let position = Double(sorted.firstIndex(of: arrow) ?? 0)
        return (position - Double(sorted.count - 1) / 2) * portDistance
    }

    /// A curve that leaves and arrives level, and ends in a point.
    private func drawing(
        from start: (x: Double, y: Double), past bends: [LayeredLayout.Place],
        to end: (x: Double, y: Double)
    ) -> String {
        let head = 7.0
        var path = "M\(point(start.x, start.y))"
        var here = start
        for bend in bends {
            path += curve(from: here, to: (left(of: bend), middle(of: bend)))
            here = (right(of: bend), middle(of: bend))
            path += "H\(PlotDrawing.text(here.x))"
        }
        path += curve(from: here, to: (end.x - head, end.y))
        let tip =
            "M\(point(end.x, end.y))L\(point(end.x - head - 1, end.y - 4))"
            + "V\(PlotDrawing.text(end.y + 4))Z"
        return "<path class=\"arrow\" d=\"\(path)\" /><path class=\"tip\" d=\"\(tip)\" />"
    }

    private func curve(
        from start: (x: Double, y: Double), to end: (x: Double, y: Double)
    ) -> String {
        if start.y == end.y { return "H\(PlotDrawing.text(end.x))" }
        let middle = (start.x + end.x) / 2
        return "C\(point(middle, start.y)) \(point(middle, end.y)) \(point(end.x, end.y))"
    }

    private func point(_ x: Double, _ y: Double) -> String {
        PlotDrawing.text(x) + " " + PlotDrawing.text(y)
    }
}
