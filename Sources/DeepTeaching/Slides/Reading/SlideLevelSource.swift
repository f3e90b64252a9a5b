/// Where the pixels of one level come from.
struct SlideLevelSource: Sendable {
    /// A tile above 8192 x 8192 pixels is a damaged or hostile file: OpenSlide 3 and 4 abort the
    /// process when they cannot allocate one.
    static let maximumTileArea = 1 << 26

    /// What the slide's users see of the level.
    let level: SlideLevel

    /// The level's index in OpenSlide, which counts levels that are left out here.
    let openSlideLevel: Int

    /// Reads the level through libtiff, if its pixels are stored plainly.
    let reader: TIFFLevelReader?

    /// Whether OpenSlide would return garbage for the level.
    let isGarbled: Bool

    /// The tiles of the level, if it is a directory of a TIFF.
    let directory: TIFFDirectory?

    /// The tiles without bytes that a region needs, or would if it were larger by a margin.
    func missingTiles(of region: SlideRegion, margin: Int) -> [Int] {
        guard let directory, directory.hasMissingTiles else { return [] }
        let size = PixelSize(
            width: region.size.width + 2 * margin, height: region.size.height + 2 * margin)
        return directory.tiles(
            left: region.left(downsample: level.downsample) - margin,
            top: region.top(downsample: level.downsample) - margin, size: size
        ).filter { directory.isMissing[$0] }
    }
}

extension SlideLevelSource {
    // Where these formats place a tile is where its directory says.
    private static let plainFormats: Set<String> = ["generic-tiff", "philips", "aperio"]

    // These read tiles through the part of OpenSlide that fails for levels smaller than a tile.
    private static let tiffFormats = plainFormats.union(["leica", "trestle", "ventana"])

    /// How to read each level of an open slide; levels that cannot be read rightly are left out.
    static func sources(
        path: String, levels: [SlideLevel], properties: SlideProperties
    ) throws -> [SlideLevelSource] {
        let isPlain = plainFormats.contains(properties.vendor)
        var directories = isPlain ? TIFFFile(path: path)?.tiledDirectories() ?? [] : []
        let sources = try levels.indices.map { index in
            let level = levels[index]
            let place = directories.firstIndex { $0.size == level.size }
            let directory = place.map { directories.remove(at: $0) }
            let tile = properties.tileSize(level: index) ?? directory?.tileSize
            if let tile { try check(tile, level: index, path: path) }
            let isReadable = directory?.isPlainRGB ?? false
            return SlideLevelSource(
                level: level, openSlideLevel: index,
                reader: isReadable
                    ? directory.map { TIFFLevelReader(path: path, directory: $0) }
                    : nil,
                isGarbled: isGarbled(level, tile: tile, directory, vendor: properties.vendor),
                directory: directory)
        }
        let kept = sources.filter { !$0.isGarbled || $0.reader != nil }
        guard let first = kept.first, first.openSlideLevel == 0 else {
            throw SlideError.garbledLevels(path: path)
        }
        return kept
    }

    private static func check(_ tile: PixelSize, level: Int, path: String) throws {
        let area = tile.width.multipliedReportingOverflow(by: tile.height)
        guard tile.width > 0, tile.height > 0, !area.overflow,
            area.partialValue <= maximumTileArea
        else { throw SlideError.tileTooLarge(path: path, level: level, tile: tile) }
    }

    /// Whether OpenSlide 3 reads the level as garbage: with libtiff 4.5 it does so for levels
    /// narrower or lower than their own tile, unless it decodes the tiles by itself.
    private static func isGarbled(
        _ level: SlideLevel, tile: PixelSize?, _ directory: TIFFDirectory?, vendor: String
    ) -> Bool {
        guard tiffFormats.contains(vendor), let tile,
            level.size.width < tile.width || level.size.height < tile.height
        else { return false }
        guard let directory else { return true }
        return !(directory.isJPEG || vendor == "aperio" && directory.isAperioJPEG2000)
    }
}
