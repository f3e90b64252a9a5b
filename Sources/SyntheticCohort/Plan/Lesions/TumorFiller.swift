import DeepTeaching

/// Fills lesions with tumour cells.
struct TumorFiller {
    let nests: TumorNests
    private let style: TumorStyle
    private let key: UInt64

    /// The cells of a slide's tumours.
    init(noise: ValueNoise, style: TumorStyle, key: UInt64) {
        nests = TumorNests(noise: noise, style: style)
        self.style = style
        self.key = key ^ 0x7475_6d6f
    }

    /// The cells of one lesion, row by row; at least one.
    func cells(of lesion: Lesion) -> [TumorCell] {
        var cells: [TumorCell] = []
        let reach = Float(lesion.reach)
        let x = Float(lesion.center.x)
        let y = Float(lesion.center.y)
        lattice.forEachSite(left: x - reach, top: y - reach, right: x + reach, bottom: y + reach) {
            site in
            let depth = lesion.depth(x: site.x, y: site.y)
            guard depth > 1 else { return }
            guard LatticeHash.unit(site.bits, 0) < share(at: site, depth: depth, in: lesion) else {
                return
            }
            cells.append(cell(site))
        }
        if cells.isEmpty {
            cells.append(
                cell(CellLattice.Site(x: fixedPoint(x), y: fixedPoint(y), bits: key)))
        }
        return cells
    }

    private var lattice: CellLattice {
        CellLattice(spacing: Float(style.spacing), jitter: 0.30, key: key)
    }

    /// The share of the lattice's sites that hold a cell: nearly all in a nest, hardly any in
    /// stroma, none in a lumen.
    private func share(at site: CellLattice.Site, depth: Float, in lesion: Lesion) -> Float {
        let nest = nests.value(x: site.x, y: site.y, depth: depth, in: lesion)
        if nest <= 0 { return 0.03 }
        return !lesion.isSolid && nests.lumen(x: site.x, y: site.y) > -4 ? 0 : 0.94
    }

    private func cell(_ site: CellLattice.Site) -> TumorCell {
        // Four numbers of 16 bits: their sum is nearly normal.
        let other = LatticeHash.bits(key: site.bits, 1, 2)
        var sum: Float = -2
        for index in 0..<UInt64(4) { sum += LatticeHash.unit(other, index) }
        let factor = ExactMath.exponential(Double(sum) * 0.26)
        return TumorCell(
            x: site.x, y: site.y, radius: Float(style.diameter / 2 * factor), bits: other)
    }
}
