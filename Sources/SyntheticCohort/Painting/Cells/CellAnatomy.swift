/// What each kind of cell looks like: sizes in micrometres, stains relative to a lymphocyte's.
///
/// Everything about a cell follows from the 64 random bits of its site: 16 of them place it among
/// its kind, its complement and a rehash decide the rest.
struct CellAnatomy {
    let style: SlideStyle

    /// Diameter 6.0 +- 0.8 um, round, dark, hardly any body; darker where they crowd (-1 to 1).
    func lymphocyte(_ site: CellLattice.Site, crowding: Float) -> Cell {
        let radius = 2.3 + 1.4 * LatticeHash.unit(site.bits, 1)
        let drawn = 0.92 + 0.16 * LatticeHash.unit(~site.bits, 2)
        let tone = drawn * (1 + style.lymphoid.clumping * crowding)
        var nucleus = ellipse(site, radius: radius, stretch: 0.15)
        nucleus.hematoxylin = style.lymphoid.hematoxylin * tone
        nucleus.eosin = 0.26
        nucleus.chromatin = 0.16
        return Cell(kind: .lymphocyte, nucleus: nucleus)
    }

    /// An eccentric round nucleus in a purple body.
    func plasmaCell(_ site: CellLattice.Site) -> Cell {
        var nucleus = ellipse(site, radius: 3.1, stretch: 0.1)
        nucleus.hematoxylin = 0.92 * style.lymphoid.hematoxylin
        nucleus.eosin = 0.25
        nucleus.chromatin = 0.3
        var body = nucleus
        body.x += 2.2 * nucleus.axisX
        body.y += 2.2 * nucleus.axisY
        body.semiMajor = 5.6
        body.semiMinor = 4.4
        body.hematoxylin = 0.30
        body.eosin = 0.48
        body.opacity = 0.8
        return Cell(kind: .plasmaCell, body: body, nucleus: nucleus)
    }

    /// A large open nucleus with a thin rim of cytoplasm, and nucleoli at its membrane.
    func centroblast(_ site: CellLattice.Site) -> Cell {
        let size = 0.70 + 0.60 * LatticeHash.unit(site.bits, 1)
        let tone =
            style.lymphoid.germinalHematoxylin
            + 0.20 * (LatticeHash.unit(~site.bits, 2) - 0.5)
        var nucleus = ellipse(
            site, radius: style.lymphoid.germinalDiameter / 2 * size, stretch: 0.25)
        nucleus.hematoxylin = tone
        nucleus.eosin = 0.22
        nucleus.chromatin = 0.28
        var body = nucleus.grown(by: 0.35 * nucleus.semiMinor)
        body.hematoxylin = 0.24
        body.eosin = 0.40
        body.opacity = 0.7
        return Cell(
            kind: .centroblast, body: body, nucleus: nucleus,
            nucleoli: nucleoli(of: nucleus, count: 2, bits: site.bits))
    }

    /// A nucleus like a bean, or rounder in some hospitals, off the middle of a wide, pink body.
    func histiocyte(_ site: CellLattice.Site) -> Cell {
        let reaction = style.lymphoid.reaction
        let size = (0.85 + 0.35 * LatticeHash.unit(site.bits, 1)) * reaction.size
        let axis = CellDirection.axis(site.bits)
        let nucleus = Spot(
            x: site.x, y: site.y, semiMajor: reaction.nucleus.x * size,
            semiMinor: reaction.nucleus.y * size, axisX: axis.x, axisY: axis.y,
            hematoxylin: reaction.hematoxylin + 0.12 * LatticeHash.unit(~site.bits, 2), eosin: 0.2,
            chromatin: 0.22)
        let body = Spot(
            x: site.x + 1.8 * axis.y, y: site.y - 1.8 * axis.x, semiMajor: 7.6 * size,
            semiMinor: 6.2 * size, axisX: axis.x, axisY: axis.y, hematoxylin: 0.10,
            eosin: reaction.eosin, opacity: 0.85)
        return Cell(
            kind: .histiocyte, body: body, nucleus: nucleus,
            nucleoli: nucleoli(of: nucleus, count: 1, bits: site.bits))
    }

