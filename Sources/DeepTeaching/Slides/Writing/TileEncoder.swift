import CTIFFShim

/// Compresses tiles to the bytes that a TIFF holds. It keeps nothing, so all threads share one.
struct TileEncoder: Sendable {
    /// How the bytes of a tile are compressed.
    enum Compression: Sendable, Equatable {
        /// JPEG, with a quality from 1 to 100: for colours.
        case jpeg(quality: Int)

        /// Deflate, without loss: for masks.
        case deflate
    }

    let compression: Compression

    /// Width and height that all tiles are filled up to.
    let tileSide: Int

    /// The compressed bytes of a tile.
    ///
    /// What a tile at the border lacks is filled with its last pixels, or JPEG would smear the jump
    /// into the picture.
    ///
    /// - Throws: `PyramidWriterError` if libtiff fails.
    func encode<Tile: PyramidTile>(_ tile: Tile) throws -> [UInt8] {
        let pixels = filledUp(tile)
        guard let memory = tiff_memory_create() else { throw failure() }
        defer { tiff_memory_free(memory) }
        guard let file = tiff_memory_open(memory) else { throw failure() }
        defer { TIFFClose(file) }
        let side = PixelSize(side: tileSide)
        TiledFile.describe(file, size: side, tileSide: tileSide, compression: compression)
        let written = pixels.withUnsafeBytes { pixels in
            TIFFWriteEncodedTile(
                file, 0, UnsafeMutableRawPointer(mutating: pixels.baseAddress),
                tmsize_t(pixels.count))
        }
        guard written >= 0 else { throw failure() }
        let start = Int(TIFFGetStrileOffset(file, 0))
        let count = Int(TIFFGetStrileByteCount(file, 0))
        guard let bytes = tiff_memory_bytes(memory, start, count) else { throw failure() }
        return [UInt8](UnsafeBufferPointer(start: bytes, count: count))
    }

    private func filledUp<Tile: PyramidTile>(_ tile: Tile) -> [UInt8] {
        let channels = Tile.channelCount
        let row = channels * tile.size.width
        if tile.size == PixelSize(side: tileSide) { return tile.bytes }
        var filled: [UInt8] = []
        filled.reserveCapacity(channels * tileSide * tileSide)
        for line in 0..<tileSide {
            let start = min(line, tile.size.height - 1) * row
            filled += tile.bytes[start..<start + row]
            for _ in row..<max(channels * tileSide, row) {
                filled.append(filled[filled.count - channels])
            }
        }
        return filled
    }

    private func failure() -> PyramidWriterError {
        let reason = String(cString: tiff_take_last_error())
        return .uncompressed(reason: reason.isEmpty ? "libtiff does not say why" : reason)
    }
}
