/// A mask of a slide that knows where its pixels lie: of tissue, or of tumour.
public protocol SlideMask: Sendable {
    /// The mask, at a coarse resolution, in its frame.
    var raster: SlideRaster<Mask> { get }
}

extension SlideMask {
    /// The mask alone.
    public var mask: Mask { raster.pixels }

    /// How much of a rectangle is foreground, from 0 to 1.
    ///
    /// Pixels of the mask count by the part that lies in the rectangle; what lies outside the
    /// mask counts as background.
    public func fraction(of rectangle: BaselineRectangle) -> Double {
        let first = raster.frame.position(of: rectangle.origin)
        let end = raster.frame.position(
            of: BaselinePoint(x: rectangle.right, y: rectangle.bottom))
        guard end.x > first.x, end.y > first.y else { return 0 }
        var covered = 0.0
        for y in pixels(from: first.y, to: end.y, limit: mask.size.height) {
            var inRow = 0.0
            for x in pixels(from: first.x, to: end.x, limit: mask.size.width)
            where mask[x: x, y: y] {
                inRow += min(end.x, Double(x + 1)) - max(first.x, Double(x))
            }
            covered += inRow * (min(end.y, Double(y + 1)) - max(first.y, Double(y)))
        }
        return min(1, covered / ((end.x - first.x) * (end.y - first.y)))
    }

    /// The pixels that a stretch of an axis touches.
    private func pixels(from start: Double, to end: Double, limit: Int) -> Range<Int> {
        let first = Int(max(0, min(Double(limit), start.rounded(.down))))
        let last = Int(max(0, min(Double(limit), end.rounded(.up))))
        return first..<max(first, last)
    }

    /// Whether the pixel under a point is foreground; outside the mask it is not.
    public func contains(_ point: BaselinePoint) -> Bool {
        let pixel = raster.frame.pixel(under: point)
        return mask.size.contains(pixel) && mask[x: pixel.x, y: pixel.y]
    }
}
