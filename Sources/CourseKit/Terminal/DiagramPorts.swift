/// Where arrows leave and reach their boxes: side by side, in the order of where they lead.
struct DiagramPorts {
    private let layout: LayeredLayout
    private let distance: Int

    init(_ layout: LayeredLayout, distance: Int) {
        self.layout = layout
        self.distance = distance
    }

    /// How far the outermost arrows at one side of a box are apart, at most.
    var largestSpan: Int {
        let counts = layout.places.indices.flatMap { box in
            [
                layout.arrows.count { $0.operand == box }, layout.arrows.count { $0.node == box },
            ]
        }
        return max(0, (counts.max() ?? 0) - 1) * distance
    }

    /// - Parameters:
    ///   - middle: the middle of a place, across the flow.
    ///   - breadth: how large a box is across the flow.
    ///   - shortest: how long a channel is at least.
    func channels(
        middle: (LayeredLayout.Place) -> Int, breadth: Int, shortest: Int
    ) -> [DiagramChannel]? {
        let sources = layout.arrows.enumerated().map { number, arrow in
            [
                middle(layout.places[arrow.operand])
                    + offset(number, at: arrow.operand, leaving: true)
            ] + arrow.bends.map(middle)
        }
        let shifts = layout.places.indices.map { box in
            shift(
                of: box, middle: middle(layout.places[box]), breadth: breadth,
                sources: sources.map { $0.last ?? 0 })
        }
        var lines = Array(repeating: [DiagramChannel.Line](), count: max(0, layout.rankCount - 1))
        for (number, arrow) in layout.arrows.enumerated() {
            let start = layout.places[arrow.operand]
            let end = layout.places[arrow.node]
            let across =
                sources[number]
                + [
                    middle(end) + offset(number, at: arrow.node, leaving: false)
                        + shifts[arrow.node]
                ]
            for index in 1..<across.count {
                lines[start.rank + index - 1].append(
                    DiagramChannel.Line(
                        start: across[index - 1], end: across[index], leavesBox: index == 1,
                        reachesBox: index == across.count - 1))
            }
        }
        let channels = lines.compactMap { DiagramChannel($0, shortest: shortest) }
        return channels.count == lines.count ? channels : nil
    }

    /// By how much the points at a box stand beside its middle, so that most arrows run straight.
    private func shift(of box: Int, middle: Int, breadth: Int, sources: [Int]) -> Int {
        let arrows = layout.arrows.indices.filter { layout.arrows[$0].node == box }
        func straight(_ shift: Int) -> Int {
            arrows.count {
                sources[$0] == middle + offset($0, at: box, leaving: false) + shift
            }
        }
        let offsets = arrows.map { offset($0, at: box, leaving: false) + breadth / 2 }
        let inside = [0, 1, -1].filter { shift in
            offsets.allSatisfy { (1..<breadth - 1).contains($0 + shift) }
        }
        return inside.max { straight($0) < straight($1) } ?? 0
    }

    private func offset(_ arrow: Int, at box: Int, leaving: Bool) -> Int {
        let all = layout.arrows
        let own = all.indices.filter { (leaving ? all[$0].operand : all[$0].node) == box }
        func height(_ index: Int) -> Double {
            let other = leaving ? all[index].node : all[index].operand
            let bend = leaving ? all[index].bends.first : all[index].bends.last
            return (bend ?? layout.places[other]).height
        }
        let sorted = own.sorted { (height($0), $0) < (height($1), $1) }
        let position = sorted.firstIndex(of: arrow) ?? 0
        return position * distance - (sorted.count - 1) * distance / 2
    }
}
