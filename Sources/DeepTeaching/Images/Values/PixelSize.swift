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
    public var area: Int { width * height }

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
}
