import CTIFF
import CTIFFShim
import DeepTeaching
import Foundation

/// A workload's data are not there.
struct MissingData: Error, CustomStringConvertible {
    let file: String

    var description: String {
        "left out, since \(file) cannot be read; PEERS_DATA names the folder of the peers' data"
    }
}

extension Workload {
    /// How fast JPEG is decoded, by libtiff and libjpeg: 1,024 tiles of 256 x 256 pixels from the
    /// middle of the peers' slide, and one image of 2048 x 2048 for each thread.
    static func imageLimits(threads: Int) -> [Workload] {
        let folder = ProcessInfo.processInfo.environment["PEERS_DATA"] ?? "PEERS_DATA"
        let tile = 256 * 256 * 3
        let whole = 2048 * 2048 * 3
        return [
            Workload(
                name: "limit_jpeg_decode_256_simplejpeg", items: 1024, unit: "tiles/s",
                bytes: Double(1024 * tile)
            ) {
                let slide = folder + "/slide.tiff"
                let files = try (0..<threads).map { _ in try TileFile(slide, tileBytes: tile) }
                return {
                    parallel(threads) { part in
                        for number in stride(from: 1536 + part, to: 2560, by: threads) {
                            files[part].decode(UInt32(number))
                        }
                    }
                }
            },
            Workload(
                name: "limit_jpeg_decode_2048_simplejpeg", items: threads, unit: "images/s",
                bytes: Double(threads * whole)
            ) {
                let pixels = folder + "/tissue_2048.u8"
                guard let data = FileManager.default.contents(atPath: pixels), data.count == whole
                else { throw MissingData(file: pixels) }
                let file = FileManager.default.temporaryDirectory
                    .appendingPathComponent("benchmark-\(UUID().uuidString).tiff").path
                defer { try? FileManager.default.removeItem(atPath: file) }
                try TileFile.write(data, side: 2048, to: file)
                let files = try (0..<threads).map { _ in try TileFile(file, tileBytes: whole) }
                return { parallel(threads) { files[$0].decode(0) } }
            },
        ]
    }
}

/// A TIFF file whose JPEG tiles are decoded by one thread at a time.
private final class TileFile: @unchecked Sendable {
    private let file: OpaquePointer
    private var pixels: [UInt8]

    init(_ path: String, tileBytes: Int) throws {
        tiff_capture_errors()
        guard let file = TIFFOpen(path, "r") else { throw MissingData(file: path) }
        self.file = file
        pixels = [UInt8](repeating: 0, count: tileBytes)
        _ = tiff_set_int(file, UInt32(TIFFTAG_JPEGCOLORMODE), JPEGCOLORMODE_RGB)
        guard TIFFTileSize(file) == tileBytes, decode(0) else { throw MissingData(file: path) }
    }

    deinit { TIFFClose(file) }

    /// Decodes a tile; returns whether it was there.
    @discardableResult
    func decode(_ tile: UInt32) -> Bool {
        TIFFReadEncodedTile(file, tile, &pixels, tmsize_t(pixels.count)) == tmsize_t(pixels.count)
    }

    /// Writes a square image as a file of a single tile, in JPEG of quality 80.
    static func write(_ image: Data, side: UInt32, to path: String) throws {
        guard let file = TIFFOpen(path, "w") else { throw MissingData(file: path) }
        defer { TIFFClose(file) }
        for tag in [TIFFTAG_IMAGEWIDTH, TIFFTAG_IMAGELENGTH, TIFFTAG_TILEWIDTH, TIFFTAG_TILELENGTH]
        {
            _ = tiff_set_uint32(file, UInt32(tag), side)
        }
        for (tag, value) in [
            (TIFFTAG_BITSPERSAMPLE, 8), (TIFFTAG_SAMPLESPERPIXEL, 3),
            (TIFFTAG_COMPRESSION, Int(COMPRESSION_JPEG)),
            (TIFFTAG_PHOTOMETRIC, Int(PHOTOMETRIC_YCBCR)),
            (TIFFTAG_PLANARCONFIG, Int(PLANARCONFIG_CONTIG)),
        ] { _ = tiff_set_uint16(file, UInt32(tag), UInt16(value)) }
        _ = tiff_set_int(file, UInt32(TIFFTAG_JPEGQUALITY), 80)
        _ = tiff_set_int(file, UInt32(TIFFTAG_JPEGCOLORMODE), JPEGCOLORMODE_RGB)
        var pixels = [UInt8](image)
        guard
            TIFFWriteEncodedTile(file, 0, &pixels, tmsize_t(pixels.count)) == tmsize_t(pixels.count)
        else {
            throw MissingData(file: path)
        }
    }
}
