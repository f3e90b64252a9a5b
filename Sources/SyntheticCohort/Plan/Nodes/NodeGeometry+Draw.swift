import DeepTeaching

extension NodeGeometry {
    /// One to three nodes in a section; the first is large enough for a lesion of the given longest
    /// diameter, in micrometres.
    static func draw(
        profile: CohortProfile, lesionDiameter: Double, tissue: TissueStyle, noise: ValueNoise,
        using generator: inout SeededGenerator
    ) -> NodeGeometry {
        let width = profile.sectionWidth
        let height = profile.sectionHeight
        let shortSide = min(width, height)
        let drawnMajor = shortSide * generator.uniform(0.27, 0.38)
        let neededMajor = lesionDiameter * generator.uniform(0.58, 0.68)
        let semiMajor = min(max(drawnMajor, neededMajor), 0.45 * width)
        let isLarge = neededMajor > drawnMajor
        let drawnMinor = semiMajor * generator.uniform(isLarge ? 0.72 : 0.62, 0.95)
        let semiMinor = min(drawnMinor, 0.43 * height)
        let turns = isLarge ? generator.uniform(-0.04, 0.04) : generator.uniform()
        let spareX = max(0, width / 2 - semiMajor * 1.08)
        let spareY = max(0, height / 2 - (isLarge ? semiMinor : semiMajor) * 1.08)
        let center = SIMD2(
            width / 2 + spareX * generator.uniform(-0.8, 0.8),
            height / 2 + spareY * generator.uniform(-0.8, 0.8))
        var nodes = [
            NodeShape(
                center: center, semiMajor: semiMajor, semiMinor: semiMinor, turns: turns,
                tissue: tissue, using: &generator)
        ]
        for _ in 0..<generator.index(below: 3) {
            addNode(to: &nodes, width: width, height: height, tissue: tissue, using: &generator)
        }
        return NodeGeometry(nodes: nodes, noise: noise)
    }

    /// Adds a smaller node where there is room, if a place is found in 30 tries.
    private static func addNode(
        to nodes: inout [NodeShape], width: Double, height: Double, tissue: TissueStyle,
        using generator: inout SeededGenerator
    ) {
        let semiMajor = min(width, height) * generator.uniform(0.09, 0.19)
        let semiMinor = semiMajor * generator.uniform(0.6, 0.95)
        for _ in 0..<30 {
            let center = SIMD2(
                generator.uniform(semiMajor, width - semiMajor),
                generator.uniform(semiMajor, height - semiMajor))
            let clearance = nodes.map { $0.depth(x: Float(center.x), y: Float(center.y)) }.max()
            guard let clearance, Double(clearance) < -1.25 * semiMajor - 120 else { continue }
            nodes.append(
                NodeShape(
                    center: center, semiMajor: semiMajor, semiMinor: semiMinor,
                    turns: generator.uniform(), tissue: tissue, using: &generator))
            return
        }
    }
}
