/// A rectangle of a slide as a slide of its own: one of several sections on a glass, a core of a
/// microarray.
///
/// Its level 0 begins at the corner of the rectangle. What lies beyond it is white, whatever the slide
/// shows there.
public struct SlidePart: Slide {
    /// The slide as it is.
    public let original: any Slide

    /// The part that is seen, in level-0 pixels of the original.
    public let region: BaselineRectangle

    /// The levels of the original, as far as the part reaches.
    public let levels: [SlideLevel]

    /// A part of a slide.
    ///
    /// - Parameter region: in level-0 pixels; its corner is rounded to a whole pixel.
    /// - Throws: `SlideError` if the rectangle does not lie on the slide.
    public init(_ original: any Slide, region: BaselineRectangle) throws {
        let whole = RasterFrame(downsample: 1).pixels(nearest: region)
        let size = original.levels[0].size
        guard whole.width > 0, whole.height > 0 else { throw SlideError.emptyRegion(whole.size) }
        guard whole.x >= 0, whole.y >= 0, whole.x + whole.width <= size.width,
            whole.y + whole.height <= size.height
        else { throw SlideError.partBeside(slide: original.name, part: whole, size: size) }
        self.original = original
        self.region = RasterFrame(downsample: 1).region(of: whole)
        // A level that is coarser than the whole part shows nothing of it.
        levels = original.levels.filter { $0.downsample <= Double(min(whole.width, whole.height)) }
            .map { level in
                SlideLevel(
                    size: PixelSize(
                        width: Int((Double(whole.width) / level.downsample).rounded(.up)),
                        height: Int((Double(whole.height) / level.downsample).rounded(.up))),
                    downsample: level.downsample)
            }
    }

    /// The original's name.
    public var name: String { original.name }

    /// The original's resolution.
    public var micronsPerPixel: MicronsPerPixel? { original.micronsPerPixel }

    /// What is unusual about the original.
    public var warnings: [SlideWarning] { original.warnings }

    /// The pixels of a rectangle, white beyond the part.
    ///
    /// - Throws: `SlideError` if the level does not exist, the region is empty or too large, or the
    ///   original cannot be read there.
    public func read(origin: BaselinePoint, size: PixelSize, level: Int) throws -> Image {
        let wanted = try SlideRegion(origin: origin, size: size, level: level, of: levels).pixels
        let (first, end) = (
            PixelIndex(x: max(0, wanted.x), y: max(0, wanted.y)),
            PixelIndex(
                x: min(levels[level].size.width, wanted.x + size.width),
                y: min(levels[level].size.height, wanted.y + size.height))
        )
        var image = Image(size: size)
        guard first.x < end.x, first.y < end.y else { return image }
        let visible = PixelRectangle(
            x: first.x, y: first.y, width: end.x - first.x, height: end.y - first.y)
        let corner = levels[level].frame.region(of: visible).origin
        let part = try original.read(
            origin: BaselinePoint(x: region.origin.x + corner.x, y: region.origin.y + corner.y),
            size: visible.size, level: level)
        image.paste(part, x: visible.x - wanted.x, y: visible.y - wanted.y)
        return image
    }
}
