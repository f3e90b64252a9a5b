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
        readings.withLock {
            $0.add(
                pixels: size.area, level: level,
                missing: source.tiles?.missing(in: region.pixels) ?? [])
        }
        return image
    }

    private func read(_ region: SlideRegion, from source: SlideLevelSource) throws -> Image {
        guard source.isGarbled || meetsMissingTile(region, of: source) else {
            return try readDirectly(region, from: source)
                ?? readThroughOpenSlide(region, level: source.openSlideLevel)
        }
        guard let reader = source.reader else {
            if isBlank(region, of: source) {
                return Image(size: region.size, color: properties.background)
            }
            return try readThroughOpenSlide(region, level: source.openSlideLevel)
        }
        let start = SlideFile.start(of: region, on: source.level)
        return try reader.read(
            left: start.x, top: start.y, size: region.size, over: properties.background)
    }

    /// The pixels through libtiff, where they are surely the same as OpenSlide's; nil where they may
    /// not be: between pixels and beside tiles without bytes; and where libtiff fails, so that one
    /// library says what is wrong.
    private func readDirectly(_ region: SlideRegion, from source: SlideLevelSource) -> Image? {
        guard source.isReadDirectly, let reader = source.reader,
            source.tiles?.meetsMissing(in: region.pixels.grown(by: 1)) == false
        else { return nil }
        let start = SlideFile.start(of: region, on: source.level)
        return try? reader.readWhole(
            left: start.x, top: start.y, size: region.size, over: properties.background)
    }

    /// Where OpenSlide begins to read a level: from a corner outside it goes on in whole pixels.
    private static func start(of region: SlideRegion, on level: SlideLevel) -> PixelPoint {
        func inside(_ coordinate: Double) -> Double {
            coordinate < 0 ? coordinate.rounded(.up) : coordinate
        }
        let corner = level.frame.position(
            of: BaselinePoint(x: Double(region.origin.x), y: Double(region.origin.y)))
        return PixelPoint(x: inside(corner.x), y: inside(corner.y))
    }

    /// Whether the region, or a margin of one pixel that interpolation reaches into, needs a tile
    /// without bytes. OpenSlide 3 fails there, except in Aperio
    /// files, where it fills the place from a finer level: in seconds if tiles are large.
    private func meetsMissingTile(_ region: SlideRegion, of source: SlideLevelSource) -> Bool {
        guard let tiles = source.tiles,
            properties.vendor != "aperio" || tiles.size.area > 1 << 20
        else { return false }
        return tiles.meetsMissing(in: region.pixels.grown(by: 1))
    }

    /// Whether the region with such a margin needs no tile with bytes.
    private func isBlank(_ region: SlideRegion, of source: SlideLevelSource) -> Bool {
        source.tiles?.isBlank(in: region.pixels.grown(by: 1)) ?? false
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
