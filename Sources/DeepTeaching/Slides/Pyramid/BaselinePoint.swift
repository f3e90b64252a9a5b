/// A point on a slide in pixels of its level 0, the finest, from the top left corner.
///
/// All origins, annotations and detections are given in this frame, whatever level is read.
public struct BaselinePoint: Sendable, Hashable, Codable {
    /// Pixels of level 0 to the right of the left edge.
    public var x: Double

    /// Pixels of level 0 below the top edge.
    public var y: Double

    /// A point in level-0 pixels.
    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    /// No slide reaches further, in level-0 pixels.
    static let reach = 1e9
}
