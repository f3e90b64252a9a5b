import DeepTeaching

extension Artefacts {
    /// The artefacts of a slide of a centre. Black blocks, bubbles and tears never hide a lesion, or
    /// its label would be wrong.
    init(
        rates: AccidentStyle, nodes: [NodeShape], lesions: [Lesion], profile: CohortProfile,
        using generator: inout SeededGenerator
    ) {
        guard let node = nodes.first else { return }
        func happens(_ rate: Double) -> Bool { generator.chance(rate) }
        func several(_ most: Int) -> Range<Int> { 0..<1 + generator.index(below: most) }
        if happens(rates.fold) {
            folds = several(3).map { _ in Self.drawFold(across: node, using: &generator) }
        }
        if happens(rates.tear) {
            tears = several(3).map { _ in Self.drawTear(at: node, using: &generator) }
                .filter { tear in lesions.allSatisfy { !tear.touches($0) } }
        }
        if happens(rates.defocus) {
            blurredSpots = several(2).map { _ in Self.drawSpot(near: node, using: &generator) }
        }
        if happens(rates.pen) { strokes = [Self.drawStroke(around: node, using: &generator)] }
        if happens(rates.bubble) {
            bubbles = several(3).map { _ in Self.drawBubble(on: profile, using: &generator) }
                .filter { bubble in lesions.allSatisfy { !bubble.touches($0) } }
        }
        if happens(rates.dust) {
            dust = several(12).map { _ in Self.drawGrain(on: profile, using: &generator) }
        }
        if happens(rates.blackBlock) {
            blackBlocks = [Self.drawBlock(profile, using: &generator)]
                .filter { block in lesions.allSatisfy { !block.touches($0) } }
        }
    }

    private static func direction(_ turns: Double) -> SIMD2<Float> {
        SIMD2(Float(ExactMath.cosine(turns: turns)), Float(ExactMath.sine(turns: turns)))
    }

    private static func place(
        in node: NodeShape, using generator: inout SeededGenerator
    ) -> SIMD2<Float> {
        SIMD2(
            node.centerX + node.semiMinor * Float(generator.uniform(-0.8, 0.8)),
            node.centerY + node.semiMinor * Float(generator.uniform(-0.8, 0.8)))
    }

    private static func place(
        on profile: CohortProfile, using generator: inout SeededGenerator
    ) -> SIMD2<Float> {
        SIMD2(
            Float(generator.uniform(0, profile.sectionWidth)),
            Float(generator.uniform(0, profile.sectionHeight)))
    }

    private static func drawFold(
        across node: NodeShape, using generator: inout SeededGenerator
    ) -> Fold {
        let middle = place(in: node, using: &generator)
        let half =
            direction(generator.uniform()) * node.semiMinor * Float(generator.uniform(0.2, 0.8))
        return Fold(
            line: Segment(start: middle - half, end: middle + half),
            halfWidth: Float(generator.uniform(10, 28)))
    }

    /// A crack that starts near the border and runs inwards.
    private static func drawTear(
        at node: NodeShape, using generator: inout SeededGenerator
    ) -> Tear {
        let outward = direction(generator.uniform())
        let center = SIMD2(node.centerX, node.centerY)
        let start = center + outward * node.semiMinor * Float(generator.uniform(0.7, 1.1))
        let inward = direction(generator.uniform()) * 0.5 - outward
        let end = start + inward * node.semiMinor * Float(generator.uniform(0.25, 0.6))
        return Tear(
            line: Segment(start: start, end: end), halfWidth: Float(generator.uniform(6, 26)))
    }

    private static func drawSpot(
        near node: NodeShape, using generator: inout SeededGenerator
    ) -> BlurredSpot {
        let middle = place(in: node, using: &generator)
        return BlurredSpot(
            x: middle.x, y: middle.y, radius: Float(generator.uniform(300, 900)),
            blur: Float(generator.uniform(3, 8)))
    }

    /// An arc beside the node, as if somebody had begun to circle it.
    private static func drawStroke(
        around node: NodeShape, using generator: inout SeededGenerator
    ) -> PenStroke {
        let start = generator.uniform()
        let length = generator.uniform(0.08, 0.35)
        let radius = Double(node.semiMajor) * generator.uniform(1.0, 1.25)
        let flatness = generator.uniform(0.7, 1)
        let points = (0...16).map { step -> SIMD2<Float> in
            let turns = start + length * Double(step) / 16
            let shake = radius * (1 + generator.uniform(-0.012, 0.012))
            return SIMD2(
                node.centerX + Float(shake * ExactMath.cosine(turns: turns)),
                node.centerY + Float(shake * flatness * ExactMath.sine(turns: turns)))
        }
        return PenStroke(points: points, halfWidth: Float(generator.uniform(70, 150)))
    }

    private static func drawBubble(
        on profile: CohortProfile, using generator: inout SeededGenerator
    ) -> Bubble {
        let middle = place(on: profile, using: &generator)
        return Bubble(
            x: middle.x, y: middle.y,
            radius: Float(generator.logNormal(median: 160, deviation: 0.5)))
    }

    private static func drawGrain(
        on profile: CohortProfile, using generator: inout SeededGenerator
    ) -> DustGrain {
        let start = place(on: profile, using: &generator)
        let isFiber = generator.chance(0.3)
        let length = isFiber ? generator.uniform(80, 400) : generator.uniform(0, 15)
        return DustGrain(
            line: Segment(
                start: start, end: start + direction(generator.uniform()) * Float(length)),
            halfWidth: Float(isFiber ? generator.uniform(3, 6) : generator.uniform(4, 18)),
            density: Float(generator.uniform(0.4, 1.6)))
    }

    private static func drawBlock(
        _ profile: CohortProfile, using generator: inout SeededGenerator
    ) -> BlackBlock {
        let width = profile.sectionWidth * generator.uniform(0.05, 0.15)
        let height = profile.sectionHeight * generator.uniform(0.05, 0.15)
        let left = Float(generator.uniform(0, profile.sectionWidth - width))
        let top = Float(generator.uniform(0, profile.sectionHeight - height))
        return BlackBlock(x: left..<left + Float(width), y: top..<top + Float(height))
    }
}
