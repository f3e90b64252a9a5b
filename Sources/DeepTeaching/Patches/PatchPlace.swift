/// Where a patch lies on its slide.
public struct PatchPlace: Sendable, Hashable, Codable {
    /// The column of the grid, from the left.
    public var column: Int

    /// The row of the grid, from the top.
    public var row: Int

    /// The top left corner, in level-0 pixels.
    public var origin: BaselinePoint

    /// The width and height of the patch, in level-0 pixels.
    public var side: Double

    /// A place from its parts.
    public init(column: Int, row: Int, origin: BaselinePoint, side: Double) {
        self.column = column
        self.row = row
        self.origin = origin
        self.side = side
    }

    /// The middle of the patch, in level-0 pixels.
    public var center: BaselinePoint {
        BaselinePoint(x: origin.x + side / 2, y: origin.y + side / 2)
    }
}
