/// Width and height of a picture, a tile or a region, in pixels of the level at hand.
public struct PixelSize: Sendable, Hashable, Codable, CustomStringConvertible {
    /// The number of columns.
    public var width: Int

    /// The number of rows.
    public var height: Int

    /// A size of `width` columns and `height` rows.
    public init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    /// A square size.
    public init(side: Int) { self.init(width: side, height: side) }

    /// The number of pixels, width times height.
    public var area: Int {
        let (area, isTooLarge) = width.multipliedReportingOverflow(by: height)
        require(!isTooLarge, "\(self) pixels are too many to count")
        return area
    }

    /// For example "2220 x 2967".
    public var description: String { "\(width) x \(height)" }
}

extension PixelSize {
    /// The number of pixels, or nil if a length is negative or the product too large: a size from
    /// elsewhere may be anything.
    public var checkedArea: Int? {
        guard width >= 0, height >= 0 else { return nil }
        let (area, isTooLarge) = width.multipliedReportingOverflow(by: height)
        return isTooLarge ? nil : area
    }

    /// How many values a picture of this size holds; stops with a sentence if there can be no such
    /// picture.
    func valueCount(_ channels: Int = 1) -> Int {
        let (count, isTooLarge) = (checkedArea ?? .max).multipliedReportingOverflow(by: channels)
        require(
            checkedArea != nil && !isTooLarge,
            "there is no picture of \(self) pixels: a side is negative, or they are too many")
        return count
    }

    /// Where a pixel stands among all, row by row; stops with a sentence if it lies outside. Checked on
    /// both sides, since a column too far is a pixel of the next row.
    @inline(__always)
    func index(x: Int, y: Int) -> Int {
        require(
            0 <= x && x < width && 0 <= y && y < height,
            "the pixel in column \(x), row \(y) lies outside a picture of \(self) pixels")
        return y &* width &+ x
    }
}
