import DeepTeaching
import Foundation

/// A slide written anew in two ways: with all tiles, and as scanners of Philips do, without those of glass.
///
/// Of a large slide a coarser level is written.
struct SparsePiece {
    let denseBytes: Int
    let sparseBytes: Int

    /// The tiles of the finest level that was written, and how many of them have no bytes.
    let tiles: Int
    let missing: Int

    /// The width of a tile in pixels; small pictures get small tiles.
    let tileSide: Int

    /// What the sparse file says of its pixels, in millimetres.
    let spacing: String?

    private static let maximumArea = 1 << 24

    /// - Throws: `PyramidWriterError` if there is no room; `SlideError` if the slide cannot be read.
    init(of slide: SlideFile, micronsPerPixel: Double) throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "slide-formats-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let index =
            slide.levels.firstIndex { $0.size.area <= Self.maximumArea } ?? slide.levels.count - 1
        let level = slide.levels[index]
        let tissue = try TissueMask(of: slide).raster
        let tileSide = level.size.area < 4_000_000 ? 64 : 256
        func write(_ format: PyramidFormat) throws -> URL {
            let file = folder.appending(path: "\(format.rawValue).tif")
            let writer = PyramidWriter(
                size: level.size,
                micronsPerPixel: MicronsPerPixel(micronsPerPixel * level.downsample),
                tileSide: tileSide, format: format)
            // listing: SparsePiece.write
            try writer.write(to: file) { origin, size in
                let region = level.region(at: origin, size: size)
                let isGlass = !tissue.hasForeground(in: region)
                if format == .philips && isGlass { return nil }
                return try slide.read(origin: region.origin, size: size, level: index)
            }
            // end listing
            return file
        }
        let (dense, sparse) = (try write(.tiled), try write(.philips))
        self.tileSide = tileSide
        denseBytes = try TIFFWalk(dense).size
        let walk = try TIFFWalk(sparse)
        sparseBytes = walk.size
        tiles = try walk.tiles(of: walk.directories[0]).count
        let written = try SlideFile(sparse)
        missing = written.missingTileCounts[0]
        spacing = written.property("philips.DICOM_PIXEL_SPACING")
    }
}

extension SlideLevel {
    /// What a rectangle covers, given in pixels of the level.
    fileprivate func region(at origin: BaselinePoint, size: PixelSize) -> BaselineRectangle {
        frame.region(
            of: PixelRectangle(
                x: Int(origin.x), y: Int(origin.y), width: size.width, height: size.height))
    }
}

extension SlideRaster<Mask> {
    /// Whether any pixel under a region of the slide is foreground.
    func hasForeground(in region: BaselineRectangle) -> Bool {
        let box = frame.pixels(nearest: region)
        let rows = (box.y..<box.y + box.height).clamped(to: 0..<size.height)
        let columns = (box.x..<box.x + box.width).clamped(to: 0..<size.width)
        return rows.contains { y in columns.contains { pixels[x: $0, y: y] } }
    }
}
