extension Image {
    /// Draws a line through points, with round ends and without steps at its edges; a single point is a
    /// dot.
    ///
    /// Each pixel is mixed with the color as far as the line covers it: fully where its centre lies half
    /// a pixel inside the edge, not at all half a pixel outside. What lies beyond the picture is cut off.
    ///
    /// - Parameters:
    ///   - points: on the picture, in pixels from the top left corner; those that are not finite leave a
    ///     gap.
    ///   - width: in pixels.
    ///   - color: the color of the line.
    ///   - rectangle: only the pixels in it change; nil for all.
    public mutating func stroke(
        _ points: [PixelPoint], width: Double, color: RGB, inside rectangle: PixelRectangle? = nil
    ) {
        let whole = PixelRectangle(x: 0, y: 0, width: size.width, height: size.height)
        let view = rectangle ?? whole
        let columns = (max(0, view.x)..<max(0, view.x + max(0, view.width)))
            .clamped(to: 0..<size.width)
        let rows = (max(0, view.y)..<max(0, view.y + max(0, view.height)))
            .clamped(to: 0..<size.height)
        let ends = points.count == 1 ? points + points : points
        for (a, b) in zip(ends, ends.dropFirst()) where a.isFinite && b.isFinite {
            strokeSegment(a, b, width: width, color: color, columns: columns, rows: rows)
        }
    }

    private mutating func strokeSegment(
        _ a: PixelPoint, _ b: PixelPoint, width: Double, color: RGB, columns: Range<Int>,
        rows: Range<Int>
    ) {
        let reach = width / 2 + 1
        for row in pixels(min(a.y, b.y) - reach, max(a.y, b.y) + reach, of: rows) {
            let y = Double(row) + 0.5
            let near = a.columns(towards: b, near: y, reach)
            for column in pixels(near.lowerBound, near.upperBound, of: columns) {
                let centre = PixelPoint(x: Double(column) + 0.5, y: y)
                let distance = centre.distance(fromSegmentBetween: a, and: b)
                let cover = min(1, width / 2 - distance + 0.5)
                if cover > 0 { mix(color, x: column, y: row, cover) }
            }
        }
    }

    /// The pixels from one place to another one, as far as they may be drawn on.
    private func pixels(_ start: Double, _ end: Double, of range: Range<Int>) -> Range<Int> {
        let (low, high) = (Double(range.lowerBound), Double(range.upperBound))
        let first = Int(min(high, max(low, start.rounded(.down))))
        return first..<max(first, Int(min(high, max(low, end.rounded(.up)))))
    }

    private mutating func mix(_ color: RGB, x: Int, y: Int, _ cover: Double) {
        func mixed(_ old: UInt8, _ new: UInt8) -> UInt8 {
            UInt8((Double(old) + cover * (Double(new) - Double(old))).rounded())
        }
        let old = self[x: x, y: y]
        self[x: x, y: y] = RGB(
            mixed(old.red, color.red), mixed(old.green, color.green), mixed(old.blue, color.blue))
    }
}

extension PixelPoint {
    fileprivate var isFinite: Bool { x.isFinite && y.isFinite }

    /// The distance from the nearest point between two others.
    fileprivate func distance(fromSegmentBetween a: PixelPoint, and b: PixelPoint) -> Double {
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let length = dx * dx + dy * dy
        let along = length > 0 ? ((x - a.x) * dx + (y - a.y) * dy) / length : 0
        let part = min(1, max(0, along))
        let (awayX, awayY) = (x - a.x - part * dx, y - a.y - part * dy)
        return (awayX * awayX + awayY * awayY).squareRoot()
    }

    /// Where a line to another point can be that is at most `reach` above or below: a long slanted line
    /// fills a small part of its box.
    fileprivate func columns(
        towards end: PixelPoint, near level: Double, _ reach: Double
    ) -> ClosedRange<Double> {
        guard y != end.y else { return min(x, end.x) - reach...max(x, end.x) + reach }
        func crossing(_ level: Double) -> Double {
            x + min(1, max(0, (level - y) / (end.y - y))) * (end.x - x)
        }
        let (one, other) = (crossing(level - reach), crossing(level + reach))
        return min(one, other) - reach...max(one, other) + reach
    }
}
