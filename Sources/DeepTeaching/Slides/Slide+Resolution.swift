extension Slide {
    /// The pixels of a rectangle in a resolution given in micrometres, whatever levels the slide
    /// has.
    ///
    /// It reads `level(forMicronsPerPixel:)`. If that level is within 2 % of the wanted resolution,
    /// its pixels come as they are; otherwise each pixel is the mean of the area that it covers,
    /// where the rectangle is rounded to whole pixels of the level. A resolution finer than level 0
    /// enlarges, and adds no detail.
    ///
    /// - Parameters:
    ///   - origin: the top left corner in level-0 pixels.
    ///   - size: width and height of the returned image in pixels.
    ///   - micronsPerPixel: how many micrometres one returned pixel covers.
    /// - Throws: `SlideError` if the slide does not say its resolution or cannot be read there.
    public func read(
        origin: BaselinePoint, size: PixelSize, micronsPerPixel: Double
    ) throws -> Image {
        let downsample = try downsample(forMicronsPerPixel: micronsPerPixel)
        let level = try level(forMicronsPerPixel: micronsPerPixel)
        let ratio = downsample / levels[level].downsample
        if abs(ratio - 1) <= resolutionTolerance {
            return try read(origin: origin, size: size, level: level)
        }
        guard size.width > 0, size.height > 0 else { throw SlideError.emptyRegion(size) }
        let width = (Double(size.width) * ratio).rounded()
        let height = (Double(size.height) * ratio).rounded()
        guard width * height <= Double(SlideRegion.maximumArea),
            Double(size.width) * Double(size.height) <= Double(SlideRegion.maximumArea)
        else { throw SlideError.regionTooLarge(size, maximumArea: SlideRegion.maximumArea) }
        let region = PixelSize(width: max(1, Int(width)), height: max(1, Int(height)))
        return try read(origin: origin, size: region, level: level).resized(to: size)
    }

    /// The whole slide as a small picture.
    ///
    /// It averages the coarsest level that is large enough, in strips, so that a slide without
    /// coarse levels needs no more memory.
    ///
    /// - Parameter maximumSide: the length of the longer side in pixels; a smaller slide is not
    ///   enlarged.
    /// - Throws: `SlideError` if the slide cannot be read or `maximumSide` is not positive.
    public func thumbnail(maximumSide: Int) throws -> Image {
        guard maximumSide > 0 else { throw SlideError.emptyRegion(PixelSize(side: maximumSide)) }
        let full = levels[0].size
        let scale = min(1, Double(maximumSide) / Double(max(full.width, full.height)))
        let size = PixelSize(
            width: max(1, Int((Double(full.width) * scale).rounded())),
            height: max(1, Int((Double(full.height) * scale).rounded())))
        let index = level(forDownsample: 1 / scale)
        let level = levels[index]
        let factor = max(1, min(level.size.width / size.width, level.size.height / size.height))
        // Strips of about 16 million pixels, each shrunk by a whole factor before the next is read.
        let rows = max(1, 16_000_000 / (level.size.width * factor)) * factor
        if rows >= level.size.height {
            return try read(origin: BaselinePoint(x: 0, y: 0), size: level.size, level: index)
                .resized(to: size)
        }
        return try shrunk(level: index, factor: factor, rowsPerStrip: rows).resized(to: size)
    }

    private func shrunk(level index: Int, factor: Int, rowsPerStrip: Int) throws -> Image {
        let level = levels[index]
        let width = max(1, level.size.width / factor)
        var pixels: [UInt8] = []
        for top in stride(from: 0, to: level.size.height, by: rowsPerStrip) {
            let rows = min(rowsPerStrip, level.size.height - top)
            let strip = try read(
                origin: BaselinePoint(x: 0, y: Double(top) * level.downsample),
                size: PixelSize(width: level.size.width, height: rows), level: index)
            let height = max(1, (rows + factor / 2) / factor)
            pixels += strip.resized(to: PixelSize(width: width, height: height)).pixels
        }
        return Image(
            size: PixelSize(width: width, height: pixels.count / (3 * width)), pixels: pixels)
    }
}
