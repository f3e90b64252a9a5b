/// A point on a picture in pixels, from the top left corner of the top left pixel.
///
/// The pixel in column x and row y covers the square from (x, y) to (x + 1, y + 1), so its centre
/// is (x + 0.5, y + 0.5). Multiplied by a downsample, a point becomes a `BaselinePoint` as it is.
public struct PixelPoint: Sendable, Hashable, Codable {
    /// Pixels to the right of the left edge.
    public var x: Double

    /// Pixels below the top edge.
    public var y: Double

    /// A point in pixels.
    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}
