import DeepTeaching

/// A square region of a slide in the resolution of the network, at the left border of the
/// first metastasis that is outlined.
public struct BorderRegion: Sendable {
    /// Its pixels.
    public let image: Image

    /// The pixels inside the outlines.
    public let tumor: Mask

    /// Reads a region.
    ///
    /// - Parameter side: its width and height in pixels of the network.
    /// - Throws: `SlideError` if a file cannot be read, `PatchError` if the slide is too small.
    public init(of slide: SlideRecord, side: Int, micronsPerPixel: Double) throws {
        let file = try slide.open()
        let grid = PatchGrid(side: side, micronsPerPixel: micronsPerPixel)
        let layout = try grid.layout(on: file)
        let outlines = try slide.outlines()
        let edge = outlines.first { $0.kind == .tumor }?.outline.min { $0.x < $1.x }
        func start(_ middle: Double?, _ length: Int) -> Double {
            min(max(0, (middle ?? 0) - layout.side / 2), Double(length) - layout.side)
        }
        let region = BaselineRectangle(
            origin: BaselinePoint(
                x: start(edge?.x, layout.slideSize.width),
                y: start(edge?.y, layout.slideSize.height)), side: layout.side)
        image = try slide.images(of: [region], grid: grid)[0]
        let frame = RasterFrame(origin: region.origin, downsample: layout.side / Double(side))
        tumor = TumorMask(outlines, frame: frame, size: image.size).mask
    }
}
