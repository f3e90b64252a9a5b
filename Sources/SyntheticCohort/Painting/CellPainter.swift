import DeepTeaching

/// Paints the cells of a slide: which stand where follows from the tissue fields and the random
/// bits of their place alone.
struct CellPainter {
    let plan: SlidePlan
    let grid: FieldGrid

    /// How far a cell reaches over the border of a tile, in micrometres.
    static let margin: Float = 24

    /// Paints all cells in their order: what comes later lies on top, and cytoplasm never covers
    /// the nuclei of its own kind.
    func paint(_ canvas: Canvas) {
        let midSized = midSizedCells(canvas)
        for cell in midSized { canvas.stamp(cell.body) }
        for cell in midSized { canvas.stamp(cell.nucleus) }
        paintTumor(canvas)
        paintSpindleCells(canvas)
        paintLymphocytes(canvas)
    }

    private typealias Cell = (body: Spot, nucleus: Spot)

    /// Centroblasts of germinal centres, histiocytes of sinuses, and a few large lymphocytes.
    private func midSizedCells(_ canvas: Canvas) -> [Cell] {
        var cells: [Cell] = []
        forEachSite(spacing: 10.2, jitter: 0.32, salt: 0x6d69_6473, canvas) { site, field in
            let germinal = ramp(field[FieldIndex.germinal], -8, 10)
            let sinus = ramp(field[FieldIndex.sinus], -3, 6) * plan.style.sinusLoad
            let gathered = ramp(field[FieldIndex.histiocytes], 0, 0.15) * 0.6
            let free = freeTissue(field)
            let histiocytes = max(sinus * 0.85, gathered * (1 - germinal))
            let probability = max(0.86 * germinal, histiocytes, 0.03) * free
            guard LatticeHash.unit(site.bits, 0) < probability else { return }
            let isHistiocyte = histiocytes > 0.86 * germinal
            cells.append(isHistiocyte ? histiocyte(site) : centroblast(site))
        }
        return cells
    }

    private func centroblast(_ site: CellLattice.Site) -> Cell {
        let size = 0.76 + 0.48 * LatticeHash.unit(site.bits, 1)
        let radius = plan.style.germinalDiameter / 2 * size
        let tone = plan.style.germinalHematoxylin + 0.16 * (LatticeHash.unit(~site.bits, 2) - 0.5)
        let axis = CellDirection.axis(site.bits)
        let stretch = 1 + 0.25 * LatticeHash.unit(~site.bits, 3)
        let nucleus = Spot(
            x: site.x, y: site.y, semiMajor: radius * stretch, semiMinor: radius / stretch,
            axisX: axis.x, axisY: axis.y, hematoxylin: tone, eosin: 0.22)
        var body = nucleus
        body.semiMajor *= 1.35
        body.semiMinor *= 1.35
        body.hematoxylin = 0.24
        body.eosin = 0.42
        body.opacity = 0.7
        return (body, nucleus)
    }

    private func histiocyte(_ site: CellLattice.Site) -> Cell {
        let axis = CellDirection.axis(site.bits)
        let size = 0.85 + 0.35 * LatticeHash.unit(site.bits, 1)
        let nucleus = Spot(
            x: site.x, y: site.y, semiMajor: 4.1 * size, semiMinor: 3.0 * size, axisX: axis.x,
            axisY: axis.y, hematoxylin: 0.58 + 0.12 * LatticeHash.unit(~site.bits, 2), eosin: 0.2)
        // The nucleus of a histiocyte lies off the middle of a wide, pink body.
        let body = Spot(
            x: site.x + 1.8 * axis.y, y: site.y - 1.8 * axis.x, semiMajor: 7.4 * size,
            semiMinor: 6 * size, axisX: axis.x, axisY: axis.y, hematoxylin: 0.10, eosin: 0.50,
            opacity: 0.85)
        return (body, nucleus)
    }

    private func paintTumor(_ canvas: Canvas) {
        var cells: [Cell] = []
        plan.tumorCells.forEach(
            left: canvas.left - Self.margin, top: canvas.top - Self.margin,
            right: canvas.right + Self.margin, bottom: canvas.bottom + Self.margin
        ) { cells.append(tumorCell($0)) }
        for cell in cells { canvas.stamp(cell.body) }
        for cell in cells { canvas.stamp(cell.nucleus) }
    }

    private func tumorCell(_ cell: TumorCell) -> Cell {
        let style = plan.style
        let axis = CellDirection.axis(cell.bits)
        let stretch = 1 + 0.22 * LatticeHash.unit(cell.bits, 1)
        let tone =
            style.tumorHematoxylin
            * (1 + style.tumorPleomorphism * (LatticeHash.unit(~cell.bits, 2) - 0.5))
        let nucleus = Spot(
            x: cell.x, y: cell.y, semiMajor: cell.radius * stretch,
            semiMinor: cell.radius / stretch, axisX: axis.x, axisY: axis.y, hematoxylin: tone,
            eosin: 0.24)
        var body = nucleus
        body.semiMajor = nucleus.semiMajor + 3.2
        body.semiMinor = nucleus.semiMinor + 3.2
        body.hematoxylin = 0.12
        body.eosin = style.tumorEosin * (0.85 + 0.3 * LatticeHash.unit(~cell.bits, 3))
        body.opacity = 0.8
        return (body, nucleus)
    }

