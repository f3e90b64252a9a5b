import DeepTeaching

extension Artefacts {
    /// The artefacts of a slide of `center`. Black blocks never hide a lesion, or its label would
    /// be wrong.
    init(
        center: CenterStyle, nodes: [NodeShape], lesions: [Lesion], profile: CohortProfile,
        using generator: inout SeededGenerator
    ) {
        guard let node = nodes.first else { return }
        folds = SlidePlan.drawFolds(in: nodes, rate: center.foldRate, using: &generator)
        if generator.chance(center.defocusRate) {
            blurredSpots = (0...generator.index(below: 2)).map { _ in
                Self.drawSpot(near: node, using: &generator)
            }
        }
        if generator.chance(center.penRate) {
            strokes = [Self.drawStroke(around: node, using: &generator)]
        }
        if generator.chance(0.06) {
            blackBlocks = [Self.drawBlock(profile, using: &generator)].filter { block in
                lesions.allSatisfy { !block.touches($0, profile) }
            }
        }
    }

    private static func drawSpot(
        near node: NodeShape, using generator: inout SeededGenerator
    ) -> BlurredSpot {
        BlurredSpot(
            x: node.centerX + node.semiMinor * Float(generator.uniform(-0.8, 0.8)),
            y: node.centerY + node.semiMinor * Float(generator.uniform(-0.8, 0.8)),
            radius: Float(generator.uniform(300, 900)), blur: Float(generator.uniform(3, 8)))
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

    private static func drawBlock(
        _ profile: CohortProfile, using generator: inout SeededGenerator
    ) -> BlackBlock {
        let width = profile.slideSize.width
        let height = profile.slideSize.height
        let size = PixelSize(
            width: Int(Double(width) * generator.uniform(0.05, 0.15)),
            height: Int(Double(height) * generator.uniform(0.05, 0.15)))
        return BlackBlock(
            x: generator.index(below: width - size.width),
            y: generator.index(below: height - size.height), size: size)
    }
}

extension BlackBlock {
    /// Whether the block comes near a lesion.
    func touches(_ lesion: Lesion, _ profile: CohortProfile) -> Bool {
        let x = lesion.center.x / profile.micronsPerPixel
        let y = lesion.center.y / profile.micronsPerPixel
        let reach = lesion.reach / profile.micronsPerPixel + 20
        return x + reach > Double(self.x) && x - reach < Double(self.x + size.width)
            && y + reach > Double(self.y) && y - reach < Double(self.y + size.height)
    }

    /// Blackens the part of an image that the block covers; the image's corner lies at (x, y).
    func blacken(_ image: inout Image, x: Int, y: Int) {
        let left = max(self.x - x, 0)
        let right = min(self.x + size.width - x, image.size.width)
        let top = max(self.y - y, 0)
        let bottom = min(self.y + size.height - y, image.size.height)
        guard left < right, top < bottom else { return }
        for row in top..<bottom {
            let start = 3 * (row * image.size.width + left)
            for byte in start..<start + 3 * (right - left) { image.pixels[byte] = 0 }
        }
    }
}
