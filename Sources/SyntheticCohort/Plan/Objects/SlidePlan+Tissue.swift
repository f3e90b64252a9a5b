import DeepTeaching

extension SlidePlan {
    /// Follicles on a jittered grid in the cortex: not too deep, and not where medulla is.
    static func drawFollicles(
        in nodes: [NodeShape], of tissue: TissueStyle, using generator: inout SeededGenerator
    ) -> [Follicle] {
        nodes.flatMap { node in
            gridPlaces(over: node, spacing: 540, using: &generator).compactMap { x, y in
                drawFollicle(x: x, y: y, in: node, of: tissue, using: &generator)
            }
        }
    }

    private static func drawFollicle(
        x: Float, y: Float, in node: NodeShape, of tissue: TissueStyle,
        using generator: inout SeededGenerator
    ) -> Follicle? {
        let drawn = Float(generator.logNormal(median: 170, deviation: 0.38))
        let radius = min(max(drawn, 100), 400)
        let mantle = Float(generator.uniform(35, 85))
        let turns = generator.uniform()
        let occurs = generator.chance(tissue.germinalCenters)
        let place = node.position(x: x, y: y)
        let isCortex =
            place.depth > radius * 0.7 + 90 && place.depth < 1150
            && place.towardHilum < node.medullaStart
        guard occurs && isCortex else { return nil }
        return Follicle(
            x: x, y: y, radius: radius, mantle: mantle,
            axisX: Float(ExactMath.cosine(turns: turns)),
            axisY: Float(ExactMath.sine(turns: turns)))
    }

    /// Jittered places of a square grid that covers a node.
    private static func gridPlaces(
        over node: NodeShape, spacing: Float, using generator: inout SeededGenerator
    ) -> [(x: Float, y: Float)] {
        let reach = node.semiMajor * 1.1
        let steps = Int(2 * reach / spacing) + 1
        return (0..<steps * steps).map { cell in
            let column = Float(cell % steps) + Float(generator.uniform(0.15, 0.85))
            let row = Float(cell / steps) + Float(generator.uniform(0.15, 0.85))
            return (node.centerX - reach + spacing * column, node.centerY - reach + spacing * row)
        }
    }

    /// Vessels all over the nodes, larger ones in the fat.
    static func drawVessels(
        in nodes: [NodeShape], _ profile: CohortProfile, using generator: inout SeededGenerator
    ) -> [Vessel] {
        let area = profile.sectionWidth * profile.sectionHeight
        return (0..<Int(area / (230 * 230))).compactMap { _ in
            let x = Float(generator.uniform(0, profile.sectionWidth))
            let y = Float(generator.uniform(0, profile.sectionHeight))
            let depth = nodes.map { $0.depth(x: x, y: y) }.max() ?? 0
            let reach = nodes.map(\.fatReach).max() ?? 0
            let minor = generator.logNormal(median: depth > 0 ? 10 : 20, deviation: 0.5)
            let stretch = generator.uniform(1, 2.4)
            let turns = generator.uniform()
            let wall = generator.uniform(0.22, 0.5)
            let filling = generator.chance(0.5) ? generator.uniform(0.4, 1) : 0
            let occurs = generator.chance(depth > 0 ? 0.4 : 0.16)
            guard occurs, depth > 60 || depth < -60 && depth > -0.6 * reach else { return nil }
            return Vessel(
                x: x, y: y, semiMajor: Float(minor * stretch), semiMinor: Float(minor),
                axisX: Float(ExactMath.cosine(turns: turns)),
                axisY: Float(ExactMath.sine(turns: turns)),
                wall: Float(max(minor * wall, 3)), filling: Float(filling))
        }
    }

    /// A few nerves in the fat around the nodes.
    static func drawNerves(
        in nodes: [NodeShape], _ profile: CohortProfile, using generator: inout SeededGenerator
    ) -> [Nerve] {
        let area = profile.sectionWidth * profile.sectionHeight
        return (0..<Int(area / (700 * 700))).compactMap { _ in
            let x = Float(generator.uniform(0, profile.sectionWidth))
            let y = Float(generator.uniform(0, profile.sectionHeight))
            let minor = generator.logNormal(median: 42, deviation: 0.45)
            let stretch = generator.uniform(1.2, 4)
            let turns = generator.uniform()
            let depth = nodes.map { $0.depth(x: x, y: y) }.max() ?? 0
            let reach = nodes.map(\.fatReach).max() ?? 0
            guard depth < -150, depth > -0.7 * reach, generator.chance(0.35) else { return nil }
            return Nerve(
                x: x, y: y, semiMajor: Float(minor * stretch), semiMinor: Float(minor),
                axisX: Float(ExactMath.cosine(turns: turns)),
                axisY: Float(ExactMath.sine(turns: turns)))
        }
    }
}
