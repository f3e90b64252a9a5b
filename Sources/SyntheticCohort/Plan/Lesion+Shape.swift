import DeepTeaching

extension Lesion {
    /// The radii of an ellipse of mean radius 1 with waves on its border.
    static func drawRadii(
        count: Int, elongation: Double, turns: Double, roughness: Double,
        using generator: inout SeededGenerator
    ) -> [Double] {
        // Low orders make lobes, high ones would make saw teeth: amplitudes fall with the order.
        let waves = (2...14).map { order -> (order: Double, amplitude: Double, phase: Double) in
            let height = 0.34 * roughness / (Double(order) * Double(order).squareRoot())
            return (Double(order), height * generator.nearlyNormal(), generator.uniform())
        }
        return (0..<count).map { index in
            let angle = Double(index) / Double(count)
            let along = ExactMath.cosine(turns: angle - turns)
            let across = ExactMath.sine(turns: angle - turns) * elongation
            var radius = 1 / (along * along + across * across).squareRoot()
            var factor = 1.0
            for wave in waves {
                factor += wave.amplitude * ExactMath.cosine(turns: wave.order * angle + wave.phase)
            }
            radius *= max(factor, 0.35)
            return radius
        }
    }

    static func longestDistance(of radii: [Double]) -> Double {
        longestDistance(
            in: radii.enumerated().map { $1 * direction($0, of: radii.count) })
    }

    /// The largest distance between two of the points: every pair is looked at.
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

    /// The area of a polygon by the shoelace formula.
    static func area(of points: [SIMD2<Double>]) -> Double {
        var doubled = 0.0
        for (index, point) in points.enumerated() {
            let next = points[(index + 1) % points.count]
            doubled += point.x * next.y - next.x * point.y
        }
        return abs(doubled) / 2
    }
}
