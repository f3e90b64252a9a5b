/// How many micrometres one pixel covers, along each axis.
public struct MicronsPerPixel: Sendable, Hashable, Codable {
    /// Micrometres from one column to the next.
    public var x: Double

    /// Micrometres from one row to the next.
    public var y: Double

    /// A resolution that may differ between the axes.
    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    /// The same resolution along both axes.
    public init(_ value: Double) { self.init(x: value, y: value) }

    /// The mean over both axes.
    public var mean: Double { (x + y) / 2 }
}
