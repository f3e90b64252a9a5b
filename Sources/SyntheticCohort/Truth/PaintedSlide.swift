import DeepTeaching

/// A synthetic slide that is painted while it is read: what the file would show, before JPEG.
///
/// Nothing is kept, so a few patches cost only their own pixels.
public struct PaintedSlide: Slide {
    /// What is painted.
    public let plan: SlidePlan

    /// The pictures of the pyramid; each halves the one before, as long as that leaves no rest.
    public let levels: [SlideLevel]

    private let renderer: SlideRenderer

    /// A painted block is at most this wide and high in level-0 pixels, unless one pixel is larger.
    private static let blockSide = 2048

    /// The slide of a plan.
    public init(plan: SlidePlan) {
        self.plan = plan
        renderer = SlideRenderer(plan: plan)
        var size = plan.profile.slideSize
        var levels = [SlideLevel(size: size, downsample: 1)]
        while size.width.isMultiple(of: 2), size.height.isMultiple(of: 2),
            min(size.width, size.height) >= 128
        {
            size = PixelSize(width: size.width / 2, height: size.height / 2)
            levels.append(SlideLevel(size: size, downsample: Double(1 << levels.count)))
        }
        self.levels = levels
    }

    /// The slide's name, such as "patient_021_node_3".
    public var name: String { plan.slide.name }

    /// The resolution of level 0.
    public var micronsPerPixel: MicronsPerPixel? { MicronsPerPixel(plan.profile.micronsPerPixel) }

    /// The pixels of a rectangle, painted now; white lies outside the slide.
    ///
    /// - Throws: `SlideError` as `SlideRegion` says.
    public func read(origin: BaselinePoint, size: PixelSize, level: Int) throws -> Image {
        let region = try SlideRegion(origin: origin, size: size, level: level, of: levels).pixels
        let columns = (region.x..<region.x + size.width).clamped(to: 0..<levels[level].size.width)
        let rows = (region.y..<region.y + size.height).clamped(to: 0..<levels[level].size.height)
        var image = Image(size: size)
        let side = max(Self.blockSide >> level, 1)
        for y in stride(from: rows.lowerBound, to: rows.upperBound, by: side) {
            for x in stride(from: columns.lowerBound, to: columns.upperBound, by: side) {
                let block = PixelSize(
                    width: min(side, columns.upperBound - x), height: min(side, rows.upperBound - y)
                )
                let painted = paint(x: x, y: y, size: block, level: level)
                image.paste(painted, x: x - region.x, y: y - region.y)
            }
        }
        return image
    }

    /// Paints the level-0 pixels under a rectangle of a level, and halves them.
    private func paint(x: Int, y: Int, size: PixelSize, level: Int) -> Image {
        var image = renderer.image(
            x: x << level, y: y << level,
            size: PixelSize(width: size.width << level, height: size.height << level))
        for _ in 0..<level {
            image = image.resized(
                to: PixelSize(width: image.size.width / 2, height: image.size.height / 2))
        }
        return image
    }
}
