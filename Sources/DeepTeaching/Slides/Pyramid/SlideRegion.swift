/// A rectangle to read from one level, checked and rounded: what each slide's `read` begins with.
///
/// Its origin is rounded to whole level-0 pixels, and these to whole pixels of the level, each by the
/// rule of `RasterFrame`. So all slides show the same pixels for the same origin.
public struct SlideRegion: Sendable, Equatable {
    /// No single read may return more pixels: about 11,600 x 11,600, 400 MB as an image.
    public static let maximumArea = SlideLimits.regionArea

    /// The origin in whole level-0 pixels.
    public let origin: PixelIndex

    /// The pixels of the level; they may lie outside.
    public let pixels: PixelRectangle

    /// Checks and rounds what is to be read.
    ///
    /// - Parameters:
    ///   - origin: the top left corner, in level-0 pixels.
    ///   - size: width and height in pixels of the level.
    ///   - level: the index of the level.
    ///   - levels: all levels of the slide.
    /// - Throws: `SlideError` if the level does not exist, the rectangle is empty or too large, or its
    ///   origin is no number or further away than 2^52 pixels.
    public init(
        origin: BaselinePoint, size: PixelSize, level: Int, of levels: [SlideLevel]
    ) throws {
        guard levels.indices.contains(level) else {
            throw SlideError.noSuchLevel(level: level, count: levels.count)
        }
        guard size.width > 0, size.height > 0 else { throw SlideError.emptyRegion(size) }
        guard let area = size.checkedArea, area <= SlideRegion.maximumArea else {
            throw SlideError.regionTooLarge(size, maximumArea: SlideRegion.maximumArea)
        }
        // Beyond 2^52 a Double no longer holds each whole number.
        guard abs(origin.x) <= 0x1p52, abs(origin.y) <= 0x1p52 else {
            throw SlideError.invalidOrigin(x: "\(origin.x)", y: "\(origin.y)")
        }
        self.origin = RasterFrame(downsample: 1).pixel(nearest: origin)
        let whole = BaselinePoint(x: Double(self.origin.x), y: Double(self.origin.y))
        let first = levels[level].frame.pixel(nearest: whole)
        pixels = PixelRectangle(x: first.x, y: first.y, width: size.width, height: size.height)
    }

    /// Width and height in pixels of the level.
    public var size: PixelSize { pixels.size }
}
