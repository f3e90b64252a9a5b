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
}
