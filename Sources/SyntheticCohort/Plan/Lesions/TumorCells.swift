import DeepTeaching

/// One tumour cell: place and size in micrometres.
struct TumorCell: Sendable {
    let x: Float
    let y: Float
    /// The mean radius of the nucleus.
    let radius: Float
    /// 64 random bits that decide shape, direction and tone.
    let bits: UInt64
}

/// The tumour cells of a slide, sorted into squares so that a tile finds its own quickly.
///
/// They are placed when the slide is planned, so that the truth can say how many there are.
struct TumorCells: Sendable {
    /// All cells, square by square.
    let cells: [TumorCell]
    private let starts: [Int]
    private let columns: Int
    private let rows: Int
    private static let side: Float = 128

    /// The cells of a section of the given size in micrometres.
    init(_ unsorted: [TumorCell], width: Double, height: Double) {
        columns = Int(Float(width) / Self.side) + 1
        rows = Int(Float(height) / Self.side) + 1
        let last = (columns - 1, rows - 1)
        let squares = unsorted.map { cell in
            min(max(Int(cell.y / Self.side), 0), last.1) * (last.0 + 1)
                + min(max(Int(cell.x / Self.side), 0), last.0)
        }
        var counts = [Int](repeating: 0, count: columns * rows + 1)
        for square in squares { counts[square + 1] += 1 }
        for square in 1..<counts.count { counts[square] += counts[square - 1] }
        starts = counts
        var sorted = unsorted
        for (cell, square) in zip(unsorted, squares) {
            sorted[counts[square]] = cell
            counts[square] += 1
        }
        cells = sorted
    }

    /// Calls `body` with the cells whose square touches a rectangle, always in the same order.
    func forEach(
        left: Float, top: Float, right: Float, bottom: Float, _ body: (TumorCell) -> Void
    ) {
        guard !cells.isEmpty, right >= 0, bottom >= 0 else { return }
        let firstColumn = max(0, Int(left / Self.side))
        let lastColumn = min(columns - 1, Int(right / Self.side))
        let firstRow = max(0, Int(top / Self.side))
        let lastRow = min(rows - 1, Int(bottom / Self.side))
        guard firstColumn <= lastColumn, firstRow <= lastRow else { return }
        for row in firstRow...lastRow {
            let start = starts[row * columns + firstColumn]
            let end = starts[row * columns + lastColumn + 1]
            for index in start..<end { body(cells[index]) }
        }
    }
}
