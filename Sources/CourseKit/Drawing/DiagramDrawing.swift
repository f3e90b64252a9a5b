/// Boxes and arrows as SVG, drawn in the colours of the page.
struct DiagramDrawing: PageDrawing {
    /// Where the arrows lead: each rank of boxes stands right of the one before, or below it.
    enum Flow {
        case right, down
    }

    let diagram: Diagram
    private let flow: Flow
    private let layout: LayeredLayout

    /// Where the boxes of each rank begin in the direction of the flow, and how far they reach.
    private let ranks: [(start: Double, length: Double)]

    /// How large a box is across the flow.
    private let breadth: Double
    private let gap: (along: Double, across: Double)
    private let margin = 2.0

    /// How far two arrows at one side of a box are apart.
    private let portDistance = 14.0

    init(_ diagram: Diagram, flow: Flow = .right) {
        self.diagram = diagram
        self.flow = flow
        layout = LayeredLayout(operands: diagram.boxes.map(\.operands))
        gap = (30, flow == .right ? 20 : 16)
        let height = DiagramBox.height(rows: diagram.boxes.map(\.rows.count).max() ?? 0)
        var widths = [Double](repeating: 0, count: layout.rankCount)
        for (box, place) in zip(diagram.boxes, layout.places) {
            widths[place.rank] = max(widths[place.rank], DiagramBox.width(of: box))
        }
        breadth = flow == .right ? height : widths.max() ?? 0
        let lengths = flow == .right ? widths : widths.map { _ in height }
        ranks = Self.ranks(lengths: lengths, gap: gap.along, margin: margin)
    }

    /// The ranks one after the other.
    private static func ranks(
        lengths: [Double], gap: Double, margin: Double
    ) -> [(start: Double, length: Double)] {
        var start = margin
        return lengths.map { length in
            defer { start += length + gap }
            return (start, length)
        }
    }

    /// The drawing for a wide page; if a narrow screen would show it too small, another one for that.
    static func elements(_ diagram: Diagram) -> String {
        let (right, down) = (DiagramDrawing(diagram), DiagramDrawing(diagram, flow: .down))
        if right.size.width <= 400 || down.size.width >= right.size.width { return right.element() }
        return right.element(look: " wide") + down.element(look: " narrow")
    }

    static var name: String { "diagram" }

    static var fileStyle: String { Stylesheet.diagramFile }

    var words: (caption: String, alternative: String) { (diagram.caption, diagram.alternative) }

    var content: String { (arrows + boxes).joined(separator: "\n") }

    var size: (width: Double, height: Double) {
        let end = ranks.last.map { $0.start + $0.length }
        let along = (end ?? margin) + margin
        return flow == .right ? (along, across) : (across, along)
    }

    private var across: Double {
        let places = Double(layout.largestRank)
        return 2 * margin + places * breadth + max(0, places - 1) * gap.across
    }

    // MARK: Boxes

    private var boxes: [String] {
        let last = diagram.boxes.count - 1
        return zip(diagram.boxes, layout.places).enumerated().map { number, pair in
            let kind = number == last ? "result" : pair.0.operands.isEmpty ? "given" : "computed"
            let rank = ranks[pair.1.rank]
            let side = middle(of: pair.1) - breadth / 2
            return DiagramBox(
                box: pair.0, kind: kind, left: flow == .right ? rank.start : side,
                top: flow == .right ? side : rank.start,
                width: flow == .right ? rank.length : breadth,
                height: flow == .right ? breadth : rank.length
            ).drawing
        }
    }

    private func start(of place: LayeredLayout.Place) -> Double { ranks[place.rank].start }

    private func end(of place: LayeredLayout.Place) -> Double {
        ranks[place.rank].start + ranks[place.rank].length
    }

    private func middle(of place: LayeredLayout.Place) -> Double {
        across / 2 + place.height * (breadth + gap.across)
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
                from: Point(self.end(of: start), middle(of: start) + leaving),
                past: arrow.bends, to: Point(self.start(of: end), middle(of: end) + arriving))
        }
    }

    private func offset(
        _ arrow: Int, among arrows: [Int], height: (Int) -> Double
    ) -> Double {
        let sorted = arrows.sorted { (height($0), $0) < (height($1), $1) }
        let position = Double(sorted.firstIndex(of: arrow) ?? 0)
        return (position - Double(sorted.count - 1) / 2) * portDistance
    }

    /// A place along the flow and across it.
    private struct Point {
        let along: Double
        let across: Double

        init(_ along: Double, _ across: Double) {
            self.along = along
            self.across = across
        }
    }

    /// A curve that leaves and arrives in the direction of the flow, and ends in a point.
    private func drawing(
        from start: Point, past bends: [LayeredLayout.Place], to end: Point
    ) -> String {
        let head = 7.0
        var path = "M\(text(start))"
        var here = start
        for bend in bends {
            path += curve(from: here, to: Point(self.start(of: bend), middle(of: bend)))
            here = Point(self.end(of: bend), middle(of: bend))
            path += "L\(text(here))"
        }
        path += curve(from: here, to: Point(end.along - head, end.across))
        let corners = [
            end, Point(end.along - head - 1, end.across - 4),
            Point(end.along - head - 1, end.across + 4),
        ]
        let tip = "M" + corners.map(text).joined(separator: "L") + "Z"
        return "<path class=\"arrow\" d=\"\(path)\" /><path class=\"tip\" d=\"\(tip)\" />"
    }

    private func curve(from start: Point, to end: Point) -> String {
        if start.across == end.across { return "L\(text(end))" }
        let middle = (start.along + end.along) / 2
        let bends = [Point(middle, start.across), Point(middle, end.across), end]
        return "C" + bends.map(text).joined(separator: " ")
    }

    private func text(_ point: Point) -> String {
        let (x, y) =
            flow == .right ? (point.along, point.across) : (point.across, point.along)
        return svgNumber(x) + " " + svgNumber(y)
    }
}
