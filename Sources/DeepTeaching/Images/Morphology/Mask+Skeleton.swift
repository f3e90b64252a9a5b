extension Mask {
    /// The middle lines of the foreground, one pixel wide: pixels are taken from the border, layer by
    /// layer, as long as nothing falls apart and no line gets shorter (thinning).
    ///
    /// Regions and holes stay as many as they were, if pixels that share a corner count as neighbours.
    /// Pixels outside the picture count as background.
    ///
    /// Source: Guo and Hall, Parallel thinning with two-subiteration algorithms, Communications of the
    /// ACM, 1989, algorithm A1.
    public func skeleton() -> Mask {
        if size.area == 0 { return self }
        let grid = PaddedGrid(size)
        var pixels = grid.padded(self.pixels.map { UInt8($0 ? 1 : 0) }, rim: 0)
        let thinning = Thinning(stride: grid.stride)
        var left = pixels.indices.filter { pixels[$0] != 0 }
        var isChanging = true
        while isChanging {
            isChanging = false
            for side in [Thinning.Side.upperRight, .lowerLeft] {
                // All pixels of a layer are judged before the first is taken.
                let taken = left.filter { thinning.takes($0, from: pixels, on: side) }
                for place in taken { pixels[place] = 0 }
                if !taken.isEmpty {
                    isChanging = true
                    left.removeAll { pixels[$0] == 0 }
                }
            }
        }
        return Mask(size: size, pixels: grid.inside(pixels).map { $0 != 0 })
    }
}

/// Which pixels may go, by their eight neighbours.
private struct Thinning {
    enum Side { case upperRight, lowerLeft }

    /// The ways to the neighbours, against the clock from the right one: the even ones share an edge.
    private let around: [Int]

    init(stride: Int) {
        around = [1, -stride + 1, -stride, -stride - 1, -1, stride - 1, stride, stride + 1]
    }

    func takes(_ place: Int, from pixels: [UInt8], on side: Side) -> Bool {
        var neighbors: UInt8 = 0
        for (bit, step) in around.enumerated() {
            neighbors |= pixels[place + step] << UInt8(bit)
        }
        return parts(neighbors) == 1 && 2...3 ~= pairs(neighbors) && lies(neighbors, on: side)
    }

    /// The number of parts into which the neighbours fall, where corners connect: with one part,
    /// nothing falls apart without the pixel.
    private func parts(_ x: UInt8) -> Int {
        (~x & (turned(x, 1) | turned(x, 2)) & 0b0101_0101).nonzeroBitCount
    }

    /// The smaller number of neighbouring pairs that hold a pixel, where the pairs begin at an even or
    /// at an odd place: 1 is the end of a line, 4 the inside.
    private func pairs(_ x: UInt8) -> Int {
        min(
            ((x | turned(x, 1)) & 0b0101_0101).nonzeroBitCount,
            ((x | turned(x, 1)) & 0b1010_1010).nonzeroBitCount)
    }

    /// Whether the pixel belongs to the border on this side.
    private func lies(_ x: UInt8, on side: Side) -> Bool {
        // The lower left is the upper right, turned by half a turn.
        let y = side == .upperRight ? x : turned(x, 4)
        let (right, aboveRight, above, belowRight) = (y & 1, y >> 1 & 1, y >> 2 & 1, y >> 7)
        return (aboveRight | above | (1 - belowRight)) & right == 0
    }

    /// Bit k of the result is bit k + steps of x, around the circle.
    private func turned(_ x: UInt8, _ steps: UInt8) -> UInt8 { x >> steps | x << (8 - steps) }
}
