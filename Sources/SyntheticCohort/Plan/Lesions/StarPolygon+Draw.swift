import DeepTeaching

/// What an outline shall look like, apart from its size.
struct StarShape {
    /// Length divided by width of the ellipse that the outline varies.
    var elongation: Double
    /// The direction of the ellipse's long axis.
    var turns: Double
    /// The size of the border's waves, around 1.
    var roughness: Double
}

extension StarPolygon {
    /// An outline of exactly the given longest diameter around `center`.
    init(
        longestDiameter: Double, center: SIMD2<Double>, shape: StarShape,
        using generator: inout SeededGenerator
    ) {
        let count = min(max(Int(longestDiameter / 4), 64), 512)
        let unscaled = Self.drawRadii(count: count, shape, using: &generator)
        let corners = unscaled.enumerated().map { $1 * Self.direction($0, of: count) }
        let scale = longestDiameter / Self.longestDistance(in: corners)
        self.center = center
        radii = unscaled.map { Float($0 * scale) }
    }

    /// The radii of an ellipse of mean radius 1 with waves on its border.
    private static func drawRadii(
        count: Int, _ shape: StarShape, using generator: inout SeededGenerator
    ) -> [Double] {
        // Low orders make lobes, high ones would make saw teeth: amplitudes fall with the order.
        let waves = (2...14).map { order -> (order: Double, amplitude: Double, phase: Double) in
            let height = 0.34 * shape.roughness / (Double(order) * Double(order).squareRoot())
            return (Double(order), height * generator.nearlyNormal(), generator.uniform())
        }
        return (0..<count).map { index in
            let angle = Double(index) / Double(count)
            let along = ExactMath.cosine(turns: angle - shape.turns)
            let across = ExactMath.sine(turns: angle - shape.turns) * shape.elongation
            var factor = 1.0
            for wave in waves {
                factor += wave.amplitude * ExactMath.cosine(turns: wave.order * angle + wave.phase)
            }
            return max(factor, 0.35) / (along * along + across * across).squareRoot()
        }
    }
}
