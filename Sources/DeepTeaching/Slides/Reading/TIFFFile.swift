import CTIFFShim

/// An open TIFF file of the C library libtiff, for one thread at a time; closed at the end.
final class TIFFFile {
    private static let captureErrors: Void = tiff_capture_errors()

    private let file: OpaquePointer
    private let path: String

    /// Nil if the file is no TIFF, or its first directory is damaged.
    init?(path: String) {
        _ = TIFFFile.captureErrors
        _ = tiff_take_last_error()
        // Not mapped into memory: a file that shrinks while it is read would end the process.
        guard let file = TIFFOpen(path, "rm") else { return nil }
        self.file = file
        self.path = path
    }

    deinit { TIFFClose(file) }

    /// What libtiff said last of an error on this thread; empty if it said nothing.
    static func lastWords() -> String { String(cString: tiff_take_last_error()) }

    /// Whether the chain of directories ended where it says so, as far as it was followed.
    private(set) var isComplete = true

    /// All directories in their order in the file, as far as they can be read; nil stands for one
    /// that is damaged. The last one stays current.
    ///
    /// - Throws: `SlideError` if there are more directories or tiles than any slide has.
    func directories() throws -> [TIFFDirectory?] {
        var directories: [TIFFDirectory?] = []
        var tileCount = 0
        repeat {
            guard directories.count < SlideLimits.directories else {
                throw SlideError.refused(
                    path: path, .tooManyDirectories(limit: SlideLimits.directories))
            }
            tileCount += TIFFIsTiled(file) != 0 ? Int(TIFFNumberOfTiles(file)) : 0
            guard tileCount <= SlideLimits.tiles else {
                throw SlideError.refused(path: path, .tooManyTiles(limit: SlideLimits.tiles))
            }
            directories.append(TIFFDirectory(current: file, index: directories.count))
        } while readNextDirectory()
        return directories
    }

    /// The directories below another one, in its order; nil stands for one that is damaged. What lies
    /// below these is not followed.
    ///
    /// - Throws: `SlideError` if there are more directories or tiles than any slide has.
    func directories(below directory: TIFFDirectory) throws -> [TIFFDirectory?] {
        guard directory.subOffsets.count <= SlideLimits.directories else {
            throw SlideError.refused(
                path: path, .tooManyDirectories(limit: SlideLimits.directories))
        }
        var tileCount = 0
        return try directory.subOffsets.enumerated().map { index, offset in
            guard TIFFSetSubDirectory(file, offset) == 1 else { return nil }
            tileCount += TIFFIsTiled(file) != 0 ? Int(TIFFNumberOfTiles(file)) : 0
            guard tileCount <= SlideLimits.tiles else {
                throw SlideError.refused(path: path, .tooManyTiles(limit: SlideLimits.tiles))
            }
            return TIFFDirectory(current: file, index: index + 1, offset: offset)
        }
    }

    /// Goes on to the next directory; false if there is none, or it cannot be read.
    private func readNextDirectory() -> Bool {
        // libtiff forgets the link when it fails to follow it.
        let isLast = TIFFLastDirectory(file) != 0
        let isRead = TIFFReadDirectory(file) == 1
        isComplete = isRead || isLast
        return isRead
    }

    /// Makes a directory current, and lets JPEG tiles be decoded to red, green, blue.
    func select(_ directory: TIFFDirectory) throws {
        let isFound =
            directory.offset.map { TIFFSetSubDirectory(file, $0) }
            ?? TIFFSetDirectory(file, tdir_t(directory.index))
        guard isFound == 1 else { throw lastError() }
        if directory.pixels.isJPEG {
            _ = tiff_set_int(file, UInt32(TIFFTAG_JPEGCOLORMODE), JPEGCOLORMODE_RGB)
        }
    }

    /// The bytes of one tile of the current directory.
    func readTile(_ index: Int, byteCount: Int) throws -> [UInt8] {
        guard TIFFTileSize64(file) == UInt64(byteCount) else {
            throw ReadFailure(reason: "a tile has another size than its directory says")
        }
        return try [UInt8](unsafeUninitializedCapacity: byteCount) { bytes, count in
            count = Int(
                TIFFReadEncodedTile(
                    file, UInt32(index), bytes.baseAddress, tmsize_t(byteCount)))
            guard count == byteCount else { throw lastError() }
        }
    }

    /// The whole picture of a directory, its rows and columns as they are stored. What is transparent
    /// is blended with white; 16 bits a channel become 8.
    ///
    /// - Parameter directory: of few enough pixels, 7 bytes each.
    func readPicture(_ directory: TIFFDirectory) throws -> Image {
        try select(directory)
        let area = directory.size.area
        var pixels = [UInt32](repeating: 0, count: area)
        // Asked for the orientation that the picture has, libtiff turns nothing.
        guard
            TIFFReadRGBAImageOriented(
                file, UInt32(directory.size.width), UInt32(directory.size.height), &pixels,
                Int32(directory.orientation), 1) == 1
        else { throw lastError() }
        // 0xAABBGGRR in libtiff, 0xAARRGGBB in OpenSlide.
        for index in pixels.indices {
            let pixel = pixels[index]
            pixels[index] =
                pixel & 0xff00_ff00 | (pixel & 0xff) << 16 | (pixel >> 16) & 0xff
        }
        return Image(size: directory.size, pixels: composite(premultiplied: pixels, over: .white))
    }

    private func lastError() -> ReadFailure {
        let message = TIFFFile.lastWords()
        return ReadFailure(reason: message.isEmpty ? "libtiff cannot decode it" : message)
    }
}

/// Why a library could not read, in its own words.
struct ReadFailure: Error {
    let reason: String
}
