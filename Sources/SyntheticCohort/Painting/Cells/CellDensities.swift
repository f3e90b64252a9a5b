/// How many cells of each kind a place is planned to hold, in each square millimetre.
struct CellDensities {
    let style: SlideStyle

    /// Small lymphocytes: dense in the mantle, few in germinal centres and sinuses.
    func lymphocytes(_ shares: TissueShares, _ field: TissueField) -> Double {
        guard shares.node > 0 else { return field[FieldIndex.fat] > 0 ? 170 : 0 }
        var share = 1 + 0.30 * Double(shares.mantle)
        share *= 1 + 0.22 * Double(field[FieldIndex.density])
        share *= 1 - 0.97 * Double(shares.germinal)
        share *= 1 - 0.80 * Double(shares.sinus)
        share *= 1 - style.lymphoid.reaction.displaced * Double(shares.histiocytes)
        share *= 1 - 0.45 * Double(shares.lesion)
        share *= Double(shares.lymphoid)
        return max(style.lymphoid.density * share, 350)
    }

    /// How many lymphocytes must be drawn to keep the planned number: each large nucleus keeps the
    /// sites within 6.4 um of its centre free.
    func drawnLymphocytes(_ shares: TissueShares, _ field: TissueField) -> Double {
        let large = centroblasts(shares) + histiocytes(shares) + plasmaCells(shares, field)
        let taken = min(large * Double.pi * 0.0064 * 0.0064, 0.6)
        return lymphocytes(shares, field) / (1 - taken)
    }

    /// Centroblasts and centrocytes; a few large lymphocytes lie everywhere.
    func centroblasts(_ shares: TissueShares) -> Double {
        let free = Double(shares.lymphoid * (1 - shares.sinus))
        return free
            * (style.lymphoid.germinalDensity * Double(shares.germinal)
                + 220 * Double(1 - shares.germinal))
    }

    /// Histiocytes fill sinuses, and gather in the tissue here and there.
    func histiocytes(_ shares: TissueShares) -> Double {
        let load = Double(style.lymphoid.sinusLoad)
        let inSinus = Double(shares.sinus) * (0.15 + 0.85 * load)
        let gathered = style.lymphoid.reaction.share * Double(shares.histiocytes)
        // Germinal centres hold macrophages that eat the cells which did not fit.
        let tingible = 0.07 * Double(shares.germinal)
        return style.lymphoid.histiocyteDensity * Double(shares.lymphoid)
            * max(inSinus, gathered, tingible)
    }

    /// Plasma cells stand in the cords of the medulla, beside the sinuses.
    func plasmaCells(_ shares: TissueShares, _ field: TissueField) -> Double {
        let nearSinus = ramp(field[FieldIndex.sinus], -45, -12)
        return 1_600 * Double(nearSinus * (1 - shares.sinus) * shares.lymphoid)
            * Double(1 - shares.germinal)
    }

    /// Fibroblasts along the fibres of capsule, strands and stroma.
    func fibroblasts(_ shares: TissueShares, _ field: TissueField) -> Double {
        let inFat = shares.fat * ramp(field[FieldIndex.strand], -2, 5)
        let fibrous = shares.node * max(shares.fibrous, 0.4 * shares.stroma)
        return 3_000 * Double(max(fibrous, inFat))
    }
}
