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
        let sorted = Array(Set(points)).sorted()
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
}
