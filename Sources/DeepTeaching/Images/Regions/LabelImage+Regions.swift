extension LabelImage {
    /// The measures of all regions; element k belongs to label k + 1.
    ///
    /// A label without a pixel has no region, which cannot happen after `connectedComponents`.
    public func regions() -> [Region] {
        var sums = (0...count).map { RegionSums(label: $0) }
        labels.withUnsafeBufferPointer { labels in
            for y in 0..<size.height {
                let row = y * size.width
                var start = 0
                while start < size.width {
                    let label = labels[row &+ start]
                    var end = start &+ 1
                    while end < size.width && labels[row &+ end] == label { end &+= 1 }
                    if label != 0 { sums[Int(label)].add(row: y, from: start, to: end) }
                    start = end
                }
            }
        }
        return sums.dropFirst().filter { $0.area > 0 }.map { $0.region() }
    }
}

/// What is collected of a region in one scan, run by run.
private struct RegionSums {
    let label: Int
    var area = 0
    var firstRow = 0
    var sumX = 0
    var sumY = 0
    var sumXX = 0
    var sumYY = 0
    var sumXY = 0

    /// For each row from `firstRow` on, the first pixel and the one behind the last; empty rows,
    /// which only a region in several parts has, start after they end.
    var rows: [(start: Int, end: Int)] = []

    init(label: Int) { self.label = label }

    /// Adds the pixels `start` up to but not including `end` of a row.
    mutating func add(row y: Int, from start: Int, to end: Int) {
        let n = end - start
        // The sums of x and of x^2 over the run.
        let x = (start + end - 1) * n / 2
        let xx = squares(below: end) - squares(below: start)
        if area == 0 { firstRow = y }
        area += n
        sumX += x
        sumY += n * y
        sumXX += xx
        sumYY += n * y * y
        sumXY += x * y
        while rows.count <= y - firstRow { rows.append((Int.max, Int.min)) }
        rows[y - firstRow].start = min(rows[y - firstRow].start, start)
        rows[y - firstRow].end = max(rows[y - firstRow].end, end)
    }

    private func squares(below n: Int) -> Int { (n - 1) * n * (2 * n - 1) / 6 }

    func region() -> Region {
        let left = rows.reduce(Int.max) { min($0, $1.start) }
        let right = rows.reduce(Int.min) { max($0, $1.end) }
        let n = Double(area)
        let (meanX, meanY) = (Double(sumX) / n, Double(sumY) / n)
        return Region(
            label: label, area: area,
            boundingBox: PixelRectangle(
                x: left, y: firstRow, width: right - left, height: rows.count),
            centroid: PixelPoint(x: meanX + 0.5, y: meanY + 0.5),
            covariance: (
                xx: centralMoment(sumXX, sumX, sumX), yy: centralMoment(sumYY, sumY, sumY),
                xy: centralMoment(sumXY, sumX, sumY)
            ),
            hull: hull(), convexArea: convexArea())
    }

    /// (n sum ab - sum a sum b) / n^2, in whole numbers up to the division.
    private func centralMoment(_ ab: Int, _ a: Int, _ b: Int) -> Double {
        let product = area.multipliedReportingOverflow(by: ab)
        let square = a.multipliedReportingOverflow(by: b)
        let n = Double(area)
        if product.overflow || square.overflow {
            return Double(ab) / n - Double(a) / n * (Double(b) / n)
        }
        return Double(product.partialValue - square.partialValue) / n / n
    }

    /// The convex hull of the corners of all pixels.
    private func hull() -> [PixelPoint] {
        var points: [ConvexHull.Point] = []
        for (offset, row) in rows.enumerated() where row.start < row.end {
            for x in [row.start, row.end] {
                points.append(ConvexHull.Point(x: x, y: firstRow + offset))
                points.append(ConvexHull.Point(x: x, y: firstRow + offset + 1))
            }
        }
        return ConvexHull.corners(of: points).map {
            PixelPoint(x: Double($0.x), y: Double($0.y))
        }
    }

    /// Counts the centres in the hull of the middles of all pixel edges, in half pixels, so that
    /// all coordinates are whole.
    private func convexArea() -> Int {
        var points: [ConvexHull.Point] = []
        for (offset, row) in rows.enumerated() where row.start < row.end {
            let y = 2 * offset + 1
            points.append(ConvexHull.Point(x: 2 * row.start, y: y))
            points.append(ConvexHull.Point(x: 2 * row.end, y: y))
            for x in [2 * row.start + 1, 2 * row.end - 1] {
                points.append(ConvexHull.Point(x: x, y: y - 1))
                points.append(ConvexHull.Point(x: x, y: y + 1))
            }
        }
        let corners = ConvexHull.corners(of: points)
        return rows.indices.reduce(0) { $0 + centers(inRow: 2 * $1 + 1, of: corners) }
    }

    /// The number of odd x at height `y` inside a convex outline or on it.
    private func centers(inRow y: Int, of corners: [ConvexHull.Point]) -> Int {
        var (left, right) = (Int.max, Int.min)
        for (index, a) in corners.enumerated() {
            let b = corners[(index + 1) % corners.count]
            let (upper, lower) = a.y <= b.y ? (a, b) : (b, a)
            guard upper.y <= y && y <= lower.y && upper.y < lower.y else { continue }
            let height = lower.y - upper.y
            let numerator = upper.x * height + (y - upper.y) * (lower.x - upper.x)
            // The first odd x at the crossing or right of it, and the last at it or left of it.
            left = min(left, 1 - 2 * floorDivide(height - numerator, by: 2 * height))
            right = max(right, 1 + 2 * floorDivide(numerator - height, by: 2 * height))
        }
        return left <= right ? (right - left) / 2 + 1 : 0
    }

    /// The quotient rounded down, also below 0.
    private func floorDivide(_ a: Int, by divisor: Int) -> Int {
        a >= 0 ? a / divisor : -((divisor - 1 - a) / divisor)
    }
}
