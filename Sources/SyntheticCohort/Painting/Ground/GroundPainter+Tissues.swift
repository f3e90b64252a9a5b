/// The ground of each tissue.
extension GroundPainter {
    /// Between the cells of lymphoid tissue: fibrils, gaps, and in the sinuses lymph.
    @inline(__always)
    func lymphoid(
        _ field: TissueField, _ shares: TissueShares, _ texture: GroundTexture
    ) -> Stains {
        let style = plan.style.lymphoid
        let grain = 0.65 * texture.fine + 0.35 * texture.coarse
        let gap = ramp(grain + style.gaps, 0.18, 0.42) * (1 - 0.75 * shares.germinal)
        let fibrils = 0.55 * grain + 0.30 * texture.tiny + 0.25 * field[FieldIndex.eosin]
        var stains = Stains(
            0.28 + 0.06 * field[FieldIndex.density], style.eosin * (1 + fibrils))
        // The light zone of a germinal centre is paler than the dark one.
        let light = 0.06 * field[FieldIndex.polarity]
        stains = mix(stains, Stains(0.22 - light, 0.40 - light), shares.germinal)
        stains = stains * (1 - 0.8 * gap)
        // Sinuses hold lymph: nearly glass, with threads.
        let thread = ramp(texture.fine + 0.5 * texture.coarse + 0.4 * texture.tiny, 0.15, 0.5)
        let pale = Stains(0.05 + 0.06 * thread, 0.10 + 0.28 * thread)
        return mix(stains, pale, shares.sinus * 0.85)
    }

    /// Fibres follow the contours of the depth; along them the pattern changes slowly.
    func collagen(
        _ field: TissueField, _ texture: GroundTexture, x: Float, y: Float
    ) -> Stains {
        let along = (x + y) * 0.012
        let fiber = plan.noise.value(field[FieldIndex.fiber] / 5.5, along)
        let split = plan.noise.value(field[FieldIndex.fiber] / 13 + 9, along * 0.6 + 3)
        let gap = ramp(split + 0.2 * texture.tiny, 0.55, 0.8)
        let eosin = (0.72 + 0.20 * fiber + 0.06 * texture.coarse + 0.08 * texture.tiny)
        return Stains(0.10 + 0.03 * texture.fine, eosin * (1 - 0.8 * gap))
    }

    /// The cytoplasm between tumour nuclei, and the clefts in it.
    @inline(__always)
    func tumor(_ texture: GroundTexture) -> Stains {
        let style = plan.style.tumor
        let grain = 0.55 * texture.fine + 0.45 * texture.coarse
        let cleft = 0.75 * ramp(grain + style.clefts, 0.25, 0.45)
        let eosin = style.eosin * (1 + 0.22 * texture.fine + 0.15 * texture.tiny)
        return Stains(0.12 + 0.05 * texture.coarse, eosin) * (1 - cleft)
    }

    /// Fat cells are empty: their fat was dissolved. One sees the membranes between them, and the
    /// strands that part the lobules.
    func fat(_ field: TissueField, _ texture: GroundTexture, x: Float, y: Float) -> Stains {
        // Bent and stretched space gives cells of many sizes, with membranes that are not straight.
        let wide = plan.noise.bend(x, y, grain: 130, first: [5, 0], second: [0, 9])
        let narrow = plan.noise.bend(x, y, grain: 31, first: [0, 8], second: [6, 0])
        let bent = SIMD2(x, y) + 30 * wide + 5 * narrow
        let edge = FatCells(key: plan.key).distanceToEdge(x: bent.x, y: bent.y)
        let membrane = 1 - ramp(edge + 0.4 * texture.fine, 0.3, 1.9)
        let stains = Stains(0.07, 0.48) * membrane
        let strand = ramp(field[FieldIndex.strand] + 3 * texture.coarse, -3, 4)
        guard strand > 0 else { return stains }
        return mix(stains, collagen(field, texture, x: x, y: y), strand)
    }
}
