import DeepTeaching

/// Pictures that tell.
extension MorphologyGraders {
    /// Lines that fall and rise, joined by corners alone, and two blocks that touch at a corner: no
    /// region needs a merger.
    static func diagonals(_ generator: inout SeededGenerator) -> Mask {
        var mask = Mask(size: PixelSize(width: 22, height: 8 + generator.index(below: 3)))
        let (falling, rising) = (3 + generator.index(below: 4), 3 + generator.index(below: 4))
        for k in 0..<falling { mask[x: 1 + k, y: k] = true }
        for k in 0..<rising { mask[x: 14 - k, y: k] = true }
        // Two dashes, one to the lower right of the other.
        for top in [1, 5] {
            for k in 0..<4 { mask[x: 16 + k, y: top + k / 2] = true }
        }
        return mask
    }

    /// The last pixel of some rows and the first of the next, with nothing between them.
    static func rowEnds(_ generator: inout SeededGenerator) -> Mask {
        var mask = Mask(size: PixelSize(width: 6 + generator.index(below: 4), height: 7))
        let first = generator.index(below: 2)
        for y in [first, first + 3] {
            mask[x: mask.size.width - 1, y: y] = true
            mask[x: 0, y: y + 1] = true
        }
        return mask
    }

    /// A line down and up again over corners alone, the end lower than the beginning: who comes from
    /// above needs one of the steps that lead up.
    static func valley(isMirrored: Bool) -> Mask {
        var mask = Mask(size: PixelSize(width: 7, height: 5))
        for (x, y) in [(0, 0), (1, 1), (2, 2), (3, 3), (4, 2), (5, 1)] {
            mask[x: isMirrored ? 6 - x : x, y: y] = true
        }
        return mask
    }

    /// Teeth that hang from nothing and meet at the bottom, twice.
    static func comb(_ generator: inout SeededGenerator) -> Mask {
        let teeth = 3 + generator.index(below: 3)
        var mask = Mask(size: PixelSize(width: 2 * teeth + 4, height: 9))
        for tooth in 0..<teeth {
            for y in generator.index(below: 3)..<4 { mask[x: 2 * tooth, y: y] = true }
        }
        for x in 0..<2 * teeth - 1 { mask[x: x, y: 4] = true }
        // A second one, upside down, with a lone pixel.
        for x in 1..<2 * teeth { mask[x: x, y: 6] = true }
        for tooth in 0..<teeth { for y in 7..<9 { mask[x: 2 * tooth + 1, y: y] = true } }
        mask[x: mask.size.width - 2, y: generator.index(below: 9)] = true
        return mask
    }

    /// Forks whose tines are one pixel long, and dots between them: numbers must merge, but only those of
    /// the row above.
    static func forks(_ generator: inout SeededGenerator) -> Mask {
        let tines = 2 + generator.index(below: 3)
        var mask = Mask(size: PixelSize(width: 2 * tines + 4, height: 9))
        for top in [0, 3, 6] {
            for tine in 0..<tines { mask[x: 2 * tine, y: top] = true }
            for x in 0..<2 * tines - 1 { mask[x: x, y: top + 1] = true }
            if generator.index(below: 3) > 0 { mask[x: 2 * tines + 1, y: top + 1] = true }
        }
        return mask
    }

    static func withoutLastColumn(_ mask: Mask) -> Mask {
        var mask = mask
        for y in 0..<mask.size.height { mask[x: mask.size.width - 1, y: y] = false }
        return mask
    }

    /// A line that winds in, one pixel wide with one pixel between.
    static func spiral(_ generator: inout SeededGenerator) -> Mask {
        let side = 9 + 2 * generator.index(below: 2)
        var mask = Mask(size: PixelSize(width: side + 2, height: side))
        var (x, y, dx, dy) = (0, side - 1, 0, -1)
        for length in [side, side, side, side - 2, side - 2, side - 4, side - 4] {
            for step in 0..<length {
                mask[x: x, y: y] = true
                if step + 1 < length { (x, y) = (x + dx, y + dy) }
            }
            (dx, dy) = (-dy, dx)
        }
        return mask
    }
}
