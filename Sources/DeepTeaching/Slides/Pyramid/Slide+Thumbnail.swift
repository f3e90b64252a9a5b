extension Slide {
    /// The whole slide as a small picture.
    ///
    /// It averages the coarsest level that is large enough. A level too large to be read at once
    /// comes in strips, and is cut at its right and lower border by less than a pixel of the
    /// picture.
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
        let level = levels[index].size
        if level.area <= stripArea {
            return try read(origin: BaselinePoint(x: 0, y: 0), size: level, level: index)
                .resized(to: size)
        }
        let factor = max(1, min(level.width / size.width, level.height / size.height))
        let whole = PixelRectangle(
            x: 0, y: 0, width: level.width / factor, height: level.height / factor)
        return try shrunk(level: index, by: factor).cropped(to: whole).resized(to: size)
    }
}
