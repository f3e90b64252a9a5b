import Foundation

/// A slide in a file, read through OpenSlide: Aperio, Hamamatsu, Leica, MIRAX, Philips, Sakura,
/// Trestle, Ventana, and tiled TIFF; and, through libtiff, OME-TIFF in red, green and blue.
///
/// Several threads may read one slide at once. A damaged tile makes only those reads fail that need
/// it. Plain tiles of a TIFF are read through libtiff, which shows the pixels that OpenSlide shows, in
/// less time; so is what OpenSlide 3 is known to get wrong, or it is refused in words. Of each slide one
/// coarse picture is kept once it was made, at most 48 MB (see `condensed(level:progress:)`), and of each
/// level the plain tiles that were read last, at most 32 MB.
///
/// Source: GOODE, Adam, et al. OpenSlide: a vendor-neutral software foundation for digital
/// pathology. Journal of Pathology Informatics, 2013, 4(1), 27.
public final class SlideFile: Slide {
    /// Where the file lies.
    public let url: URL

    /// The file's name without its folder.
    public var name: String { url.lastPathComponent }

    /// The pictures of the pyramid, the finest first, without those that cannot be read rightly.
    public let levels: [SlideLevel]

    /// The resolution of level 0, or nil if the file does not say, or says what no microscope has.
    ///
    /// It comes from `openslide.mpp-x` and `-y`, or from `PhysicalSizeX` and `-Y` of OME-XML, else from
    /// the TIFF resolution: 10000 / x for pixels per centimetre, 25400 / x for pixels per inch. What lies
    /// outside 0.01 to 100 micrometres is no microscope's, such as the 72 dots per inch of a camera, nor
    /// are pixels of which one side is more than twice the other: both count as not said. Sides that
    /// differ less are kept as they are, and `warnings` names them.
    public let micronsPerPixel: MicronsPerPixel?

    /// What is unusual about the file, and how it is read therefore.
    public let warnings: [SlideWarning]

    /// How many levels the file has that are left out because they cannot be read rightly.
    public let omittedLevelCount: Int

    let properties: SlideProperties
    let sources: [SlideLevelSource]
    let readings = Locked(SlideReadings())

    // The last level that was made small as a whole.
    let condensed = Locked<(level: Int, picture: SlideRaster<Image>)?>(nil)

    // The handle that reads share; nil after an error has latched in it, and where OpenSlide is not asked.
    let sharedHandle: Locked<OpenSlideHandle?>

    /// Opens a slide; no pixels are read yet.
    ///
    /// - Throws: `SlideError` if the file is missing, unknown, cut off, damaged, of a kind that is not
    ///   read, or declares tiles that would exhaust the memory.
    public init(_ url: URL) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
            throw SlideError.missing(path: url.path)
        }
        guard !isFolder.boolValue else { throw SlideError.folder(path: url.path) }
        let inspection = try SlideInspection(path: url.path)
        let opened =
            try PlainPyramid(inspection).map(OpenedSlide.init)
            ?? OpenedSlide(throughOpenSlide: inspection)
        self.url = url
        properties = opened.properties
        sources = opened.sources
        levels = sources.map(\.level)
        omittedLevelCount = opened.omittedCount
        micronsPerPixel = properties.micronsPerPixel
        warnings =
            SlideWarning.all(
                of: properties, sources: sources, omittedLevels: omittedLevelCount)
            + inspection.furtherPictures
        sharedHandle = Locked(opened.handle)
    }

    /// What has been read so far; may be asked at any time from any thread.
    public var statistics: SlideStatistics { readings.withLock { $0.statistics } }

    /// How many tiles of each level have no bytes in the file, as in slides whose empty glass was
    /// not stored; 0 where the format does not tell.
    public var missingTileCounts: [Int] {
        sources.map { $0.tiles?.missingCount ?? 0 }
    }

    /// The format by OpenSlide's name, such as "aperio" or "generic-tiff"; "ome-tiff" for a kind that it
    /// does not know.
    public var vendor: String { properties.vendor }

    /// The colour of what lies outside or was not scanned: the file's own, usually white.
    public var background: RGB { properties.background }

    /// What the file says about one thing, by OpenSlide's names such as "aperio.AppMag".
    public func property(_ name: String) -> String? { properties.values[name] }
}
