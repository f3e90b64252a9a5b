extension Mask {
    /// The mask of what some polygons enclose, without what others enclose.
    ///
    /// A pixel belongs to a polygon if its centre lies inside, by the rule of the non-zero winding
    /// number: whoever walks along the outline turns around the centre at least once. So what an
    /// outline that crosses itself or is drawn twice goes around belongs to it, as in the viewer
    /// ASAP. A centre on a left or an upper edge is inside, on a right or a lower edge outside, so
    /// polygons that share an edge never share a pixel. Parts of a polygon beyond the picture are
    /// cut off; a polygon of less than three corners encloses nothing.
    ///
    /// - Parameters:
    ///   - size: the size of the mask.
    ///   - polygons: finite corners in the order in which they are joined, in pixels of the mask.
    ///   - holes: polygons whose inside is taken away again.
    public init(
        size: PixelSize, filling polygons: [[PixelPoint]], excluding holes: [[PixelPoint]] = []
    ) {
        self.init(size: size)
        for polygon in polygons { fill(Polygon(exterior: polygon), with: true) }
        for hole in holes { fill(Polygon(exterior: hole), with: false) }
    }

    /// The mask of what some polygons enclose, each without its own holes: what one of them leaves
    /// out may lie within another. The rules are those of `init(size:filling:excluding:)`.
    ///
    /// - Parameters:
    ///   - size: the size of the mask.
    ///   - polygons: finite corners in pixels of the mask.
    ///   - excluded: polygons whose inside is taken away again, but for that of their holes.
    public init(
        size: PixelSize, filling polygons: [Polygon<PixelPoint>],
        excluding excluded: [Polygon<PixelPoint>] = []
    ) {
        self.init(size: size)
        for polygon in polygons { fill(polygon, with: true) }
        for polygon in excluded { fill(polygon, with: false) }
    }

    /// Where an edge crosses the line through the centres of a row.
    private struct Crossing {
        let x: Double

        /// 1 where the outline goes down, -1 where it goes up.
        let turn: Int

        /// Which ring of the polygon it is: 0 is the outer border.
        let ring: Int
    }

    /// Sets the pixels inside a polygon, row by row.
    private mutating func fill(_ polygon: Polygon<PixelPoint>, with value: Bool) {
        if let odd = polygon.rings.joined().first(where: { !$0.x.isFinite || !$0.y.isFinite }) {
            require(false, "a polygon cannot have a corner at (\(odd.x), \(odd.y))")
        }
        guard polygon.exterior.count >= 3, size.area > 0 else { return }
        // So far out, a corner's place no longer matters, and differences stay finite.
        let reach = 0x1p53
        let near = polygon.map {
            PixelPoint(x: min(reach, max(-reach, $0.x)), y: min(reach, max(-reach, $0.y)))
        }
        for (row, crossings) in crossings(of: near) {
            let sorted = crossings.sorted { $0.x < $1.x }
            // How often each ring turns around the centres, and how many holes do.
            var turns = [Int](repeating: 0, count: 1 + polygon.holes.count)
            var holes = 0
            for (crossing, next) in zip(sorted, sorted.dropFirst()) {
                let wasInside = turns[crossing.ring] != 0
                turns[crossing.ring] += crossing.turn
                if crossing.ring > 0 {
                    holes += (turns[crossing.ring] != 0 ? 1 : 0) - (wasInside ? 1 : 0)
                }
                guard turns[0] != 0, holes == 0 else { continue }
                let first = firstCenter(from: crossing.x, limit: size.width)
                let end = firstCenter(from: next.x, limit: size.width)
                for x in first..<max(first, end) { pixels[row * size.width + x] = value }
            }
        }
    }

    /// For each row that a polygon touches, where its edges cross the line of the centres.
    private func crossings(
        of polygon: Polygon<PixelPoint>
    ) -> [(row: Int, crossings: [Crossing])] {
        let top = firstCenter(from: polygon.exterior.map(\.y).min() ?? 0, limit: size.height)
        let bottom = firstCenter(from: polygon.exterior.map(\.y).max() ?? 0, limit: size.height)
        var result = (top..<max(top, bottom)).map { (row: $0, crossings: [Crossing]()) }
        for (ring, corners) in polygon.rings.enumerated() {
            for (index, a) in corners.enumerated() {
                let b = corners[(index + 1) % corners.count]
                let (upper, lower) = a.y <= b.y ? (a, b) : (b, a)
                // An edge holds its upper end but not its lower one: a corner is counted once.
                let first = max(top, firstCenter(from: upper.y, limit: size.height))
                let end = min(bottom, firstCenter(from: lower.y, limit: size.height))
                for row in first..<max(first, end) {
                    let share = (Double(row) + 0.5 - upper.y) / (lower.y - upper.y)
                    let x = upper.x + share * (lower.x - upper.x)
                    result[row - top].crossings.append(
                        Crossing(x: x, turn: a.y <= b.y ? 1 : -1, ring: ring))
                }
            }
        }
        return result
    }
}

/// The first pixel whose centre is at `coordinate` or beyond, within 0...limit.
private func firstCenter(from coordinate: Double, limit: Int) -> Int {
    Int(min(Double(limit), max(0, (coordinate - 0.5).rounded(.up))))
}
