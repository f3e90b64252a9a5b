import DeepTeaching

/// An outline that all of is seen from its centre: a distance for each of many directions. Lengths
/// are micrometres in the slide's frame.
struct StarPolygon: Sendable, Equatable {
    /// The point that all of the outline is seen from.
    let center: SIMD2<Double>

    /// The distance from the centre to the outline at equally spaced angles, starting at the x axis
    /// and turning towards the y axis.
    let radii: [Float]

    /// The corners of the outline.
    var vertices: [SIMD2<Double>] {
        radii.enumerated().map { index, radius in
            center + Double(radius) * Self.direction(index, of: radii.count)
        }
    }

    /// The largest distance from the centre to the outline.
    var reach: Double { Double(radii.max() ?? 0) }

    /// The area inside, by the shoelace formula.
    var area: Double {
        let points = vertices
        var doubled = 0.0
        for (index, point) in points.enumerated() {
            let next = points[(index + 1) % points.count]
            doubled += point.x * next.y - next.x * point.y
        }
        return abs(doubled) / 2
    }

    /// The largest distance between two corners: every pair is looked at.
    var longestDiameter: Double { Self.longestDistance(in: vertices) }

    /// How far inside the outline a place lies along the ray from the centre; negative outside.
    func depth(x: Float, y: Float) -> Float {
        let dx = x - Float(center.x)
        let dy = y - Float(center.y)
        let place = ExactMath.turns(x: dx, y: dy) * Float(radii.count)
        let sector = min(Int(place), radii.count - 1)
        let next = sector + 1 == radii.count ? 0 : sector + 1
        let radius = radii[sector] + (radii[next] - radii[sector]) * (place - Float(sector))
        return radius - (dx * dx + dy * dy).squareRoot()
    }

    static func direction(_ index: Int, of count: Int) -> SIMD2<Double> {
        let turns = Double(index) / Double(count)
        return SIMD2(ExactMath.cosine(turns: turns), ExactMath.sine(turns: turns))
    }

    static func longestDistance(in points: [SIMD2<Double>]) -> Double {
        var longest = 0.0
        points.withUnsafeBufferPointer { points in
            for first in 0..<points.count {
                for second in first + 1..<max(points.count, first + 1) {
                    let dx = points[first].x - points[second].x
                    let dy = points[first].y - points[second].y
                    longest = max(longest, dx * dx + dy * dy)
                }
            }
        }
        return longest.squareRoot()
    }
}
