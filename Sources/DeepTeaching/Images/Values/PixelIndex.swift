/// Which pixel of a picture: its column and row. It may lie outside the picture.
public struct PixelIndex: Sendable, Hashable {
    /// The column, from the left.
    public var x: Int

    /// The row, from the top.
    public var y: Int

    /// An index from its column and row.
    public init(x: Int, y: Int) {
        self.x = x
        self.y = y
    }
}

extension PixelSize {
    /// Whether a pixel lies on a picture of this size.
    public func contains(_ pixel: PixelIndex) -> Bool {
        0 <= pixel.x && pixel.x < width && 0 <= pixel.y && pixel.y < height
    }
}
