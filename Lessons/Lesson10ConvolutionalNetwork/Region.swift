import DeepTeaching
import LessonSlides

/// A square region of a slide in the resolution of the network, at the border of its largest
/// metastasis.
struct Region {
    let image: Image

    /// The pixels inside the outlines.
    let tumor: Mask

    /// Reads a region.
    ///
    /// - Parameter side: its width and height in pixels of the network.
    /// - Throws: `SlideError` if a file cannot be read, `PatchError` if the slide is too small.
    init(of slide: SlideRecord, side: Int, micronsPerPixel: Double) throws {
        let file = try slide.open()
        let grid = PatchGrid(side: side, micronsPerPixel: micronsPerPixel)
        let layout = try grid.layout(on: file)
        let outlines = try slide.outlines()
        let edge = outlines.first { $0.kind == .tumor }?.outline.min { $0.x < $1.x }
        func start(_ middle: Double?, _ length: Int) -> Double {
            min(max(0, (middle ?? 0) - layout.side / 2), Double(length) - layout.side)
        }
        let place = PatchPlace(
            column: 0, row: 0,
            origin: BaselinePoint(
                x: start(edge?.x, layout.slideSize.width),
                y: start(edge?.y, layout.slideSize.height)), side: layout.side)
        image = try slide.images(at: [place], grid: grid)[0]
        let scale = layout.side / Double(side)
        let shifted = outlines.map { outline in
            (
                kind: outline.kind,
                corners: outline.outline.map {
                    PixelPoint(
                        x: ($0.x - place.origin.x) / scale, y: ($0.y - place.origin.y) / scale)
                }
            )
        }
        tumor = Mask(
            size: image.size, filling: shifted.filter { $0.kind == .tumor }.map(\.corners),
            excluding: shifted.filter { $0.kind == .exclusion }.map(\.corners))
    }
}
