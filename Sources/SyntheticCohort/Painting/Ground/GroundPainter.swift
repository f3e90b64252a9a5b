import DeepTeaching

/// Haematoxylin and eosin of a pixel.
typealias Stains = SIMD2<Float>

/// Noise of three grains at a pixel, each from -1 to 1.
struct GroundTexture {
    /// Over 6.5 um.
    var fine: Float
    /// Over 19 um.
    var coarse: Float
    /// Over 2.3 um: 0 where the pixels are too large to show it.
    var tiny: Float
}

/// Paints what lies between and below the nuclei: the pink ground of lymphoid tissue with its
/// gaps, collagen with its fibres, the membranes of fat, pale sinuses, tumour cytoplasm.
struct GroundPainter {
    let plan: SlidePlan
    let grid: FieldGrid

    /// Paints the whole canvas.
    func paint(_ canvas: Canvas) {
        let width = canvas.size.width
        var line = [TissueField](repeating: .zero, count: grid.columns)
        var fine = [Float](repeating: 0, count: width)
        var coarse = [Float](repeating: 0, count: width)
        var tiny = [Float](repeating: 0, count: width)
        for row in 0..<canvas.size.height {
            let y = canvas.position(canvas.originY + row)
            grid.row(atY: y, into: &line)
            guard line.contains(where: Self.isTissue) else { continue }
            fill(&fine, grain: 6.5, shift: 0, y: y, canvas)
            fill(&coarse, grain: 19, shift: 40, y: y, canvas)
            if canvas.showsDetail { fill(&tiny, grain: 2.3, shift: 80, y: y, canvas) }
            paintRow(row, y: y, of: canvas, line: line) { column in
                GroundTexture(fine: fine[column], coarse: coarse[column], tiny: tiny[column])
            }
        }
    }

    private func fill(
        _ values: inout [Float], grain: Float, shift: Float, y: Float, _ canvas: Canvas
    ) {
        plan.noise.fill(
            &values, count: canvas.size.width, first: canvas.originX,
            step: canvas.micronsPerPixel / grain, y: y / grain + shift)
    }

    @inline(__always)
    private func paintRow(
        _ row: Int, y: Float, of canvas: Canvas, line: [TissueField],
        texture: (Int) -> GroundTexture
    ) {
        let start = row * canvas.size.width
        line.withUnsafeBufferPointer { line in
            for column in 0..<canvas.size.width {
                let x = canvas.position(canvas.originX &+ column)
                let gridX = x * (1 / FieldGrid.spacing) - Float(grid.firstColumn)
                let cell = Int(gridX)
                let left = line[cell]
                let right = line[cell &+ 1]
                guard Self.isTissue(left) || Self.isTissue(right) else { continue }
                let field = mix(left, right, gridX - Float(cell))
                let stains = stains(field, texture(column), x: x, y: y)
                canvas.hematoxylin[start &+ column] = stains.x
                canvas.eosin[start &+ column] = stains.y
            }
        }
    }

    /// Whether something other than glass may lie at a place.
    @inline(__always)
    static func isTissue(_ field: TissueField) -> Bool {
        field[FieldIndex.depth] > -20 || field[FieldIndex.fat] > -20
    }

    private func stains(
        _ field: TissueField, _ texture: GroundTexture, x: Float, y: Float
    ) -> Stains {
        var stains = Stains(0, 0)
        if field[FieldIndex.fat] > -6 {
            let cover = ramp(field[FieldIndex.fat] + 6 * texture.coarse, -3, 3)
            stains = fat(field, texture, x: x, y: y) * cover
        }
        let shares = TissueShares(field, rough: texture.coarse)
        if shares.node > 0 {
            let inside = node(field, shares, texture, x: x, y: y, over: stains)
            stains = mix(stains, inside, shares.node)
        }
        return stains
    }

    /// The ground inside a node's border, where `below` is the fat that may replace it.
    private func node(
        _ field: TissueField, _ shares: TissueShares, _ texture: GroundTexture, x: Float,
        y: Float, over below: Stains
    ) -> Stains {
        var stains = mix(lymphoid(field, shares, texture), below, shares.fat)
        let collagenShare = max(shares.fibrous, 0.45 * shares.stroma) * (1 - 0.7 * shares.fat)
        if collagenShare > 0 {
            stains = mix(stains, collagen(field, texture, x: x, y: y), collagenShare)
        }
        if shares.tumor > 0 {
            stains = mix(stains, tumor(texture), shares.tumor)
            // What a gland makes is washed out, but for a rest.
            stains = mix(stains, Stains(0.02, 0.05 + 0.05 * texture.coarse), shares.lumen)
        }
        return stains
    }
}
