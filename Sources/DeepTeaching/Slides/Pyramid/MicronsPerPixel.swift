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

    /// The longer side of a pixel divided by the shorter one: 1 for square pixels.
    public var sideRatio: Double { max(x, y) / min(x, y) }

    /// Whether a microscope could have it: both sides from 0.01 to 100 micrometres, and neither more
    /// than twice the other.
    ///
    /// A picture from elsewhere often carries a default instead: 72 dots per inch are 353
    /// micrometres. Scanners of lines have pixels that differ by some per cent; a larger ratio is a
    /// mistake in the file.
    public var isPlausible: Bool {
        (0.01...100).contains(x) && (0.01...100).contains(y) && sideRatio <= 2.001
    }
}
