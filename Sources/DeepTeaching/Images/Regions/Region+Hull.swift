/// What is measured on the convex hull of a region: what a rubber band around it would enclose.
extension Region {
    /// The corners of the convex hull of the pixels' squares.
    public var hull: [PixelPoint] {
        var points: [ConvexHull.Point] = []
        for row in rowEnds {
            for x in [row.start, row.end] {
                points.append(ConvexHull.Point(x: x, y: row.y))
                points.append(ConvexHull.Point(x: x, y: row.y + 1))
            }
        }
        return ConvexHull.corners(of: points).map {
            PixelPoint(x: Double($0.x), y: Double($0.y))
        }
    }

    /// The number of pixels whose centre lies in the convex hull of the middles of all pixel edges.
    public var convexArea: Int {
        convexRows.reduce(0) { $0 + ($1.last - $1.first) / 2 + 1 }
    }

    /// The area as a share of the convex area: 1 for a region without dents.
    public var solidity: Double { Double(area) / Double(convexArea) }

    /// The largest distance between two points of the region in pixels.
    public var longestDiameter: Double { longestDiameter(pixelWidth: 1, pixelHeight: 1) }

    /// The largest distance between two points of the region, for pixels of a given size.
    ///
    /// Pixels count as squares, not as points: the diameter runs from corner to corner, so that
    /// even a single pixel has one, its diagonal.
    public func longestDiameter(pixelWidth: Double, pixelHeight: Double) -> Double {
        require(
            pixelWidth > 0 && pixelHeight > 0 && pixelWidth.isFinite && pixelHeight.isFinite,
            "a pixel of \(pixelWidth) x \(pixelHeight) has no size: give two lengths above 0")
        return largestDistance(hull.map { (x: $0.x * pixelWidth, y: $0.y * pixelHeight) })
    }

    /// The largest distance between two middles of pixel edges of the filled hull in pixels, as
    /// scikit-image measures the maximum Feret diameter: 1 for a single pixel.
    ///
    /// The filled hull is made of pixels, too, and may reach a little beyond the region. So this differs
    /// from `longestDiameter`, which runs from corner to corner of the region's own pixels, to both sides.
    public var feretDiameter: Double {
        var points: [ConvexHull.Point] = []
        for row in convexRows {
            for x in [row.first, row.last] {
                points += [(-1, 0), (1, 0), (0, -1), (0, 1)].map {
                    ConvexHull.Point(x: x + $0.0, y: row.y + $0.1)
                }
            }
        }
        return largestDistance(
            ConvexHull.corners(of: points).map { (x: Double($0.x) / 2, y: Double($0.y) / 2) })
    }

    private func largestDistance(_ points: [(x: Double, y: Double)]) -> Double {
        var largest = 0.0
        for (index, a) in points.enumerated() {
            for b in points[(index + 1)...] {
                let (dx, dy) = (a.x - b.x, a.y - b.y)
                largest = max(largest, dx * dx + dy * dy)
            }
        }
        return largest.squareRoot()
    }

    /// The first pixel of each row that has any, and the one behind its last.
    private var rowEnds: [(y: Int, start: Int, end: Int)] {
        var rows: [(y: Int, start: Int, end: Int)] = []
        for run in runs {
            if let last = rows.last, last.y == run.row {
                rows[rows.count - 1].end = Int(run.end)
            } else {
                rows.append((Int(run.row), Int(run.start), Int(run.end)))
            }
        }
        return rows
    }

    /// For each row the first and the last pixel centre in the convex hull of the middles of all pixel
    /// edges, in half pixels, so that all coordinates are whole.
    private var convexRows: [(y: Int, first: Int, last: Int)] {
        var points: [ConvexHull.Point] = []
        for row in rowEnds {
            let y = 2 * row.y + 1
            points.append(ConvexHull.Point(x: 2 * row.start, y: y))
            points.append(ConvexHull.Point(x: 2 * row.end, y: y))
            for x in [2 * row.start + 1, 2 * row.end - 1] {
                points.append(ConvexHull.Point(x: x, y: y - 1))
                points.append(ConvexHull.Point(x: x, y: y + 1))
            }
        }
        let corners = ConvexHull.corners(of: points)
        return (boundingBox.y..<boundingBox.y + boundingBox.height).compactMap { row in
            ConvexHull.centers(atHeight: 2 * row + 1, in: corners).map {
                (2 * row + 1, $0.first, $0.last)
            }
        }
    }
}
