/// A rectangle of whole pixels on a picture.
public struct PixelRectangle: Sendable, Hashable, Codable, CustomStringConvertible {
    /// The first column.
    public var x: Int

    /// The first row.
    public var y: Int

    /// The number of columns.
    public var width: Int

    /// The number of rows.
    public var height: Int

    /// A rectangle from its top left pixel and its extent.
    public init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    /// The extent without the place.
    public var size: PixelSize { PixelSize(width: width, height: height) }

    /// The number of pixels.
    public var area: Int { size.area }

    /// For example "64 x 48 at (10, 20)".
    public var description: String { "\(size) at (\(x), \(y))" }

    /// The rectangle with a margin on each side.
    public func grown(by margin: Int) -> PixelRectangle {
        PixelRectangle(
            x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin)
    }

    /// Whether all pixels lie on a picture of this size.
    public func lies(within size: PixelSize) -> Bool {
        x >= 0 && y >= 0 && width >= 0 && height >= 0
            && x <= size.width && width <= size.width - x
            && y <= size.height && height <= size.height - y
    }
}
