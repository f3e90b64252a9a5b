import Foundation

/// Writes a picture of any size as a slide that OpenSlide, and every viewer of pyramidal TIFFs,
/// opens: JPEG tiles, and levels that halve until the smallest measures about 512 pixels.
///
/// Level 0 comes tile by tile from a closure. A tile of a coarser level averages 2 x 2 pixels of
/// the finer one, and is written as soon as its four children are: so memory holds a few tiles a
/// level, however large the slide is.
public struct PyramidWriter: Sendable {
    /// Width and height of level 0.
    public let size: PixelSize

    /// The resolution of level 0, written as pixels per centimetre.
    public let micronsPerPixel: MicronsPerPixel

    /// Width and height of a tile, a multiple of 16.
    public let tileSide: Int

    /// The quality of JPEG, 1 to 100.
    public let quality: Int

    /// Whether the file is a BigTIFF, with 64-bit offsets.
    public let isBig: Bool

    /// A writer of slides of one kind.
    ///
    /// - Parameters:
    ///   - size: width and height of level 0 in pixels.
    ///   - micronsPerPixel: the resolution of level 0.
    ///   - tileSide: width and height of a tile, a multiple of 16: usually 256 or 512.
    ///   - quality: the quality of JPEG, 1 to 100.
    ///   - isBig: whether to write a BigTIFF; nil chooses it where a TIFF's 4 GB might not do.
    public init(
        size: PixelSize, micronsPerPixel: MicronsPerPixel, tileSide: Int = 256,
        quality: Int = 88, isBig: Bool? = nil
    ) {
        require(
            tileSide > 0 && tileSide % 16 == 0,
            "a tile side of \(tileSide) pixels is not a positive multiple of 16")
        require((1...100).contains(quality), "JPEG has no quality \(quality): choose 1 to 100")
        self.size = size
        self.micronsPerPixel = micronsPerPixel
        self.tileSide = tileSide
        self.quality = quality
        // JPEG never needs two bytes a pixel at such qualities; the levels add a third.
        self.isBig = isBig ?? (size.area > 1_500_000_000)
    }

    /// The sizes of all levels, the finest first. Halving rounds down and stops at about 512
    /// pixels, and before a level would be smaller than its own tile.
    public var levelSizes: [PixelSize] {
        var sizes = [size]
        while let last = sizes.last, max(last.width, last.height) > 768 {
            let half = PixelSize(width: last.width / 2, height: last.height / 2)
            guard min(half.width, half.height) >= tileSide else { break }
            sizes.append(half)
        }
        return sizes
    }

    /// Writes the slide.
    ///
    /// The file appears under its name only when it is whole; on any error nothing is left behind.
    ///
    /// - Parameters:
    ///   - url: the file to write; an existing one is replaced.
    ///   - progress: is told the share of level 0 that is done, from 0 to 1.
    ///   - image: paints a rectangle of level 0, given its top left corner and its size.
    /// - Throws: `PyramidWriterError`, or what `image` throws: to stop, throw `CancellationError`.
    public func write(
        to url: URL, progress: @escaping (Double) -> Void = { _ in },
        image: @escaping (_ origin: BaselinePoint, _ size: PixelSize) throws -> Image
    ) throws {
        guard size.width > 0, size.height > 0 else { throw PyramidWriterError.emptyPicture(size) }
        let scratch: ScratchFolder
        do {
            scratch = try ScratchFolder(for: url)
        } catch {
            throw PyramidWriterError.unwritable(
                path: url.path, reason: "its folder does not exist or is protected")
        }
        defer { scratch.remove() }
        let files = try levelSizes.enumerated().map { level, size in
            try TiledFile(
                url: scratch.url.appendingPathComponent("level\(level).tif"), size: size,
                level: level, writer: self)
        }
        var pass = PyramidPass(writer: self, files: files, report: progress, image: image)
        try pass.run()
        try files[0].append(files.dropFirst())
        guard rename(scratch.url.appendingPathComponent("level0.tif").path, url.path) == 0 else {
            throw PyramidWriterError.unwritable(
                path: url.path, reason: String(cString: strerror(errno)))
        }
    }
}
