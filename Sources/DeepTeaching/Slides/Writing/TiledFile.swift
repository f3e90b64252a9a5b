import CTIFFShim
import Foundation

/// One level of a pyramid while it is written: a TIFF of its own, whose compressed tiles are
/// appended to the slide at the end. TIFF writes one directory after the other; a pyramid is
/// painted all levels at once.
///
/// Tiles that are never written have no bytes in the file.
final class TiledFile {
    let url: URL
    let size: PixelSize
    private let level: Int
    private let writer: PyramidWriter
    private let compression: TileEncoder.Compression
    private var handle: OpaquePointer?

    /// Creates the file.
    init(
        url: URL, level: Int, writer: PyramidWriter, compression: TileEncoder.Compression
    ) throws {
        self.url = url
        self.level = level
        self.writer = writer
        self.compression = compression
        size = writer.levelSizes[level]
        tiff_capture_errors()
        handle = TIFFOpen(url.path, writer.isBig ? "w8" : "w")
        guard handle != nil else { throw failure() }
        try describe(in: handle)
    }

    deinit { if let handle { TIFFClose(handle) } }

    /// Writes the compressed bytes of a tile.
    func write(_ bytes: [UInt8], column: Int, row: Int) throws {
        let columns = (size.width + writer.tileSide - 1) / writer.tileSide
        try write(bytes, tile: UInt32(row * columns + column))
    }

    /// Adds the tiles of the coarser levels behind this one and closes all files.
    func append(_ levels: ArraySlice<TiledFile>) throws {
        for level in levels { try level.close() }
        guard TIFFWriteDirectory(handle) == 1 else { throw failure() }
        for level in levels {
            try copyTiles(of: level)
            guard TIFFWriteDirectory(handle) == 1 else { throw failure() }
        }
        try close()
    }

    private func close() throws {
        guard let handle else { return }
        // Closing flushes; a full disk shows here, or never.
        let flushed = TIFFFlush(handle) == 1
        TIFFClose(handle)
        self.handle = nil
        guard flushed else { throw failure() }
    }

    private func copyTiles(of other: TiledFile) throws {
        guard let source = TIFFOpen(other.url.path, "r") else { throw failure() }
        defer { TIFFClose(source) }
        try other.describe(in: handle)
        for tile in 0..<TIFFNumberOfTiles(source) {
            let count = Int(TIFFGetStrileByteCount(source, tile))
            guard count > 0 else { continue }
            var bytes = [UInt8](repeating: 0, count: count)
            let isRead = bytes.withUnsafeMutableBytes {
                TIFFReadRawTile(source, tile, $0.baseAddress, tmsize_t(count)) >= 0
            }
            guard isRead else { throw failure() }
            try write(bytes, tile: tile)
        }
    }

    private func write(_ bytes: [UInt8], tile: UInt32) throws {
        let written = bytes.withUnsafeBytes { bytes in
            TIFFWriteRawTile(
                handle, tile, UnsafeMutableRawPointer(mutating: bytes.baseAddress),
                tmsize_t(bytes.count))
        }
        guard written >= 0 else { throw failure() }
    }

    private func describe(in file: OpaquePointer?) throws {
        Self.describe(file, size: size, tileSide: writer.tileSide, compression: compression)
        _ = tiff_set_uint32(
            file, UInt32(TIFFTAG_SUBFILETYPE), level > 0 ? UInt32(FILETYPE_REDUCEDIMAGE) : 0)
        writer.format.describe(file, level: level, of: writer)
        // Lists all tiles, also if none will be written.
        guard TIFFWriteCheck(file, 1, "a pyramid's level") == 1 else { throw failure() }
    }

    /// Says how the tiles of a picture are stored.
    static func describe(
        _ file: OpaquePointer?, size: PixelSize, tileSide: Int,
        compression: TileEncoder.Compression
    ) {
        _ = tiff_set_uint32(file, UInt32(TIFFTAG_IMAGEWIDTH), UInt32(size.width))
        _ = tiff_set_uint32(file, UInt32(TIFFTAG_IMAGELENGTH), UInt32(size.height))
        _ = tiff_set_uint32(file, UInt32(TIFFTAG_TILEWIDTH), UInt32(tileSide))
        _ = tiff_set_uint32(file, UInt32(TIFFTAG_TILELENGTH), UInt32(tileSide))
        _ = tiff_set_uint16(file, UInt32(TIFFTAG_BITSPERSAMPLE), 8)
        _ = tiff_set_uint16(file, UInt32(TIFFTAG_PLANARCONFIG), UInt16(PLANARCONFIG_CONTIG))
        switch compression {
        case .jpeg(let quality):
            _ = tiff_set_uint16(file, UInt32(TIFFTAG_SAMPLESPERPIXEL), 3)
            _ = tiff_set_uint16(file, UInt32(TIFFTAG_COMPRESSION), UInt16(COMPRESSION_JPEG))
            _ = tiff_set_uint16(file, UInt32(TIFFTAG_PHOTOMETRIC), UInt16(PHOTOMETRIC_YCBCR))
            _ = tiff_set_int(file, UInt32(TIFFTAG_JPEGCOLORMODE), JPEGCOLORMODE_RGB)
            _ = tiff_set_int(file, UInt32(TIFFTAG_JPEGQUALITY), Int32(quality))
            // Each tile carries its own tables, so that it can be copied as it is.
            _ = tiff_set_int(file, UInt32(TIFFTAG_JPEGTABLESMODE), 0)
        case .deflate:
            _ = tiff_set_uint16(file, UInt32(TIFFTAG_SAMPLESPERPIXEL), 1)
            _ = tiff_set_uint16(
                file, UInt32(TIFFTAG_COMPRESSION), UInt16(COMPRESSION_ADOBE_DEFLATE))
            _ = tiff_set_uint16(
                file, UInt32(TIFFTAG_PHOTOMETRIC), UInt16(PHOTOMETRIC_MINISBLACK))
        }
    }

    private func failure() -> PyramidWriterError {
        let reason = String(cString: tiff_take_last_error())
        return .unwritable(
            path: url.path, reason: reason.isEmpty ? "writing failed" : reason)
    }
}