    /// A histiocyte of a germinal centre: swollen and nearly clear, so that it looks like a hole,
    /// with dark crumbs of the cells that it ate.
    func tingibleBodyMacrophage(_ site: CellLattice.Site) -> Cell {
        let histiocyte = histiocyte(site)
        let nucleus = histiocyte.nucleus
        let body = Spot(
            x: site.x + 6 * nucleus.axisY, y: site.y - 6 * nucleus.axisX,
            semiMajor: 11, semiMinor: 9, axisX: nucleus.axisX, axisY: nucleus.axisY,
            hematoxylin: 0.04, eosin: 0.14, opacity: 0.9)
        let crumbs = nucleoli(of: body, count: 2 + Int(site.bits >> 62), bits: site.bits).map {
            crumb in
            var crumb = crumb
            crumb.semiMajor *= 1.8
            crumb.semiMinor *= 1.8
            return crumb
        }
        return Cell(kind: .histiocyte, body: body, nucleus: nucleus, nucleoli: crumbs)
    }

    /// A nucleus of its planned size, of varying tone, with nucleoli in a pink body.
    func tumorCell(_ cell: TumorCell) -> Cell {
        let tumor = style.tumor
        let site = CellLattice.Site(x: cell.x, y: cell.y, bits: cell.bits)
        let tone = 1 + tumor.pleomorphism * (LatticeHash.unit(~cell.bits, 2) - 0.5)
        var nucleus = ellipse(site, radius: cell.radius, stretch: 0.22)
        nucleus.hematoxylin = tumor.hematoxylin * tone
        nucleus.eosin = 0.24
        nucleus.chromatin = 0.30
        var body = nucleus.grown(by: 3.2)
        body.hematoxylin = 0.12
        body.eosin = tumor.eosin * (0.85 + 0.3 * LatticeHash.unit(~cell.bits, 3))
        body.opacity = 0.8
        return Cell(
            kind: .tumor, body: body, nucleus: nucleus,
            nucleoli: nucleoli(of: nucleus, count: 1 + Int(cell.bits >> 62), bits: cell.bits))
    }

    /// Thin and dark, along the fibres.
    func fibroblast(_ site: CellLattice.Site, along axis: SIMD2<Float>) -> Cell {
        Cell(
            kind: .fibroblast,
            nucleus: Spot(
                x: site.x, y: site.y, semiMajor: 4.5 + 3.5 * LatticeHash.unit(site.bits, 1),
                semiMinor: 1.4, axisX: axis.x, axisY: axis.y, hematoxylin: 0.80, eosin: 0.4,
                chromatin: 0.12))
    }

    private func ellipse(_ site: CellLattice.Site, radius: Float, stretch: Float) -> Spot {
        let axis = CellDirection.axis(site.bits)
        let factor = 1 + stretch * LatticeHash.unit(~site.bits, 3)
        return Spot(
            x: site.x, y: site.y, semiMajor: radius * factor, semiMinor: radius / factor,
            axisX: axis.x, axisY: axis.y, hematoxylin: 0, eosin: 0)
    }

    /// Small dark grains, well inside the nucleus.
    private func nucleoli(of nucleus: Spot, count: Int, bits: UInt64) -> [Spot] {
        (0..<count).map { index in
            let random = LatticeHash.bits(key: bits, 7, index)
            let along = 0.9 * (LatticeHash.unit(random, 0) - 0.5) * nucleus.semiMajor
            let across = 0.9 * (LatticeHash.unit(random, 1) - 0.5) * nucleus.semiMinor
            let radius = 0.55 + 0.5 * LatticeHash.unit(random, 2)
            return Spot(
                x: nucleus.x + along * nucleus.axisX - across * nucleus.axisY,
                y: nucleus.y + along * nucleus.axisY + across * nucleus.axisX,
                semiMajor: radius, semiMinor: radius, hematoxylin: 1.0, eosin: 0.6,
                opacity: 0.8)
        }
    }
}
