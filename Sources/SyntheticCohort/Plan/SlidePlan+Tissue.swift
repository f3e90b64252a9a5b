import DeepTeaching

extension SlidePlan {
    /// Follicles on a jittered grid in the cortex: not too deep, and not where medulla is.
    static func drawFollicles(
        in nodes: [NodeShape], of center: CenterStyle, using generator: inout SeededGenerator
    ) -> [Follicle] {
        let spacing: Float = 560
        var follicles: [Follicle] = []
        for node in nodes {
            let reach = node.semiMajor * 1.1
            let steps = Int(2 * reach / spacing) + 1
            for cell in 0..<steps * steps {
                let x =
                    node.centerX - reach
                    + spacing * (Float(cell % steps) + Float(generator.uniform(0.15, 0.85)))
                let y =
                    node.centerY - reach
                    + spacing * (Float(cell / steps) + Float(generator.uniform(0.15, 0.85)))
                let radius = Float(generator.logNormal(median: 165, deviation: 0.38))
                let mantle = Float(generator.uniform(35, 85))
                let occurs = generator.chance(center.germinalCenters)
                let place = node.position(x: x, y: y)
                let isCortex =
                    place.depth > radius * 0.7 + 90 && place.depth < 1150
                    && place.towardHilum < node.medullaStart
                if occurs && isCortex {
                    follicles.append(
                        Follicle(x: x, y: y, radius: min(max(radius, 95), 400), mantle: mantle))
                }
            }
        }
        return follicles
    }

    /// Vessels all over the nodes, larger ones in the fat.
    static func drawVessels(
        in nodes: [NodeShape], _ profile: CohortProfile, using generator: inout SeededGenerator
    ) -> [Vessel] {
        let area = profile.sectionWidth * profile.sectionHeight
        return (0..<Int(area / (260 * 260))).compactMap { _ in
            let x = Float(generator.uniform(0, profile.sectionWidth))
            let y = Float(generator.uniform(0, profile.sectionHeight))
            let depth = nodes.map { $0.depth(x: x, y: y) }.max() ?? 0
            let reach = nodes.map(\.fatReach).max() ?? 0
            let median = depth > 0 ? 14.0 : 20.0
            let minor = generator.logNormal(median: median, deviation: 0.45)
            let stretch = generator.uniform(1, 2.4)
            let turns = generator.uniform()
            let wall = generator.uniform(0.22, 0.5)
            let filling = generator.chance(0.5) ? generator.uniform(0.4, 1) : 0
            let occurs = generator.chance(depth > 0 ? 0.35 : 0.16)
            guard occurs, depth > 60 || depth < -60 && depth > -0.6 * reach else { return nil }
            return Vessel(
                x: x, y: y, semiMajor: Float(minor * stretch), semiMinor: Float(minor),
                axisX: Float(ExactMath.cosine(turns: turns)),
                axisY: Float(ExactMath.sine(turns: turns)),
                wall: Float(max(minor * wall, 3)), filling: Float(filling))
        }
    }

    /// Up to three folds across the nodes.
    static func drawFolds(
        in nodes: [NodeShape], rate: Double, using generator: inout SeededGenerator
    ) -> [Fold] {
        guard generator.chance(rate), let node = nodes.first else { return [] }
        return (0...generator.index(below: 3)).map { _ in
            let turns = generator.uniform()
            let length = Double(node.semiMinor) * generator.uniform(0.2, 0.8)
            let x = Double(node.centerX) + Double(node.semiMinor) * generator.uniform(-0.7, 0.7)
            let y = Double(node.centerY) + Double(node.semiMinor) * generator.uniform(-0.7, 0.7)
            let dx = length * ExactMath.cosine(turns: turns)
            let dy = length * ExactMath.sine(turns: turns)
            return Fold(
                startX: Float(x - dx), startY: Float(y - dy), endX: Float(x + dx),
                endY: Float(y + dy), halfWidth: Float(generator.uniform(10, 28)))
        }
    }
}