    /// Fibroblasts: thin dark nuclei along the fibres of capsule, strands and stroma.
    private func paintSpindleCells(_ canvas: Canvas) {
        forEachSite(spacing: 12.5, jitter: 0.45, salt: 0x7370_696e, canvas) { site, field in
            let probability = fibrousShare(field) * 0.42 + fatStrandShare(field) * 0.4
            guard LatticeHash.unit(site.bits, 0) < probability else { return }
            let axis = fiberDirection(x: site.x, y: site.y)
            let length = 4.5 + 3.5 * LatticeHash.unit(site.bits, 1)
            canvas.stamp(
                Spot(
                    x: site.x, y: site.y, semiMajor: length, semiMinor: 1.5, axisX: axis.x,
                    axisY: axis.y, hematoxylin: 0.82, eosin: 0.4))
        }
    }

    private func paintLymphocytes(_ canvas: Canvas) {
        forEachSite(spacing: 6.3, jitter: 0.29, salt: 0x6c79_6d70, canvas) { site, field in
            guard LatticeHash.unit(site.bits, 0) < lymphocyteShare(field) else { return }
            let radius = 2.55 + 0.85 * LatticeHash.unit(site.bits, 1)
            let stretch = 1 + 0.15 * LatticeHash.unit(~site.bits, 3)
            let axis = CellDirection.axis(site.bits)
            canvas.stamp(
                Spot(
                    x: site.x, y: site.y, semiMajor: radius * stretch,
                    semiMinor: radius / stretch, axisX: axis.x, axisY: axis.y,
                    hematoxylin: plan.style.lymphoidHematoxylin
                        * (0.92 + 0.16 * LatticeHash.unit(~site.bits, 2)), eosin: 0.26))
        }
    }
}

extension CellPainter {
    /// Lymphoid tissue that is neither capsule nor strand, fat nor tumour, from 0 to 1.
    private func freeTissue(_ field: TissueField) -> Float {
        guard field[FieldIndex.belowCapsule] > -6 else { return 0 }
        let inside = ramp(field[FieldIndex.belowCapsule], -3, 6)
        let strand = 1 - 0.94 * ramp(field[FieldIndex.trabecula], -3, 4)
        let fat = 1 - ramp(field[FieldIndex.fat], -4, 6) * (1 - inLesion(field))
        return inside * strand * fat * (1 - 0.97 * tumorShare(field))
    }

    private func inLesion(_ field: TissueField) -> Float { ramp(field[FieldIndex.lesion], -20, 5) }

    private func tumorShare(_ field: TissueField) -> Float {
        guard field[FieldIndex.lesion] > -5 else { return 0 }
        return ramp(field[FieldIndex.lesion], -2, 6) * ramp(field[FieldIndex.nest], -0.08, 0.10)
    }

    private func fibrousShare(_ field: TissueField) -> Float {
        let capsule =
            ramp(field[FieldIndex.depth], 0, 6) * (1 - ramp(field[FieldIndex.belowCapsule], -4, 4))
        let strand =
            ramp(field[FieldIndex.trabecula], -2, 4) * ramp(field[FieldIndex.belowCapsule], 0, 4)
        let stroma = ramp(field[FieldIndex.lesion], 0, 12) * (1 - tumorShare(field)) * 0.4
        return max(max(capsule, strand) * (1 - inLesion(field)), stroma)
    }

    private func fatStrandShare(_ field: TissueField) -> Float {
        ramp(field[FieldIndex.fat], 0, 6) * ramp(field[FieldIndex.strand], -2, 5)
    }

    private func lymphocyteShare(_ field: TissueField) -> Float {
        if field[FieldIndex.depth] < 0 {
            return field[FieldIndex.fat] > 0 ? 0.006 : 0
        }
        let packing = plan.style.lymphoidPacking
        let mantle =
            ramp(field[FieldIndex.follicle], -6, 10) * (1 - ramp(field[FieldIndex.germinal], -8, 8))
        var share = packing + (0.97 - packing) * 0.8 * mantle
        share *= 1 + 0.22 * field[FieldIndex.density]
        share *= 1 - 0.80 * ramp(field[FieldIndex.germinal], -8, 10)
        share *= 1 - 0.78 * ramp(field[FieldIndex.sinus], -4, 7)
        share *= 1 - 0.35 * ramp(field[FieldIndex.histiocytes], 0, 0.15)
        share *= 1 - 0.35 * ramp(field[FieldIndex.lesion], 5, 30)
        return max(share * freeTissue(field), 0.012)
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
        spacing: Float, jitter: Float, salt: UInt64, _ canvas: Canvas,
        _ body: (CellLattice.Site, TissueField) -> Void
    ) {
        let lattice = CellLattice(spacing: spacing, jitter: jitter, key: plan.key ^ salt)
        lattice.forEachSite(
            left: canvas.left - Self.margin, top: canvas.top - Self.margin,
            right: canvas.right + Self.margin, bottom: canvas.bottom + Self.margin
        ) { site in
            let field = grid.value(x: site.x, y: site.y)
            guard field[FieldIndex.depth] > -3 || field[FieldIndex.fat] > 0 else { return }
            body(site, field)
        }
    }
}

/// 256 directions, so that a cell needs neither sine nor cosine.
enum CellDirection {
    private static let axes: [SIMD2<Float>] = (0..<256).map { index in
        let turns = Double(index) / 512
        return SIMD2(
            Float(ExactMath.cosine(turns: turns)), Float(ExactMath.sine(turns: turns)))
    }

    /// The direction that a cell's random bits choose.
    static func axis(_ bits: UInt64) -> SIMD2<Float> { axes[Int((bits >> 7) & 255)] }
}

/// 0 up to `from`, 1 beyond `to`, and a straight line between.
@inline(__always)
private func ramp(_ value: Float, _ from: Float, _ to: Float) -> Float {
    min(max((value - from) / (to - from), 0), 1)
}
