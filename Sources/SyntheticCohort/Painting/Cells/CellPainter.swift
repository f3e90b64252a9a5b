import DeepTeaching

/// Paints the cells of a slide: which stand where follows from the tissue fields and the random
/// bits of their place alone.
struct CellPainter {
    let plan: SlidePlan
    let grid: FieldGrid
    let densities: CellDensities
    let anatomy: CellAnatomy

    /// How far a cell reaches over the border of a tile, in micrometres.
    static let margin: Float = 24

    /// How far from a tile the fields must be known: cells of the margin keep away from others.
    static let fieldMargin: Float = margin + 24

    init(plan: SlidePlan, grid: FieldGrid) {
        self.plan = plan
        self.grid = grid
        densities = CellDensities(style: plan.style)
        anatomy = CellAnatomy(style: plan.style)
    }

    /// Paints all cells in their order: what comes later lies on top, and no cytoplasm covers the
    /// nuclei of its own layer.
    func paint(_ canvas: Canvas) {
        for layer in layers(canvas) {
            for cell in layer {
                if let body = cell.body { canvas.stamp(body) }
            }
            for cell in layer {
                canvas.stamp(cell.nucleus)
                guard canvas.showsDetail else { continue }
                for nucleolus in cell.nucleoli { canvas.stamp(nucleolus) }
            }
        }
    }

    /// The cells on and around a canvas, the lowest layer first.
    func layers(_ canvas: Canvas) -> [[Cell]] {
        let large = largeCells(canvas)
        let tumor = tumorCells(canvas)
        let spindles = spindleCells(canvas)
        let margin = Self.margin + 20
        var crowd = LargeCells(
            left: canvas.left - margin, top: canvas.top - margin, right: canvas.right + margin,
            bottom: canvas.bottom + margin)
        for cell in large { crowd.insert(cell.nucleus) }
        for cell in tumor { crowd.insert(cell.nucleus) }
        return [large, tumor, spindles, lymphocytes(canvas, besides: crowd)]
    }

    /// Centroblasts, histiocytes and plasma cells share one lattice, so that they keep apart.
    private func largeCells(_ canvas: Canvas) -> [Cell] {
        var cells: [Cell] = []
        let lattice = CellLattice(spacing: 9.8, jitter: 0.32, key: plan.key ^ 0x6d69_6473)
        forEachSite(of: lattice, margin: Self.margin + 12, canvas) { site, field in
            let shares = TissueShares(field)
            guard shares.lymphoid > 0 else { return }
            let draw = Double(LatticeHash.unit(site.bits, 0)) * lattice.sitesPerSquareMillimeter
            let centroblasts = densities.centroblasts(shares)
            let histiocytes = densities.histiocytes(shares)
            if draw < centroblasts {
                cells.append(anatomy.centroblast(site))
            } else if draw < centroblasts + histiocytes {
                cells.append(
                    shares.germinal > 0.5
                        ? anatomy.tingibleBodyMacrophage(site) : anatomy.histiocyte(site))
            } else if draw < centroblasts + histiocytes + densities.plasmaCells(shares, field) {
                cells.append(anatomy.plasmaCell(site))
            }
        }
        return cells
    }

    private func tumorCells(_ canvas: Canvas) -> [Cell] {
        var cells: [Cell] = []
        let margin = Self.margin + 12
        plan.tumorCells.forEach(
            left: canvas.left - margin, top: canvas.top - margin,
            right: canvas.right + margin, bottom: canvas.bottom + margin
        ) { cells.append(anatomy.tumorCell($0)) }
        return cells
    }

    private func spindleCells(_ canvas: Canvas) -> [Cell] {
        var cells: [Cell] = []
        let lattice = CellLattice(spacing: 12.5, jitter: 0.45, key: plan.key ^ 0x7370_696e)
        forEachSite(of: lattice, margin: Self.margin, canvas) { site, field in
            let density = densities.fibroblasts(TissueShares(field), field)
            let draw = Double(LatticeHash.unit(site.bits, 0)) * lattice.sitesPerSquareMillimeter
            guard draw < density else { return }
            cells.append(anatomy.fibroblast(site, along: fiberDirection(x: site.x, y: site.y)))
        }
        return cells
    }

    private func lymphocytes(_ canvas: Canvas, besides crowd: LargeCells) -> [Cell] {
        var cells: [Cell] = []
        let lattice = CellLattice(spacing: 6.0, jitter: 0.29, key: plan.key ^ 0x6c79_6d70)
        forEachSite(of: lattice, margin: Self.margin, canvas) { site, field in
            let density = densities.drawnLymphocytes(TissueShares(field), field)
            let draw = Double(LatticeHash.unit(site.bits, 0)) * lattice.sitesPerSquareMillimeter
            guard draw < density else { return }
            let cell = anatomy.lymphocyte(site, crowding: field[FieldIndex.density])
            guard crowd.hasRoom(x: site.x, y: site.y, radius: cell.nucleus.semiMinor) else {
                return
            }
            cells.append(cell)
        }
        return cells
    }

    /// The direction of collagen fibres: across the slope of their coordinate.
    private func fiberDirection(x: Float, y: Float) -> SIMD2<Float> {
        let slopeX =
            grid.value(x: x + 6, y: y)[FieldIndex.fiber]
            - grid.value(x: x - 6, y: y)[FieldIndex.fiber]
        let slopeY =
            grid.value(x: x, y: y + 6)[FieldIndex.fiber]
            - grid.value(x: x, y: y - 6)[FieldIndex.fiber]
        let length = (slopeX * slopeX + slopeY * slopeY).squareRoot()
        return length > 1e-4 ? SIMD2(-slopeY / length, slopeX / length) : SIMD2(1, 0)
    }

    @inline(__always)
    private func forEachSite(
        of lattice: CellLattice, margin: Float, _ canvas: Canvas,
        _ body: (CellLattice.Site, TissueField) -> Void
    ) {
        lattice.forEachSite(
            left: canvas.left - margin, top: canvas.top - margin,
            right: canvas.right + margin, bottom: canvas.bottom + margin
        ) { site in
            let field = grid.value(x: site.x, y: site.y)
            guard field[FieldIndex.depth] > -3 || field[FieldIndex.fat] > 0 else { return }
            body(site, field)
        }
    }
}
