/// The tissue fields on a grid of 16 micrometres that is fixed to the slide, over one region.
struct FieldGrid {
    /// The distance between grid points in micrometres.
    static let spacing: Float = 16

    /// The grid column and row of the first value, counted from the slide's corner.
    let firstColumn: Int
    let firstRow: Int
    let columns: Int
    let rows: Int
    /// The fields, row by row.
    let values: [TissueField]

    /// The fields of a rectangle in micrometres, with a margin of one grid point.
    init(plan: SlidePlan, left: Float, top: Float, right: Float, bottom: Float) {
        firstColumn = Int((left / Self.spacing).rounded(.down)) - 1
        firstRow = Int((top / Self.spacing).rounded(.down)) - 1
        columns = Int((right / Self.spacing).rounded(.down)) + 3 - firstColumn
        rows = Int((bottom / Self.spacing).rounded(.down)) + 3 - firstRow
        let source = FieldSource(plan: plan, left: left, top: top, right: right, bottom: bottom)
        var values: [TissueField] = []
        values.reserveCapacity(columns * rows)
        for row in 0..<rows {
            for column in 0..<columns {
                values.append(
                    source.field(
                        x: Float(firstColumn + column) * Self.spacing,
                        y: Float(firstRow + row) * Self.spacing))
            }
        }
        self.values = values
    }

    /// The fields at a place in micrometres, by linear interpolation; at the border beyond it.
    func value(x: Float, y: Float) -> TissueField {
        let gridX = x * (1 / Self.spacing) - Float(firstColumn)
        let gridY = y * (1 / Self.spacing) - Float(firstRow)
        let column = min(max(Int(gridX), 0), columns - 2)
        let row = min(max(Int(gridY), 0), rows - 2)
        let shareX = min(max(gridX - Float(column), 0), 1)
        let shareY = min(max(gridY - Float(row), 0), 1)
        return values.withUnsafeBufferPointer { values in
            let first = row &* columns &+ column
            let upper = values[first] + (values[first &+ 1] - values[first]) * shareX
            let next = first &+ columns
            let lower = values[next] + (values[next &+ 1] - values[next]) * shareX
            return upper + (lower - upper) * shareY
        }
    }

    /// The fields along one row of pixels, at every grid column.
    func row(atY y: Float, into line: inout [TissueField]) {
        let gridY = y * (1 / Self.spacing) - Float(firstRow)
        let row = min(max(Int(gridY), 0), rows - 2)
        let share = gridY - Float(row)
        for column in 0..<columns {
            let upper = values[row * columns + column]
            line[column] = upper + (values[(row + 1) * columns + column] - upper) * share
        }
    }
}
