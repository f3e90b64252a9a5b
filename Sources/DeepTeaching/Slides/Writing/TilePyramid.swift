/// A pyramid whose tiles are painted when they are asked for: any tile of any level, from its
/// address alone.
///
/// ```swift
/// let layout = PyramidLayout(size: PixelSize(width: 4000, height: 3000), tileSide: 256)
/// let pyramid = TilePyramid(layout: layout) { origin, size in
///     Image(size: size, color: origin.x < 2000 ? RGB(200, 120, 180) : .white)
/// }
/// let tile = try pyramid.tile(at: TileAddress(level: 2, column: 1, row: 0))
/// ```
public struct TilePyramid<Tile: PyramidTile>: Sendable {
    /// How the picture is cut into levels and tiles.
    public let layout: PyramidLayout

    private let paint: @Sendable (BaselinePoint, PixelSize) throws -> Tile?

    /// A pyramid whose level 0 a closure paints.
    ///
    /// - Parameters:
    ///   - layout: how the picture is cut into levels and tiles.
    ///   - paint: paints a rectangle of level 0, given its top left corner and its size; nil where
    ///     nothing was scanned. It is called from several threads.
    public init(
        layout: PyramidLayout,
        paint: @escaping @Sendable (_ origin: BaselinePoint, _ size: PixelSize) throws -> Tile?
    ) {
        self.layout = layout
        self.paint = paint
    }

    /// A tile, painted alone: of level 0 as the closure paints it, of a coarser level put together
    /// from its four tiles of the next finer one, each at half its size.
    ///
    /// - Returns: the tile without what would hang over the border; nil if nothing of it was
    ///   scanned, or the pyramid has no tile there.
    /// - Throws: what painting throws; `PyramidWriterError` if it returns another size than asked.
    public func tile(at address: TileAddress) throws -> Tile? {
        try tile(at: address) { _, _ in }
    }

    /// The same; `visit` is called with every tile on the way, the finer ones first.
    func tile(
        at address: TileAddress, visit: (TileAddress, Tile) throws -> Void
    ) throws -> Tile? {
        let tile: Tile?
        if address.level == 0 {
            tile = try painted(address)
        } else {
            tile = assembled(
                address, of: try address.children.map { try self.tile(at: $0, visit: visit) })
        }
        if let tile { try visit(address, tile) }
        return tile
    }

    /// A tile from its four children; nil if none was scanned.
    func assembled(_ address: TileAddress, of children: [Tile?]) -> Tile? {
        guard let size = layout.tileSize(at: address), children.contains(where: { $0 != nil })
        else { return nil }
        var tile = Tile(unscanned: size)
        let half = layout.tileSide / 2
        for (index, child) in children.enumerated() {
            if let child { tile.placeHalf(of: child, x: index % 2 * half, y: index / 2 * half) }
        }
        return tile
    }

    private func painted(_ address: TileAddress) throws -> Tile? {
        guard let size = layout.tileSize(at: address) else { return nil }
        let side = Double(layout.tileSide)
        let origin = BaselinePoint(x: Double(address.column) * side, y: Double(address.row) * side)
        let tile = try paint(origin, size)
        if let tile, tile.size != size {
            throw PyramidWriterError.wrongSize(expected: size, got: tile.size)
        }
        return tile
    }
}
