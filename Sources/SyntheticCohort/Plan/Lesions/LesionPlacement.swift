import DeepTeaching

/// Nodes and lesions that fit each other: every lesion lies inside a node, has its exact size and
/// at least one tumour cell. What does not fit is drawn anew, never dropped, or the slide's label
/// would be wrong.
struct LesionPlacement {
    private(set) var nodes: [NodeShape]
    private(set) var lesions: [Lesion]
    private(set) var cells: TumorCells

    /// Draws until everything fits.
    init(
        type: MetastasisType, profile: CohortProfile, center: CenterStyle, noise: ValueNoise,
        style: TumorStyle, key: UInt64, using generator: inout SeededGenerator
    ) {
        let filler = TumorFiller(noise: noise, style: style, key: key)
        while true {
            let wishes = LesionWish.draw(slide: type, profile: profile, using: &generator)
            let geometry = NodeGeometry.draw(
                profile: profile, lesionDiameter: wishes.first?.longestDiameter ?? 0,
                tissue: center.tissue, noise: noise, using: &generator)
            guard
                let placed = Self.place(wishes, in: geometry, filler: filler, using: &generator)
            else { continue }
            nodes = geometry.nodes
            lesions = placed.map(\.lesion)
            cells = TumorCells(
                placed.flatMap(\.cells), width: profile.sectionWidth,
                height: profile.sectionHeight)
            return
        }
    }

    private typealias Filled = (lesion: Lesion, cells: [TumorCell])

    private static func place(
        _ wishes: [LesionWish], in geometry: NodeGeometry, filler: TumorFiller,
        using generator: inout SeededGenerator
    ) -> [Filled]? {
        var placed: [Filled] = []
        for wish in wishes {
            guard
                let next = place(
                    wish, in: geometry, filler: filler, beside: placed.map(\.lesion),
                    using: &generator)
            else { return nil }
            placed.append(next)
        }
        return placed
    }

    private static func place(
        _ wish: LesionWish, in geometry: NodeGeometry, filler: TumorFiller,
        beside others: [Lesion], using generator: inout SeededGenerator
    ) -> Filled? {
        for attempt in 0..<120 {
            let lesion = wish.lesion(in: geometry, attempt: attempt, using: &generator)
            guard lies(lesion, inside: geometry, at: wish.depth, tolerance: 20 + 6 * attempt),
                wish.type != .itc || !liesInFat(lesion, of: geometry),
                others.allSatisfy({ isApart(lesion, $0) })
            else { continue }
            var filled = lesion
            let cells = filler.cells(of: lesion)
            filled.cellCount = cells.count
            guard wish.type == .sized(lesion.longestDiameter, cells: cells.count),
                wish.type != .itc || cells.count <= 150
            else { continue }
            return (filled, cells)
        }
        return nil
    }

    private static func lies(
        _ lesion: Lesion, inside geometry: NodeGeometry, at depth: Double, tolerance: Int
    ) -> Bool {
        let center = lesion.center
        let found = geometry.depth(x: Float(center.x), y: Float(center.y))
        guard abs(Double(found) - depth) < Double(tolerance) + lesion.longestDiameter / 4 else {
            return false
        }
        return lesion.outline.vertices.allSatisfy {
            geometry.depth(x: Float($0.x), y: Float($0.y)) > 10
        }
    }

    /// Whether a lesion lies where fat has grown into a node: larger ones replace it, isolated cells
    /// would float between fat cells.
    private static func liesInFat(_ lesion: Lesion, of geometry: NodeGeometry) -> Bool {
        let place = geometry.warped(x: Float(lesion.center.x), y: Float(lesion.center.y))
        return geometry.nodes.contains { node in
            let position = node.position(x: place.x, y: place.y)
            // The fat's border wanders by about 0.15.
            return position.depth > 0 && position.towardHilum > node.fatStart - 0.15
        }
    }

    private static func isApart(_ first: Lesion, _ second: Lesion) -> Bool {
        let offset = first.center - second.center
        let reach = first.reach + second.reach + 80
        return (offset * offset).sum() > reach * reach
    }
}

extension MetastasisType {
    /// The type of a lesion of a longest diameter in micrometres and a number of tumour cells.
    static func sized(_ longestDiameter: Double, cells: Int) -> MetastasisType {
        if longestDiameter > 2000 { return .macro }
        return longestDiameter > 200 || cells > 200 ? .micro : .itc
    }
}
