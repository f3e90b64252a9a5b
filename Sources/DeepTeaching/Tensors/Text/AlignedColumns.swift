/// Rows of cells as text whose columns stand below each other, two spaces apart.
///
/// The first column holds names and is aligned to the left, the others hold numbers and are aligned
/// to the right. Rows may be of unequal length.
///
/// - Parameter leftColumns: how many of the first columns are aligned to the left.
func alignedColumns(_ rows: [[String]], leftColumns: Int = 1) -> String {
    var widths = [Int](repeating: 0, count: rows.map(\.count).max() ?? 0)
    for row in rows {
        for (column, cell) in row.enumerated() { widths[column] = max(widths[column], cell.count) }
    }
    return rows.map { row in
        let cells = row.enumerated().map { column, cell in
            padded(cell, to: widths[column], onTheLeft: column >= leftColumns)
        }
        let line = cells.joined(separator: "  ")
        let trailing = line.reversed().prefix { $0 == " " }.count
        return line.dropLast(trailing)
    }
    .joined(separator: "\n")
}

/// A word with spaces up to a width.
func padded(_ word: String, to width: Int, onTheLeft: Bool) -> String {
    let spaces = String(repeating: " ", count: max(0, width - word.count))
    return onTheLeft ? spaces + word : word + spaces
}
