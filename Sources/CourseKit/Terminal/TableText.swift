/// A table in columns of text.
struct TableText {
    let table: Table
    let palette: Palette

    /// Header, line, rows.
    var lines: [String] {
        let widths = table.header.indices.map { column in
            ([table.header] + table.rows).map { TextWidth.of($0[column]) }.max() ?? 0
        }
        let hasHeader = table.header.contains { !$0.isEmpty }
        let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
        let header = hasHeader ? [palette.paint(row(table.header, widths), .value), rule] : []
        return header + table.rows.map { row($0, widths) }
    }

    private func row(_ cells: [String], _ widths: [Int]) -> String {
        let padded = cells.indices.map { column in
            TextWidth.padded(cells[column], to: widths[column], table.alignment[column])
        }
        return padded.joined(separator: "  ").trimmingTrailingSpaces
    }
}
