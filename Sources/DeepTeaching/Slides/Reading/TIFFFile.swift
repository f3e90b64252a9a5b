import CTIFFShim

/// An open TIFF file of the C library libtiff, for one thread at a time; closed at the end.
final class TIFFFile {
    private static let captureErrors: Void = tiff_capture_errors()

    private let file: OpaquePointer

    /// Nil if the file is no TIFF.
    init?(path: String) {
        _ = TIFFFile.captureErrors
        // Not mapped into memory: a file that shrinks while it is read would end the process.
        guard let file = TIFFOpen(path, "rm") else { return nil }
        self.file = file
    }

    deinit { TIFFClose(file) }

    /// All tiled directories in their order in the file.
    func tiledDirectories() -> [TIFFDirectory] {
        // A pyramid has ten or so; a damaged file may chain them for ever.
        let limit = 1000
        var directories: [TIFFDirectory] = []
        for index in 0..<limit {
            if let directory = TIFFDirectory(current: file, index: index) {
                directories.append(directory)
            }
            if TIFFReadDirectory(file) != 1 { break }
        }
        return directories
    }

    /// Makes a directory current, and lets JPEG tiles be decoded to red, green, blue.
    func select(_ directory: TIFFDirectory) throws {
        guard TIFFSetDirectory(file, tdir_t(directory.index)) == 1 else { throw lastError() }
        if directory.isJPEG {
            _ = tiff_set_int(file, UInt32(TIFFTAG_JPEGCOLORMODE), JPEGCOLORMODE_RGB)
        }
    }

    /// The bytes of one tile of the current directory.
    func readTile(_ index: Int, byteCount: Int) throws -> [UInt8] {
        guard TIFFTileSize64(file) == UInt64(byteCount) else {
            throw ReadFailure(reason: "a tile has another size than its directory says")
        }
        var bytes = [UInt8](repeating: 0, count: byteCount)
        let read = bytes.withUnsafeMutableBytes {
            TIFFReadEncodedTile(file, UInt32(index), $0.baseAddress, tmsize_t(byteCount))
        }
        guard read == tmsize_t(byteCount) else { throw lastError() }
        return bytes
    }

    private func lastError() -> ReadFailure {
        let message = String(cString: tiff_take_last_error())
        return ReadFailure(reason: message.isEmpty ? "libtiff cannot decode it" : message)
    }
}

/// Why a library could not read, in its own words.
struct ReadFailure: Error {
    let reason: String
}
