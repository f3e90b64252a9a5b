/// Places for cells: a lattice of staggered rows whose sites are jittered, so that cells keep their
/// distance without standing in rows.
struct CellLattice {
    /// One place and its 64 random bits.
    struct Site {
        let x: Float
        let y: Float
        let bits: UInt64
    }

    /// The distance between neighbours in micrometres.
    let spacing: Float
    /// How far a site may move, as a part of the spacing.
    let jitter: Float
    /// What the random bits depend on.
    let key: UInt64

    /// How many sites a square millimetre holds: rows are spacing * sqrt(3) / 2 apart.
    var sitesPerSquareMillimeter: Double {
        1e6 / (Double(spacing) * Double(spacing) * 0.8660254)
    }

    /// Calls `body` with every site that lies in a rectangle, or would before it was jittered.
    /// Sites come row by row, so a larger rectangle meets the same sites in the same order.
    @inline(__always)
    func forEachSite(
        left: Float, top: Float, right: Float, bottom: Float, _ body: (Site) -> Void
    ) {
        let rowHeight = spacing * 0.8660254
        let firstRow = Int((top / rowHeight).rounded(.down)) - 1
        let lastRow = Int((bottom / rowHeight).rounded(.down)) + 1
        let firstColumn = Int((left / spacing).rounded(.down)) - 2
        let lastColumn = Int((right / spacing).rounded(.down)) + 1
        guard firstRow <= lastRow, firstColumn <= lastColumn else { return }
        for row in firstRow...lastRow {
            let shift: Float = row & 1 == 0 ? 0.25 : 0.75
            for column in firstColumn...lastColumn {
                let bits = LatticeHash.bits(key: key, column, row)
                // The upper 32 bits move the site; the lower 32 are left for the caller.
                let moveX = LatticeHash.unit(bits, 2) - 0.5
                let moveY = LatticeHash.unit(bits, 3) - 0.5
                body(
                    Site(
                        x: fixedPoint((Float(column) + shift + 2 * jitter * moveX) * spacing),
                        y: fixedPoint(
                            (Float(row) + 0.5) * rowHeight + 2 * jitter * moveY * spacing),
                        bits: bits))
            }
        }
    }
}

/// The nearest multiple of 1/64 micrometre: a place that every tile agrees on to the last bit, and
/// that a 32-bit number holds exactly up to a quarter of a metre.
@inline(__always)
func fixedPoint(_ micrometers: Float) -> Float { (micrometers * 64).rounded() * (1 / 64) }
