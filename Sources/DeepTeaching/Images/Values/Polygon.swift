/// An area within a closed line, less its holes: the form in which programs for slides exchange areas.
///
/// The points are those of a picture (`PixelPoint`) or of a slide (`BaselinePoint`).
public struct Polygon<Point: Sendable & Hashable & Codable>: Sendable, Hashable, Codable {
    /// The corners of the outer border in the order in which they are joined; the last joins the
    /// first, and is not its repetition.
    public var exterior: [Point]

    /// The corners of each hole, in the same way.
    public var holes: [[Point]]

    /// An area from its outer border and its holes.
    public init(exterior: [Point], holes: [[Point]] = []) {
        self.exterior = exterior
        self.holes = holes
    }

    /// The same area with each corner moved, for example from a mask to its slide.
    public func map<Other>(_ transform: (Point) throws -> Other) rethrows -> Polygon<Other> {
        Polygon<Other>(
            exterior: try exterior.map(transform), holes: try holes.map { try $0.map(transform) })
    }

    /// The outer border first, then the holes.
    public var rings: [[Point]] { [exterior] + holes }
}
