/// A straight piece of a line, in micrometres.
struct Segment: Sendable {
    let start: SIMD2<Float>
    let end: SIMD2<Float>

    /// The distance from a place to the nearest point of the segment, and where that point lies
    /// between the start (0) and the end (1).
    func distance(x: Float, y: Float) -> (distance: Float, share: Float) {
        let stepX = end.x - start.x
        let stepY = end.y - start.y
        let length = max(stepX * stepX + stepY * stepY, 1e-6)
        let share = min(max(((x - start.x) * stepX + (y - start.y) * stepY) / length, 0), 1)
        let offX = x - start.x - share * stepX
        let offY = y - start.y - share * stepY
        return ((offX * offX + offY * offY).squareRoot(), share)
    }

    /// The unit vector across the segment.
    var normal: SIMD2<Float> {
        let step = end - start
        let length = max((step * step).sum().squareRoot(), 1e-3)
        return SIMD2(-step.y, step.x) / length
    }

    /// Whether the segment, widened by `reach`, touches a rectangle.
    func isNear(left: Float, top: Float, right: Float, bottom: Float, reach: Float) -> Bool {
        max(start.x, end.x) + reach > left && min(start.x, end.x) - reach < right
            && max(start.y, end.y) + reach > top && min(start.y, end.y) - reach < bottom
    }
}
