import Foundation

/// A mask of a slide that knows how coarse it is.
public protocol SlideMask: Sendable {
    /// The mask, at a coarse resolution.
    var mask: Mask { get }

    /// How many level-0 pixels one pixel of the mask covers along an axis.
    var downsample: Double { get }
}

extension SlideMask {
    /// How much of a rectangle is foreground, from 0 to 1.
    ///
    /// Pixels of the mask count by the part that lies in the rectangle; what lies outside the
    /// mask counts as background.
    public func fraction(of rectangle: BaselineRectangle) -> Double {
        let (left, right) = (rectangle.origin.x / downsample, rectangle.right / downsample)
        let (top, bottom) = (rectangle.origin.y / downsample, rectangle.bottom / downsample)
        guard right > left, bottom > top else { return 0 }
        var covered = 0.0
        for y in pixels(from: top, to: bottom, limit: mask.size.height) {
            var inRow = 0.0
            for x in pixels(from: left, to: right, limit: mask.size.width)
            where mask[x: x, y: y] {
                inRow += min(right, Double(x + 1)) - max(left, Double(x))
            }
            covered += inRow * (min(bottom, Double(y + 1)) - max(top, Double(y)))
        }
        return min(1, covered / ((right - left) * (bottom - top)))
    }

    /// The pixels that a stretch of an axis touches.
    private func pixels(from start: Double, to end: Double, limit: Int) -> Range<Int> {
        let first = Int(max(0, min(Double(limit), start.rounded(.down))))
        let last = Int(max(0, min(Double(limit), end.rounded(.up))))
        return first..<max(first, last)
    }

    /// Whether the pixel under a point is foreground; outside the mask it is not.
    public func contains(_ point: BaselinePoint) -> Bool {
        let (x, y) = (point.x / downsample, point.y / downsample)
        guard x >= 0, y >= 0, x < Double(mask.size.width), y < Double(mask.size.height) else {
            return false
        }
        return mask[x: Int(x), y: Int(y)]
    }
}
