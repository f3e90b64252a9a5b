/// Where the boxes of a diagram stand on the grid of a terminal, and where its arrows run.
struct DiagramPlan {
    /// Where the arrows lead: each rank of boxes stands right of the one before, or below it.
    enum Flow {
        case right, down
    }

    let flow: Flow

    /// What stands in each box, line by line.
    let contents: [[(text: String, role: Palette.Role?)]]
    let layout: LayeredLayout

    /// How large the boxes of each rank are in the direction of the flow, and all boxes across it.
    private let lengths: [Int]
    private let breadth: Int

    /// Between each rank and the next one the lines of its arrows; nil if they cannot be told apart.
    let channels: [DiagramChannel]?

    /// - Parameter isFlat: whether all that is known of a box shares one line.
    init(_ diagram: Diagram, flow: Flow, isFlat: Bool) {
        let contents = diagram.boxes.map { Self.content(of: $0, isFlat: isFlat) }
        let layout = LayeredLayout(operands: diagram.boxes.map(\.operands))
        let heights = contents.map { $0.count + 2 }
        let widths = contents.map { ($0.map { TextWidth.of($0.text) }.max() ?? 0) + 4 }
        let along = flow == .right ? widths : heights
        let across = flow == .right ? heights : widths
        var lengths = [Int](repeating: 1, count: layout.rankCount)
        for (place, length) in zip(layout.places, along) {
            lengths[place.rank] = max(lengths[place.rank], length)
        }
        let ports = DiagramPorts(layout, distance: flow == .right ? 1 : 2)
        let breadth = max(across.max() ?? 0, ports.largestSpan + 3)
        self.flow = flow
        self.contents = contents
        self.layout = layout
        self.lengths = lengths
        self.breadth = breadth
        let middle = { Self.start($0, layout, breadth, flow) + breadth / 2 }
        channels = ports.channels(
            middle: middle, breadth: breadth, shortest: flow == .right ? 3 : 1)
    }

    /// The title, how the box was made, and the numbers.
    private static func content(
        of box: Diagram.Box, isFlat: Bool
    ) -> [(text: String, role: Palette.Role?)] {
        let rows = box.rows.map { "\($0.label) \($0.text)" }
        let facts = ([box.operation] + rows).filter { !$0.isEmpty }
        let lines = isFlat && !facts.isEmpty ? [facts.joined(separator: ", ")] : facts
        return [(box.title, .value)] + lines.map { ($0, nil) }
    }

    private static func start(
        _ place: LayeredLayout.Place, _ layout: LayeredLayout, _ breadth: Int, _ flow: Flow
    ) -> Int {
        let pitch = breadth + (flow == .right ? 0 : 2)
        let middle = Double((layout.largestRank - 1) * pitch) / 2
        return Int((middle + place.height * Double(pitch)).rounded())
    }

    /// Where a box begins across the flow.
    func start(across place: LayeredLayout.Place) -> Int {
        Self.start(place, layout, breadth, flow)
    }

    /// Where a rank begins along the flow.
    func start(ofRank rank: Int) -> Int {
        (0..<rank).reduce(0) { $0 + lengths[$1] + (channels?[$1].length ?? 0) }
    }

    /// How large a box is along the flow and across it.
    func size(ofRank rank: Int) -> (along: Int, across: Int) { (lengths[rank], breadth) }

    /// The columns that the drawing needs.
    var width: Int {
        guard let last = lengths.indices.last else { return 0 }
        if flow == .right { return start(ofRank: last) + lengths[last] }
        let starts = layout.places.map { start(across: $0) }
        return (starts.max() ?? 0) + breadth
    }

    /// The drawing.
    var canvas: DiagramCanvas {
        var canvas = DiagramCanvas(flow: flow)
        for (place, content) in zip(layout.places, contents) {
            let size = size(ofRank: place.rank)
            canvas.box(
                along: start(ofRank: place.rank), across: start(across: place),
                size: size, content: content)
        }
        for (rank, channel) in (channels ?? []).enumerated() {
            let end = start(ofRank: rank) + lengths[rank]
            for line in channel.lines {
                canvas.line(line, from: end, length: channel.length, passing: lengths[rank])
            }
        }
        return canvas
    }
}
