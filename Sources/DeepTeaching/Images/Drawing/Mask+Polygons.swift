extension Mask {
    /// The mask of what some polygons enclose, without what others enclose.
    ///
    /// A pixel belongs to a polygon if its centre lies inside, by the even-odd rule: a line from
    /// the centre outwards crosses the outline an odd number of times. A centre on a left or an
    /// upper edge is inside, on a right or a lower edge outside, so polygons that share an edge
    /// never share a pixel. Parts of a polygon beyond the picture are cut off.
    ///
    /// - Parameters:
    ///   - size: the size of the mask.
    ///   - polygons: corners in the order in which they are joined, in pixels of the mask.
    ///   - holes: polygons whose inside is taken away again.
    public init(
        size: PixelSize, filling polygons: [[PixelPoint]], excluding holes: [[PixelPoint]] = []
    ) {
        self.init(size: size)
        for polygon in polygons { fill(polygon, with: true) }
        for hole in holes { fill(hole, with: false) }
    }

    /// Sets the pixels inside a polygon, row by row.
    private mutating func fill(_ polygon: [PixelPoint], with value: Bool) {
        let corners = polygon.filter { $0.x.isFinite && $0.y.isFinite }
        guard corners.count >= 3, size.area > 0 else { return }
        for (row, crossings) in crossings(of: corners) {
            let sorted = crossings.sorted()
            for pair in stride(from: 0, to: sorted.count - 1, by: 2) {
                let first = firstCenter(from: sorted[pair], limit: size.width)
                let end = firstCenter(from: sorted[pair + 1], limit: size.width)
                for x in first..<max(first, end) { pixels[row * size.width + x] = value }
            }
        }
    }

    /// For each row that a polygon touches, where its edges cross the line of the centres.
    private func crossings(of corners: [PixelPoint]) -> [(row: Int, crossings: [Double])] {
        let top = firstCenter(from: corners.map(\.y).min() ?? 0, limit: size.height)
        let bottom = firstCenter(from: corners.map(\.y).max() ?? 0, limit: size.height)
        var result = (top..<max(top, bottom)).map { (row: $0, crossings: [Double]()) }
        for (index, a) in corners.enumerated() {
            let b = corners[(index + 1) % corners.count]
            let (upper, lower) = a.y <= b.y ? (a, b) : (b, a)
            // An edge holds its upper end but not its lower one: a corner is counted once.
            let first = firstCenter(from: upper.y, limit: size.height)
            let end = firstCenter(from: lower.y, limit: size.height)
            for row in first..<max(first, end) {
                let share = (Double(row) + 0.5 - upper.y) / (lower.y - upper.y)
                result[row - top].crossings.append(upper.x + share * (lower.x - upper.x))
            }
        }
        return result
    }
}

/// The first pixel whose centre is at `coordinate` or beyond, within 0...limit.
private func firstCenter(from coordinate: Double, limit: Int) -> Int {
    Int(min(Double(limit), max(0, (coordinate - 0.5).rounded(.up))))
}
