/// The convex hull of points with whole coordinates.
enum ConvexHull {
    /// A point on a lattice.
    struct Point: Hashable, Comparable {
        var x: Int
        var y: Int

        static func < (a: Point, b: Point) -> Bool { (a.y, a.x) < (b.y, b.x) }
    }

    /// The corners of the hull, without points in between on its edges, in order of rotation.
    ///
    /// Source: Andrew, Another efficient algorithm for convex hulls in two dimensions, Information
    /// Processing Letters, 1979.
    static func corners(of points: [Point]) -> [Point] {
        var sorted: [Point] = []
        for point in points.sorted() where point != sorted.last { sorted.append(point) }
        if sorted.count < 3 { return sorted }
        let lower = chain(sorted)
        let upper = chain(sorted.reversed())
        return lower.dropLast() + upper.dropLast()
    }

    private static func chain(_ points: [Point]) -> [Point] {
        var result: [Point] = []
        for point in points {
            while result.count >= 2,
                turn(result[result.count - 2], result[result.count - 1], point) <= 0
            {
                result.removeLast()
            }
            result.append(point)
        }
        return result
    }

    /// Twice the area of the triangle a, b, c: its sign says to which side c lies of a to b.
    private static func turn(_ a: Point, _ b: Point, _ c: Point) -> Int {
        (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    }

    /// The first and the last odd x at a height inside a convex outline or on it; nil if there is none.
    static func centers(
        atHeight y: Int, in corners: [Point]
    ) -> (first: Int, last: Int)? {
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
        return left <= right ? (left, right) : nil
    }

    /// The quotient rounded down, also below 0.
    private static func floorDivide(_ a: Int, by divisor: Int) -> Int {
        a >= 0 ? a / divisor : -((divisor - 1 - a) / divisor)
    }
}
