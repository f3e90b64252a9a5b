import DeepTeaching

/// What a lesion shall be, before a place is found for it. Lengths are micrometres.
struct LesionWish {
    let type: MetastasisType
    let longestDiameter: Double
    /// How deep in the node its centre shall lie.
    let depth: Double

    /// The lesions of a slide, the largest first: one of the slide's type, sometimes with smaller
    /// ones beside it.
    static func draw(
        slide type: MetastasisType, profile: CohortProfile, using generator: inout SeededGenerator
    ) -> [LesionWish] {
        guard type != .negative else { return [] }
        let largest = draw(type, profile: profile, below: .infinity, using: &generator)
        let companions: [MetastasisType] =
            switch type {
            case .macro where generator.chance(0.35): [.micro, .itc]
            case .micro where generator.chance(0.35): [.itc]
            case .itc where generator.chance(0.3): [.itc]
            default: []
            }
        let rest = companions.map {
            draw($0, profile: profile, below: largest.longestDiameter, using: &generator)
        }
        return [largest] + rest.sorted { $0.longestDiameter > $1.longestDiameter }
    }

    private static func draw(
        _ type: MetastasisType, profile: CohortProfile, below limit: Double,
        using generator: inout SeededGenerator
    ) -> LesionWish {
        let range: (Double, Double) =
            switch type {
            case .negative, .itc: (20, 180)
            case .micro: (250, 1800)
            case .macro: (2200, min(8000, 0.7 * profile.sectionWidth))
            }
        let ratio = min(range.1, limit) / range.0
        // Even on a logarithmic scale: small ones are as frequent as they look. ExactMath has no
        // logarithm; squaring the uniform draw comes close enough.
        let share = generator.uniform()
        let diameter = range.0 * (1 + (ratio - 1) * share * (0.4 + 0.6 * share))
        let sinusDepth = generator.uniform(35, 140)
        let depth =
            switch type {
            case .negative, .itc: sinusDepth
            case .micro: sinusDepth + diameter / 3
            case .macro: 0.45 * diameter
            }
        return LesionWish(type: type, longestDiameter: diameter, depth: depth)
    }

    /// A lesion of this size somewhere in the nodes, not yet checked against them. Later attempts
    /// are smoother, and large ones lie along the node, so that one fits at last.
    func lesion(
        in geometry: NodeGeometry, attempt: Int, using generator: inout SeededGenerator
    ) -> Lesion {
        let isMacro = type == .macro
        let node = geometry.nodes[
            type == .itc ? generator.index(below: geometry.nodes.count) : 0]
        let spread = isMacro ? 0.35 / (1 + Double(attempt) / 20) : 1.0
        let along = generator.uniform(-spread, spread) * Double(node.semiMajor)
        let across = generator.uniform(-spread, spread) * Double(node.semiMinor)
        let axis = SIMD2(Double(node.axisX), Double(node.axisY))
        let center =
            SIMD2(Double(node.centerX), Double(node.centerY))
            + along * axis + across * SIMD2(-axis.y, axis.x)
        let nodeTurns = Double(ExactMath.turns(x: node.axisX, y: node.axisY))
        let patience = Double(attempt) / 120
        let shape = StarShape(
            elongation: isMacro
                ? generator.uniform(1.05 + patience, 1.6 + patience) : generator.uniform(1, 1.7),
            turns: isMacro ? nodeTurns + generator.uniform(-0.08, 0.08) : generator.uniform(),
            roughness: generator.uniform(0.5, 1.4) * (1 - 0.8 * patience))
        let outline = StarPolygon(
            longestDiameter: longestDiameter, center: center, shape: shape, using: &generator)
        return Lesion(
            type: type, outline: outline, holes: holes(in: outline, using: &generator))
    }
}
