/// Which patch of a grid: counted in patches, not in pixels.
public struct GridIndex: Sendable, Hashable, Codable {
    /// The column of the grid, from the left.
    public var column: Int

    /// The row of the grid, from the top.
    public var row: Int

    /// An index from its column and row.
    public init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }
}

extension GridIndex: Comparable {
    /// The order of reading: row by row, from left to right.
    public static func < (first: GridIndex, second: GridIndex) -> Bool {
        (first.row, first.column) < (second.row, second.column)
    }
}

/// A patch of a grid on a slide: which one it is, and the region that it shows.
public struct GridPatch: Sendable, Hashable, Codable {
    /// The column and row in the grid.
    public var index: GridIndex

    /// The square of the slide.
    public var region: BaselineRectangle

    /// A patch from its index and region.
    public init(index: GridIndex, region: BaselineRectangle) {
        self.index = index
        self.region = region
    }
}
