/// Where the pixels of one level come from.
struct SlideLevelSource: Sendable {
    /// What the slide's users see of the level.
    let level: SlideLevel

    /// The level's index in OpenSlide, which counts levels that are left out here.
    let openSlideLevel: Int

    /// Reads the level through libtiff, if its pixels are stored plainly.
    let reader: TIFFLevelReader?

    /// Whether OpenSlide must not read the level: it would return garbage, or does not know it.
    let isGarbled: Bool

    /// Whether `reader` shows the same pixels as OpenSlide, and is to be asked first, since it is
    /// several times as fast.
    let isReadDirectly: Bool

    /// The level's picture in the file, if it is a directory of a TIFF.
    let directory: TIFFDirectory?

    /// The size of the tiles that are decoded at once, if the format has tiles and says it.
    let tileSize: PixelSize?

    /// The tiles of the level, if it is a directory of a TIFF.
    var tiles: TIFFTiles? { directory?.tiles }
}

extension SlideLevelSource {
    // Where these formats place a tile is where its directory says.
    private static let plainFormats: Set<String> = ["generic-tiff", "philips", "aperio"]

    // These read tiles through the part of OpenSlide that fails for levels smaller than a tile.
    private static let tiffFormats = plainFormats.union(["leica", "trestle", "ventana"])

    /// How to read each level of an open slide; levels that cannot be read rightly are left out.
    ///
    /// - Throws: `SlideError` if the finest level is one of them, or a tile is too large.
    static func sources(
        path: String, levels: [SlideLevel], properties: SlideProperties,
        directories: [TIFFDirectory?]
    ) throws -> [SlideLevelSource] {
        let matching = PyramidDirectories.matching(
            levels, among: directories, vendor: properties.vendor)
        let sources = try levels.indices.map { index in
            let directory = matching?[index]
            let tile = properties.tileSize(level: index) ?? directory?.tiles?.size
            if let tile { try SlideInspection.check(tile, level: index, path: path) }
            return SlideLevelSource(
                level: levels[index], openSlideLevel: index,
                reader: directory.flatMap { TIFFLevelReader(path: path, directory: $0) },
                isGarbled: isGarbled(
                    levels[index], tile: tile, directory, vendor: properties.vendor),
                isReadDirectly: directory.map { isPlain($0, as: levels[index]) } ?? false,
                directory: directory, tileSize: tile)
        }
        let kept = sources.filter { !$0.isGarbled || $0.reader != nil }
        guard let first = kept.first, first.openSlideLevel == 0 else {
            throw refusal(of: sources[0], path: path)
        }
        return kept
    }

    /// Whether a level is what its directory shows: three colours in rows from the top, of its size.
    private static func isPlain(_ directory: TIFFDirectory, as level: SlideLevel) -> Bool {
        directory.pixels.isPlainRGB && directory.pixels.samplesPerPixel == 3
            && directory.orientation == 1 && directory.size == level.size
    }

    /// Why the finest level is not read.
    private static func refusal(of source: SlideLevelSource, path: String) -> SlideError {
        guard let directory = source.directory else { return .garbledLevels(path: path) }
        if let refusal = directory.pixels.refusal { return .refused(path: path, refusal) }
        if directory.orientation != 1 {
            return .refused(path: path, .orientation(directory.orientation))
        }
        return .garbledLevels(path: path)
    }

    /// Whether OpenSlide 3 reads the level as garbage. It decodes 8-bit JPEG, and Aperio's JPEG
    /// 2000, by itself. All else it leaves to libtiff, which shows numbers as colours that are none,
    /// takes unknown channels for transparency, and turns each tile alone where the picture is
    /// turned. With libtiff 4.5 it goes wrong for levels narrower or lower than their own tile, and
    /// fails at most tiles without compression.
    private static func isGarbled(
        _ level: SlideLevel, tile: PixelSize?, _ directory: TIFFDirectory?, vendor: String
    ) -> Bool {
        guard tiffFormats.contains(vendor), let tile else { return false }
        let isSmall = level.size.width < tile.width || level.size.height < tile.height
        guard let directory else { return isSmall }
        let pixels = directory.pixels
        if pixels.isJPEG || vendor == "aperio" && pixels.isAperioJPEG2000 { return false }
        return isSmall || directory.orientation != 1 || pixels.refusal != nil
            || pixels.hasUnknownChannels || pixels.isPlainRGB && pixels.isUncompressed
    }
}
