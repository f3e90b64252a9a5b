import DeepTeaching

extension LesionWish {
    /// Islands of spared tissue in some of the large lesions: well inside the outline, and apart
    /// from each other.
    func holes(
        in outline: StarPolygon, using generator: inout SeededGenerator
    ) -> [StarPolygon] {
        guard longestDiameter > 2500, generator.chance(0.45) else { return [] }
        var holes: [StarPolygon] = []
        for _ in 0...generator.index(below: 2) {
            let hole = drawHole(in: outline, using: &generator)
            let isInside = hole.vertices.allSatisfy { vertex in
                let (x, y) = (Float(vertex.x), Float(vertex.y))
                return outline.depth(x: x, y: y) > 80
                    && holes.allSatisfy { $0.depth(x: x, y: y) < -80 }
            }
            if isInside { holes.append(hole) }
        }
        return holes
    }

    private func drawHole(
        in outline: StarPolygon, using generator: inout SeededGenerator
    ) -> StarPolygon {
        let place = generator.uniform()
        let distance = generator.uniform(0.08, 0.24) * longestDiameter
        let offset =
            distance * SIMD2(ExactMath.cosine(turns: place), ExactMath.sine(turns: place))
        return StarPolygon(
            longestDiameter: longestDiameter * generator.uniform(0.09, 0.2),
            center: outline.center + offset,
            shape: StarShape(
                elongation: generator.uniform(1, 1.6), turns: generator.uniform(),
                roughness: generator.uniform(0.4, 1)), using: &generator)
    }
}
