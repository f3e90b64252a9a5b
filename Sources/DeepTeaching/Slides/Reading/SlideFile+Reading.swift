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
        let missing = source.missingTiles(of: region, margin: 0)
        readings.withLock { $0.add(pixels: size.area, missingTiles: missing, level: level) }
        return image
    }

    private func read(_ region: SlideRegion, from source: SlideLevelSource) throws -> Image {
        let background = properties.background
        guard let reader = source.reader, source.isGarbled || meetsMissingTile(region, of: source)
        else { return try readThroughOpenSlide(region, level: source.openSlideLevel) }
        let downsample = source.level.downsample
        return try reader.read(
            left: region.left(downsample: downsample), top: region.top(downsample: downsample),
            size: region.size, over: background)
    }

    /// Whether the region needs a tile without bytes. OpenSlide 3 fails there, except in Aperio
    /// files, where it fills the place from a coarser level.
    private func meetsMissingTile(_ region: SlideRegion, of source: SlideLevelSource) -> Bool {
        // Interpolation between pixels may reach into the neighbouring tile.
        properties.vendor != "aperio" && !source.missingTiles(of: region, margin: 1).isEmpty
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
