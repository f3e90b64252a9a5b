import Foundation

/// Writes a picture of any size as a slide that OpenSlide, and every viewer of pyramidal TIFFs,
/// opens: JPEG tiles, and levels that halve until the smallest measures about 512 pixels.
///
/// Level 0 comes tile by tile from a closure, which all cores call at once. A tile of a coarser
/// level averages 2 x 2 pixels of the finer one. Memory holds a few tiles a level, however large
/// the slide is, and the bytes of the file do not depend on the number of cores.
public struct PyramidWriter: Sendable {
    /// How the picture is cut into levels and tiles.
    public let layout: PyramidLayout

    /// The resolution of level 0.
    public let micronsPerPixel: MicronsPerPixel

    /// In whose manner the file speaks of itself.
    public let format: PyramidFormat

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
    ///   - format: in whose manner the file speaks of itself.
    ///   - quality: the quality of JPEG, 1 to 100.
    ///   - isBig: whether to write a BigTIFF; nil chooses it where a TIFF's 4 GB might not do.
    public init(
        size: PixelSize, micronsPerPixel: MicronsPerPixel, tileSide: Int = 256,
        format: PyramidFormat = .tiled, quality: Int = 88, isBig: Bool? = nil
    ) {
        require(
            tileSide > 0 && tileSide % 16 == 0,
            "a tile side of \(tileSide) pixels is not a positive multiple of 16")
        require((1...100).contains(quality), "JPEG has no quality \(quality): choose 1 to 100")
        layout = PyramidLayout(size: size, tileSide: tileSide)
        self.micronsPerPixel = micronsPerPixel
        self.format = format
        self.quality = quality
        // JPEG never needs two bytes a pixel at such qualities; the levels add a third.
        self.isBig = isBig ?? (size.area > 1_500_000_000)
    }

    /// Width and height of level 0.
    public var size: PixelSize { layout.size }

    /// Width and height of a tile.
    public var tileSide: Int { layout.tileSide }

    /// The sizes of all levels, the finest first.
    public var levelSizes: [PixelSize] { layout.levelSizes }

    /// Writes the slide.
    ///
    /// The file appears under its name only when it is whole; on any error nothing is left behind.
    ///
    /// - Parameters:
    ///   - url: the file to write; an existing one is replaced.
    ///   - progress: is told the share that is done, from 0 to 1.
    ///   - image: paints a rectangle of level 0, given its top left corner and its size; nil where
    ///     nothing was scanned. It is called from several threads.
    /// - Throws: `PyramidWriterError`, or what `image` throws: to stop, throw `CancellationError`.
    public func write(
        to url: URL, progress: (Double) -> Void = { _ in },
        image: @escaping @Sendable (_ origin: BaselinePoint, _ size: PixelSize) throws -> Image?
    ) throws {
        let isSparse = format.isSparse
        let pyramid = TilePyramid<Image>(layout: layout) { origin, size in
            let painted = try image(origin, size)
            return isSparse ? painted : painted ?? Image(unscanned: size)
        }
        try write(pyramid, compression: .jpeg(quality: quality), to: url, progress: progress)
    }

    /// Writes a mask with the levels and tiles of the slide: one 8-bit channel, without loss.
    ///
    /// A pixel of a coarser level is the top left one of its 2 x 2 pixels on the finer level. The
    /// file appears under its name only when it is whole; on any error nothing is left behind.
    ///
    /// - Parameters:
    ///   - url: the file to write; an existing one is replaced.
    ///   - progress: is told the share that is done, from 0 to 1.
    ///   - mask: the numbers in a rectangle of level 0, given its top left corner and its size. It
    ///     is called from several threads.
    /// - Throws: `PyramidWriterError`, or what `mask` throws.
    public func writeMask(
        to url: URL, progress: (Double) -> Void = { _ in },
        mask: @escaping @Sendable (_ origin: BaselinePoint, _ size: PixelSize) throws -> MaskTile
    ) throws {
        let pyramid = TilePyramid<MaskTile>(layout: layout, paint: mask)
        try write(pyramid, compression: .deflate, to: url, progress: progress)
    }

    /// Removes what writers whose process was killed left half-written in a folder. What running
    /// ones are writing stays.
    public static func removeAbandonedParts(in folder: URL) {
        ScratchFolder.removeAbandoned(in: folder)
    }

    private func write<Tile: PyramidTile>(
        _ pyramid: TilePyramid<Tile>, compression: TileEncoder.Compression, to url: URL,
        progress: (Double) -> Void
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
        let files = try levelSizes.indices.map { level in
            try TiledFile(
                url: scratch.url.appendingPathComponent("level\(level).tif"), level: level,
                writer: self, compression: compression)
        }
        let encoder = TileEncoder(compression: compression, tileSide: tileSide)
        var pass = PyramidPass(pyramid: pyramid, encoder: encoder, files: files)
        try pass.run(report: progress)
        try files[0].append(files.dropFirst())
        guard rename(scratch.url.appendingPathComponent("level0.tif").path, url.path) == 0 else {
            throw PyramidWriterError.unwritable(
                path: url.path, reason: String(cString: strerror(errno)))
        }
    }
}
