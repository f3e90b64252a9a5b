extension Slide {
    /// The whole slide as a small picture.
    ///
    /// It averages the coarsest level that is large enough. A level above 16 million pixels is
    /// condensed first (see `condensed(level:progress:)`), and cut at its right and lower border by
    /// less than a pixel of the picture. Its shorter side is rounded to whole pixels, so that its
    /// `downsample`, which is exact along the longer one, is off by half a pixel at the end at most.
    ///
    /// - Parameters:
    ///   - maximumSide: the length of the longer side in pixels; a smaller slide is not enlarged.
    ///   - progress: is told the share that is done, from 0 to 1.
    /// - Throws: `SlideError` if the slide cannot be read or `maximumSide` is not positive.
    public func thumbnail(
        maximumSide: Int, progress: (Double) -> Void = { _ in }
    ) throws -> SlideRaster<Image> {
        guard maximumSide > 0 else { throw SlideError.emptyRegion(PixelSize(side: maximumSide)) }
        let full = levels[0].size
        let scale = min(1, Double(maximumSide) / Double(max(full.width, full.height)))
        let size = PixelSize(
            width: max(1, Int((Double(full.width) * scale).rounded())),
            height: max(1, Int((Double(full.height) * scale).rounded())))
        let index = level(forDownsample: 1 / scale)
        let level = levels[index]
        let condensation = level.condensation
        let ratio = max(1, min(level.size.width / size.width, level.size.height / size.height))
        let isCondensed = condensation > 1 && ratio >= condensation
        // A level of moderate size is averaged once, without the cut.
        let factor = isCondensed ? condensation : condensation > 1 ? ratio : 1
        let raster =
            isCondensed
            ? try condensed(level: index, progress: progress)
            : try averaged(level: index, by: factor, progress: progress)
        let whole = PixelRectangle(
            x: 0, y: 0, width: max(1, level.size.width / factor),
            height: max(1, level.size.height / factor))
        return SlideRaster(
            raster.pixels.cropped(to: whole).resized(to: size), downsample: 1 / scale)
    }
}
