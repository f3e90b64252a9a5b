/// Where a tile lies in a pyramid.
public struct TileAddress: Sendable, Hashable {
    /// The level, 0 the finest.
    public let level: Int

    /// The column of the tile, from the left.
    public let column: Int

    /// The row of the tile, from the top.
    public let row: Int

    /// The tile in a column and a row of a level, all counted from 0.
    public init(level: Int, column: Int, row: Int) {
        self.level = level
        self.column = column
        self.row = row
    }

    /// The tile of the next coarser level that holds this one.
    var parent: TileAddress {
        TileAddress(level: level + 1, column: column / 2, row: row / 2)
    }

    /// The four tiles of the next finer level that this one holds: upper left, upper right, lower
    /// left, lower right.
    var children: [TileAddress] {
        (0..<4).map {
            TileAddress(level: level - 1, column: 2 * column + $0 % 2, row: 2 * row + $0 / 2)
        }
    }
}

/// How a picture is cut into levels and tiles.
///
/// Levels halve, rounding down, until the longer side measures about 512 pixels, and stop before a
/// level would be narrower or lower than its own tile.
public struct PyramidLayout: Sendable, Equatable {
    /// Width and height of level 0 in pixels.
    public let size: PixelSize

    /// Width and height of a tile in pixels.
    public let tileSide: Int

    /// The sizes of all levels, the finest first.
    public let levelSizes: [PixelSize]

    /// The layout of a picture of a size, in tiles of a side.
    public init(size: PixelSize, tileSide: Int) {
        self.size = size
        self.tileSide = tileSide
        var sizes = [size]
        while let last = sizes.last, max(last.width, last.height) > 768 {
            let half = PixelSize(width: last.width / 2, height: last.height / 2)
            // OpenSlide 3 reads a level below the size of its tile as garbage, unless it is JPEG.
            guard min(half.width, half.height) >= tileSide else { break }
            sizes.append(half)
        }
        levelSizes = sizes
    }

    /// How many tiles lie side by side, and one above the other, on a level.
    public func tileCounts(ofLevel level: Int) -> PixelSize {
        let size = levelSizes[level]
        return PixelSize(
            width: (size.width + tileSide - 1) / tileSide,
            height: (size.height + tileSide - 1) / tileSide)
    }

    /// Whether the pyramid has a tile there.
    public func contains(_ address: TileAddress) -> Bool {
        guard levelSizes.indices.contains(address.level) else { return false }
        let counts = tileCounts(ofLevel: address.level)
        return (0..<counts.width).contains(address.column)
            && (0..<counts.height).contains(address.row)
    }

    /// The size of a tile without what hangs over the border, or nil if the pyramid has no tile
    /// there.
    public func tileSize(at address: TileAddress) -> PixelSize? {
        guard contains(address) else { return nil }
        let size = levelSizes[address.level]
        return PixelSize(
            width: min(tileSide, size.width - address.column * tileSide),
            height: min(tileSide, size.height - address.row * tileSide))
    }

    /// The tiles that level 0 would have if it were cut in squares of the tiles of `level`. Halving
    /// rounds down, so at the right and lower border that may be one more than the level has.
    func spans(ofLevel level: Int) -> PixelSize {
        let span = tileSide << level
        return PixelSize(
            width: (size.width + span - 1) / span, height: (size.height + span - 1) / span)
    }

    /// All tiles of a level, and the places of such tiles that have only finer ones, in the order
    /// of a walk through the tree of tiles: all below one coarse tile come before the next.
    func walk(level: Int) -> [TileAddress] {
        let top = levelSizes.count - 1
        let spans = spans(ofLevel: top)
        let roots = (0..<spans.height).flatMap { row in
            (0..<spans.width).map { TileAddress(level: top, column: $0, row: row) }
        }
        return roots.flatMap { descendants(of: $0, level: level) }
    }

    private func descendants(of address: TileAddress, level: Int) -> [TileAddress] {
        if address.level == level { return [address] }
        let spans = spans(ofLevel: address.level - 1)
        return address.children.filter { $0.column < spans.width && $0.row < spans.height }
            .flatMap { descendants(of: $0, level: level) }
    }
}
