/// A rectangle on a slide in pixels of its level 0, the finest: a patch, a cell of a map, a region
/// of interest.
///
/// Its corners may lie between pixels, and outside the slide.
public struct BaselineRectangle: Sendable, Hashable, Codable {
    /// The top left corner.
    public var origin: BaselinePoint

    /// The extent to the right, in level-0 pixels.
    public var width: Double

    /// The extent downwards, in level-0 pixels.
    public var height: Double

    /// A rectangle from its top left corner and its extent, in level-0 pixels.
    public init(origin: BaselinePoint, width: Double, height: Double) {
        self.origin = origin
        self.width = width
        self.height = height
    }

    /// A square from its top left corner, in level-0 pixels.
    public init(origin: BaselinePoint, side: Double) {
        self.init(origin: origin, width: side, height: side)
    }

    /// A rectangle around a point in its middle, in level-0 pixels.
    public init(center: BaselinePoint, width: Double, height: Double) {
        self.init(
            origin: BaselinePoint(x: center.x - width / 2, y: center.y - height / 2),
            width: width, height: height)
    }

    /// A square around a point in its middle, in level-0 pixels.
    public init(center: BaselinePoint, side: Double) {
        self.init(center: center, width: side, height: side)
    }

    /// The smallest rectangle that holds all of some points; nil if there are none.
    public init?(around points: [BaselinePoint]) {
        guard let first = points.first else { return nil }
        var (least, greatest) = (first, first)
        for point in points {
            least = BaselinePoint(x: min(least.x, point.x), y: min(least.y, point.y))
            greatest = BaselinePoint(x: max(greatest.x, point.x), y: max(greatest.y, point.y))
        }
        self.init(origin: least, width: greatest.x - least.x, height: greatest.y - least.y)
    }
}

extension BaselineRectangle {
    /// The right edge, in level-0 pixels.
    public var right: Double { origin.x + width }

    /// The bottom edge, in level-0 pixels.
    public var bottom: Double { origin.y + height }

    /// The point in the middle.
    public var center: BaselinePoint {
        BaselinePoint(x: origin.x + width / 2, y: origin.y + height / 2)
    }

    /// The rectangle around the same middle whose sides are this share of its own.
    public func middle(_ share: Double) -> BaselineRectangle {
        BaselineRectangle(center: center, width: width * share, height: height * share)
    }

    /// Whether both have a point in common, if only on an edge.
    public func touches(_ other: BaselineRectangle) -> Bool {
        origin.x <= other.right && right >= other.origin.x
            && origin.y <= other.bottom && bottom >= other.origin.y
    }
}
