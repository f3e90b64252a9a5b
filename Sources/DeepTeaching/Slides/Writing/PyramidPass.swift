/// One pass over a pyramid: paints its tiles and writes all levels at once.
///
/// The tiles of all levels form a tree in which each has four children on the finer level. It is
/// cut into blocks, a tile of level 1 with its four children each, which are painted and compressed
/// on all cores, a fixed number at a time, and written in the order of the tree. Of the coarser
/// levels only the tiles are kept whose parent is not yet complete, so the memory does not grow
/// with the picture.
struct PyramidPass<Tile: PyramidTile> {
    private let pyramid: TilePyramid<Tile>
    private let encoder: TileEncoder
    private let files: [TiledFile]

    /// The children of the one tile of each level that is not yet complete.
    private var waiting: [[Tile?]]

    init(pyramid: TilePyramid<Tile>, encoder: TileEncoder, files: [TiledFile]) {
        self.pyramid = pyramid
        self.encoder = encoder
        self.files = files
        waiting = files.map { _ in [nil, nil, nil, nil] }
    }

    /// Paints and writes everything.
    ///
    /// - Parameter report: is told the share that is done.
    mutating func run(report: (Double) -> Void) throws {
        let level = min(1, files.count - 1)
        let addresses = pyramid.layout.walk(level: level)
        for start in stride(from: 0, to: addresses.count, by: blocksAtOnce) {
            let part = addresses[start..<min(start + blocksAtOnce, addresses.count)]
            let blocks = try parallelMap(part.count) { [pyramid, encoder] index in
                try Block(of: pyramid, at: part[start + index], encoder: encoder)
            }
            for (address, block) in zip(part, blocks) {
                for tile in block.tiles { try write(tile) }
                try hand(block.root, at: address)
            }
            report(Double(part.endIndex) / Double(addresses.count))
        }
    }

    /// Gives a tile to its parent, which is written when its last child has come.
    private mutating func hand(_ tile: Tile?, at address: TileAddress) throws {
        let parent = address.parent
        guard files.indices.contains(parent.level) else { return }
        waiting[parent.level][address.column % 2 + 2 * (address.row % 2)] = tile
        guard isLastChild(address) else { return }
        let assembled = pyramid.assembled(parent, of: waiting[parent.level])
        waiting[parent.level] = [nil, nil, nil, nil]
        if let assembled {
            try write(
                EncodedTile(address: parent, bytes: try encoder.encode(assembled)))
        }
        try hand(assembled, at: parent)
    }

    /// Whether no sibling of the tile comes after it.
    private func isLastChild(_ address: TileAddress) -> Bool {
        let spans = pyramid.layout.spans(ofLevel: address.level)
        return (address.column % 2 == 1 || address.column + 1 == spans.width)
            && (address.row % 2 == 1 || address.row + 1 == spans.height)
    }

    private func write(_ tile: EncodedTile) throws {
        try files[tile.address.level].write(
            tile.bytes, column: tile.address.column, row: tile.address.row)
    }
}

/// How many blocks are painted before they are written: enough that no core waits long for the
/// last one, few enough that their bytes need little memory.
private let blocksAtOnce = 16

/// A tile ready to be written.
private struct EncodedTile: Sendable {
    let address: TileAddress
    let bytes: [UInt8]
}

/// A tile and all below it, painted and compressed.
private struct Block<Tile: PyramidTile>: Sendable {
    /// The coarsest tile; nil if nothing was scanned.
    let root: Tile?

    /// All tiles, the finer ones first.
    let tiles: [EncodedTile]

    init(of pyramid: TilePyramid<Tile>, at address: TileAddress, encoder: TileEncoder) throws {
        var tiles: [EncodedTile] = []
        root = try pyramid.tile(at: address) { address, tile in
            tiles.append(EncodedTile(address: address, bytes: try encoder.encode(tile)))
        }
        self.tiles = tiles
    }
}
