extension SlideFile {
    /// The pixels of a rectangle; what lies outside, and tiles without bytes, have the background
    /// colour, usually white.
    ///
    /// The origin is rounded to whole level-0 pixels. Where it falls between the pixels of a coarser
    /// level, OpenSlide interpolates.
    ///
    /// - Throws: `SlideError` if the level does not exist, the region is empty or too large, or a
    ///   tile there is damaged; other regions stay readable.
    public func read(origin: BaselinePoint, size: PixelSize, level: Int) throws -> Image {
        let region = try SlideRegion(origin: origin, size: size, level: level, of: levels)
        let source = sources[level]
        let image: Image
        do {
            image = try read(region, from: source)
        } catch let failure as ReadFailure {
            throw SlideError.unreadableRegion(
                path: url.path, origin: origin, size: size, level: level, reason: failure.reason)
        }
        let downsample = source.level.downsample
        readings.withLock {
            $0.add(
                pixels: size.area, level: level,
                missing: source.tiles?.missing(
                    left: region.left(downsample: downsample),
                    top: region.top(downsample: downsample), size: size) ?? [])
        }
        return image
    }

    private func read(_ region: SlideRegion, from source: SlideLevelSource) throws -> Image {
        guard source.isGarbled || meetsMissingTile(region, of: source) else {
            return try readThroughOpenSlide(region, level: source.openSlideLevel)
        }
        guard let reader = source.reader else {
            if isBlank(region, of: source) {
                return Image(size: region.size, color: properties.background)
            }
            return try readThroughOpenSlide(region, level: source.openSlideLevel)
        }
        let downsample = source.level.downsample
        return try reader.read(
            left: SlideFile.place(of: region.x, downsample: downsample),
            top: SlideFile.place(of: region.y, downsample: downsample),
            size: region.size, over: properties.background)
    }

    /// Where OpenSlide begins to read a level: from a corner outside it goes on in whole pixels.
    private static func place(of coordinate: Int, downsample: Double) -> Double {
        let place = Double(coordinate) / downsample
        return place < 0 ? place.rounded(.up) : place
    }

    /// Whether the region needs a tile without bytes. OpenSlide 3 fails there, except in Aperio
    /// files, where it fills the place from a finer level: in seconds if tiles are large.
    private func meetsMissingTile(_ region: SlideRegion, of source: SlideLevelSource) -> Bool {
        guard let tiles = source.tiles,
            properties.vendor != "aperio" || tiles.size.area > 1 << 20
        else { return false }
        let rectangle = SlideFile.touched(by: region, downsample: source.level.downsample)
        return tiles.meetsMissing(
            left: rectangle.x, top: rectangle.y, size: rectangle.size)
    }

    /// Whether the region needs no tile with bytes.
    private func isBlank(_ region: SlideRegion, of source: SlideLevelSource) -> Bool {
        let rectangle = SlideFile.touched(by: region, downsample: source.level.downsample)
        return source.tiles?.isBlank(
            left: rectangle.x, top: rectangle.y, size: rectangle.size) ?? false
    }

    /// The pixels of a level that a region may need: interpolation between pixels reaches one
    /// further, perhaps into the next tile.
    private static func touched(by region: SlideRegion, downsample: Double) -> PixelRectangle {
        PixelRectangle(
            x: region.left(downsample: downsample) - 1, y: region.top(downsample: downsample) - 1,
            width: region.size.width + 2, height: region.size.height + 2)
    }

    /// Reads with the shared handle; if an error has latched in it, perhaps by another thread's
    /// region, with a new one, which is then shared.
    private func readThroughOpenSlide(_ region: SlideRegion, level: Int) throws -> Image {
        let background = properties.background
        let shared = sharedHandle.withLock { $0 }
        if let image = shared?.read(region, level: level, over: background) { return image }
        let fresh: OpenSlideHandle
        do {
            fresh = try OpenSlideHandle(path: url.path)
        } catch {
            throw ReadFailure(reason: "the file has changed since it was opened")
        }
        if let image = fresh.read(region, level: level, over: background) {
            sharedHandle.withLock { $0 = fresh }
            return image
        }
        sharedHandle.withLock { if $0 === shared { $0 = nil } }
        throw ReadFailure(reason: fresh.error ?? "OpenSlide does not say why")
    }
}
