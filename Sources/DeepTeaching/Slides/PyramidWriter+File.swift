import CTIFFShim
import Foundation

/// One level of a pyramid while it is written: a TIFF of its own, whose compressed tiles are
/// appended to the slide at the end. TIFF writes one directory after the other; a pyramid is
/// painted all levels at once.
final class TiledFile {
    let url: URL
    let size: PixelSize
    private let level: Int
    private let writer: PyramidWriter
    private var handle: OpaquePointer?
    private var buffer: [UInt8]

    /// Creates the file.
    init(url: URL, size: PixelSize, level: Int, writer: PyramidWriter) throws {
        self.url = url
        self.size = size
        self.level = level
        self.writer = writer
        buffer = [UInt8](repeating: 255, count: 3 * writer.tileSide * writer.tileSide)
        tiff_capture_errors()
        handle = TIFFOpen(url.path, writer.isBig ? "w8" : "w")
        guard handle != nil else { throw failure() }
        describe(in: handle, level: level, size: size)
    }

    deinit { if let handle { TIFFClose(handle) } }

    /// Compresses a tile; what a tile at the border lacks is filled with its last pixels, or JPEG
    /// would smear the jump into the picture.
    func write(_ image: Image, x: Int, y: Int) throws {
        let side = writer.tileSide
        let row = 3 * image.size.width
        for line in 0..<side {
            let source = min(line, image.size.height - 1) * row
            let target = 3 * line * side
            buffer.replaceSubrange(target..<target + row, with: image.pixels[source..<source + row])
            for byte in row..<max(3 * side, row) {
                buffer[target + byte] = buffer[target + byte - 3]
            }
        }
        let written = buffer.withUnsafeMutableBytes {
            TIFFWriteTile(
                handle, $0.baseAddress, UInt32(x * side), UInt32(y * side), 0, 0)
        }
        guard written >= 0 else { throw failure() }
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
        describe(in: handle, level: other.level, size: other.size)
        var bytes = [UInt8]()
        for tile in 0..<TIFFNumberOfTiles(source) {
            let count = TIFFRawStripSize64(source, tile)
            bytes = [UInt8](repeating: 0, count: Int(count))
            let isCopied = bytes.withUnsafeMutableBytes {
                TIFFReadRawTile(source, tile, $0.baseAddress, tmsize_t(count)) >= 0
                    && TIFFWriteRawTile(handle, tile, $0.baseAddress, tmsize_t(count)) >= 0
            }
            guard isCopied else { throw failure() }
        }
    }

    private func describe(in file: OpaquePointer?, level: Int, size: PixelSize) {
        let isReduced = level > 0
        let factor = Double(1 << level) * 1e-4
        _ = tiff_set_uint32(
            file, UInt32(TIFFTAG_SUBFILETYPE), isReduced ? UInt32(FILETYPE_REDUCEDIMAGE) : 0)
        _ = tiff_set_uint32(file, UInt32(TIFFTAG_IMAGEWIDTH), UInt32(size.width))
        _ = tiff_set_uint32(file, UInt32(TIFFTAG_IMAGELENGTH), UInt32(size.height))
        _ = tiff_set_uint32(file, UInt32(TIFFTAG_TILEWIDTH), UInt32(writer.tileSide))
        _ = tiff_set_uint32(file, UInt32(TIFFTAG_TILELENGTH), UInt32(writer.tileSide))
        _ = tiff_set_uint16(file, UInt32(TIFFTAG_BITSPERSAMPLE), 8)
        _ = tiff_set_uint16(file, UInt32(TIFFTAG_SAMPLESPERPIXEL), 3)
        _ = tiff_set_uint16(file, UInt32(TIFFTAG_PLANARCONFIG), UInt16(PLANARCONFIG_CONTIG))
        _ = tiff_set_uint16(file, UInt32(TIFFTAG_COMPRESSION), UInt16(COMPRESSION_JPEG))
        _ = tiff_set_uint16(file, UInt32(TIFFTAG_PHOTOMETRIC), UInt16(PHOTOMETRIC_YCBCR))
        _ = tiff_set_int(file, UInt32(TIFFTAG_JPEGCOLORMODE), JPEGCOLORMODE_RGB)
        _ = tiff_set_int(file, UInt32(TIFFTAG_JPEGQUALITY), Int32(writer.quality))
        // Each tile carries its own tables, so that it can be copied as it is.
        _ = tiff_set_int(file, UInt32(TIFFTAG_JPEGTABLESMODE), 0)
        _ = tiff_set_uint16(file, UInt32(TIFFTAG_RESOLUTIONUNIT), UInt16(RESUNIT_CENTIMETER))
        _ = tiff_set_double(
            file, UInt32(TIFFTAG_XRESOLUTION), 1 / (writer.micronsPerPixel.x * factor))
        _ = tiff_set_double(
            file, UInt32(TIFFTAG_YRESOLUTION), 1 / (writer.micronsPerPixel.y * factor))
    }

    private func failure() -> PyramidWriterError {
        let reason = String(cString: tiff_take_last_error())
        return .unwritable(
            path: url.path, reason: reason.isEmpty ? "writing failed" : reason)
    }
}
