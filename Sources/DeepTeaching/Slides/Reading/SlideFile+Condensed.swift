extension SlideFile {
    /// A level as a picture of at most about 16 million pixels, kept until another level is asked
    /// for: at most 48 MB. Tiles without bytes are not read, but counted as missing.
    ///
    /// Several threads that ask at the same moment each read the level; all get the same picture.
    public func condensed(level index: Int, progress: (Double) -> Void) throws -> SlideRaster<Image>
    {
        let levels = levels
        guard levels.indices.contains(index) else {
            throw SlideError.noSuchLevel(level: index, count: levels.count)
        }
        if let kept = condensed.withLock({ $0 }), kept.level == index {
            progress(1)
            return kept.picture
        }
        let factor = levels[index].condensation
        let picture = try averaged(
            level: index, by: factor, tile: sources[index].tileSize ?? PixelSize(side: 256),
            blank: { self.blankColor(of: $0, level: index) }, progress: progress)
        condensed.withLock { $0 = (index, picture) }
        return picture
    }

    /// The background if a rectangle of a level needs no tile with bytes, else nil.
    private func blankColor(of rectangle: PixelRectangle, level: Int) -> RGB? {
        guard isBlank(rectangle, level: level), let tiles = sources[level].tiles else { return nil }
        let missing = tiles.missing(in: rectangle)
        readings.withLock { $0.meet(missing, level: level) }
        return properties.background
    }

    private func isBlank(_ rectangle: PixelRectangle, level: Int) -> Bool {
        // A margin of one pixel, since reads between pixels reach into the next tile.
        guard let tiles = sources[level].tiles, tiles.isBlank(in: rectangle.grown(by: 1)) else {
            return false
        }
        // OpenSlide fills missing tiles of Aperio from the finer levels.
        guard properties.vendor == "aperio", level > 0, tiles.size.area <= 1 << 20 else {
            return true
        }
        let ratio = levels[level].downsample / levels[level - 1].downsample
        let finer = PixelRectangle(
            x: Int(Double(rectangle.x) * ratio) - 2, y: Int(Double(rectangle.y) * ratio) - 2,
            width: Int(Double(rectangle.width) * ratio) + 6,
            height: Int(Double(rectangle.height) * ratio) + 6)
        return isBlank(finer, level: level - 1)
    }
}
