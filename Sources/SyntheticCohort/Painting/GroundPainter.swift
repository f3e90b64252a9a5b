import DeepTeaching

/// Paints what lies between and below the nuclei: the pink ground of lymphoid tissue with its
/// gaps, collagen with its fibres, the membranes of fat, pale sinuses, tumour cytoplasm.
struct GroundPainter {
    let plan: SlidePlan
    let grid: FieldGrid

    /// Haematoxylin and eosin of a pixel.
    private typealias Stains = SIMD2<Float>

    /// Paints the whole canvas.
    func paint(_ canvas: Canvas) {
        let width = canvas.size.width
        let mpp = canvas.micronsPerPixel
        var line = [TissueField](repeating: .zero, count: grid.columns)
        var fine = [Float](repeating: 0, count: width)
        var coarse = [Float](repeating: 0, count: width)
        for row in 0..<canvas.size.height {
            let y = canvas.position(canvas.originY + row)
            grid.row(atY: y, into: &line)
            plan.noise.fill(&fine, count: width, first: canvas.originX, step: mpp / 6.5, y: y / 6.5)
            plan.noise.fill(
                &coarse, count: width, first: canvas.originX, step: mpp / 19, y: y / 19 + 40)
            paintRow(row, y: y, of: canvas, line: line, fine: fine, coarse: coarse)
        }
    }

    private func paintRow(
        _ row: Int, y: Float, of canvas: Canvas, line: [TissueField], fine: [Float],
        coarse: [Float]
    ) {
        let start = row * canvas.size.width
        line.withUnsafeBufferPointer { line in
            for column in 0..<canvas.size.width {
                let x = canvas.position(canvas.originX &+ column)
                let gridX = x * (1 / FieldGrid.spacing) - Float(grid.firstColumn)
                let cell = Int(gridX)
                let share = gridX - Float(cell)
                let left = line[cell]
                let right = line[cell &+ 1]
                guard Self.isTissue(left) || Self.isTissue(right) else { continue }
                let field = left + (right - left) * share
                let texture = (fine[column], coarse[column])
                var stains = Stains(0, 0)
                if field[FieldIndex.fat] > -6 {
                    let cover = ramp(field[FieldIndex.fat] + 6 * texture.1, -3, 3)
                    stains = fat(field, x: x, y: y) * cover
                }
                let node = ramp(field[FieldIndex.depth] + 3 * texture.1, -2, 2)
                if node > 0 {
                    let inside = self.node(field, texture, x: x, y: y, over: stains)
                    stains += (inside - stains) * node
                }
                canvas.hematoxylin[start &+ column] = stains.x
                canvas.eosin[start &+ column] = stains.y
            }
        }
    }

    @inline(__always)
    private static func isTissue(_ field: TissueField) -> Bool {
        field[FieldIndex.depth] > -20 || field[FieldIndex.fat] > -20
    }

    /// The ground inside a node's border, where `below` is the fat that may replace it.
    private func node(
        _ field: TissueField, _ texture: (Float, Float), x: Float, y: Float, over below: Stains
    ) -> Stains {
        var stains = lymphoid(field, texture)
        let tumor = tumorShare(field)
        let fatShare =
            ramp(field[FieldIndex.fat], -4, 6) * (1 - ramp(field[FieldIndex.lesion], -20, 5))
        stains += (below - stains) * fatShare
        let fibrous = max(
            1 - ramp(field[FieldIndex.belowCapsule], -4, 4),
            ramp(field[FieldIndex.trabecula], -2, 4))
        let stroma = ramp(field[FieldIndex.lesion], 0, 12) * (1 - tumor) * 0.45
        let collagenShare = max(fibrous * (1 - ramp(field[FieldIndex.lesion], -4, 10)), stroma)
        if collagenShare > 0 {
            let kept = collagenShare * (1 - 0.7 * fatShare)
            stains += (collagen(field, texture, x: x, y: y) - stains) * kept
        }
        if tumor > 0 {
            let grain = 0.55 * texture.0 + 0.45 * texture.1
            let cleft = 0.75 * ramp(grain + plan.style.tumorClefts, 0.25, 0.45)
            let cytoplasm =
                Stains(0.12 + 0.05 * texture.1, plan.style.tumorEosin * (1 + 0.22 * texture.0))
                * (1 - cleft)
            stains += (cytoplasm - stains) * tumor
        }
        return stains
    }

    /// How much of a pixel is tumour cytoplasm.
    @inline(__always)
    private func tumorShare(_ field: TissueField) -> Float {
        ramp(field[FieldIndex.lesion], -2, 6) * ramp(field[FieldIndex.nest], -0.08, 0.10)
    }

    @inline(__always)
    private func lymphoid(_ field: TissueField, _ texture: (Float, Float)) -> Stains {
        let style = plan.style
        let germinal = ramp(field[FieldIndex.germinal] + 14 * texture.1, -10, 12)
        let sinus = ramp(field[FieldIndex.sinus] + 5 * texture.1, -5, 7)
        let grain = 0.65 * texture.0 + 0.35 * texture.1
        let gap = ramp(grain + style.lymphoidGaps, 0.18, 0.42) * (1 - 0.75 * germinal)
        var eosin = style.lymphoidEosin * (1 + 0.55 * grain + 0.25 * field[FieldIndex.eosin])
        var hematoxylin = 0.28 + 0.06 * field[FieldIndex.density]
        eosin += (0.42 - eosin) * 0.6 * germinal
        hematoxylin += (0.22 - hematoxylin) * germinal
        eosin -= gap * 0.8 * eosin
        hematoxylin -= gap * 0.8 * hematoxylin
        // Sinuses hold lymph: nearly glass, with threads.
        let thread = ramp(texture.0 + 0.5 * texture.1, 0.15, 0.5)
        let pale = Stains(0.05 + 0.06 * thread, 0.10 + 0.28 * thread)
        let stains = Stains(hematoxylin, eosin)
        return stains + (pale - stains) * (sinus * 0.85)
    }

    private func collagen(
        _ field: TissueField, _ texture: (Float, Float), x: Float, y: Float
    ) -> Stains {
        // Fibres follow the contours of the depth; along them the pattern changes slowly.
        let along = (x + y) * 0.012
        let fiber = plan.noise.value(field[FieldIndex.fiber] / 5.5, along)
        let split = plan.noise.value(field[FieldIndex.fiber] / 13 + 9, along * 0.6 + 3)
        let gap = ramp(split, 0.55, 0.8)
        let eosin = (0.72 + 0.20 * fiber + 0.06 * texture.1) * (1 - 0.8 * gap)
        return Stains(0.10 + 0.03 * texture.0, eosin)
    }

    /// Fat cells are empty: their fat was dissolved. One sees the membranes between them.
    private func fat(_ field: TissueField, x: Float, y: Float) -> Stains {
        let edge = FatCells(key: plan.key).distanceToEdge(x: x, y: y)
        let membrane = 1 - ramp(edge, 0.4, 2.6)
        let strand = ramp(field[FieldIndex.strand], -3, 4)
        var stains = Stains(0.06, 0.42) * membrane
        if strand > 0 {
            let fiber = plan.noise.value(field[FieldIndex.strand] / 5, (x - y) * 0.02)
            stains += (Stains(0.09, 0.55 + 0.22 * fiber) - stains) * strand
        }
        return stains
    }
}

/// 0 up to `from`, 1 beyond `to`, and a straight line between.
@inline(__always)
private func ramp(_ value: Float, _ from: Float, _ to: Float) -> Float {
    min(max((value - from) / (to - from), 0), 1)
}
