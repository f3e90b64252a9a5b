/// A table in columns of text: cells are wrapped where it is too wide, and where there is no room
/// for columns, each row becomes lines "header: cell".
struct TableText {
    let table: Table
    let palette: Palette
    let width: Int

    init(table: Table, palette: Palette, width: Int = 78) {
        self.table = table
        self.palette = palette
        self.width = width
    }

    /// More lines in a cell than this are harder to read than one line for each cell.
    private static let highestCell = 5

    /// Header, line, rows.
    var lines: [String] {
        let widths = TableWidths(table: table).fitting(width)
        guard let widths, height(widths) <= Self.highestCell else { return records }
        let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
        let header = hasHeader ? row(table.header, widths, isHeader: true) + [rule] : []
        let rows = table.rows.map { row($0, widths) }
        let isWrapped = rows.contains { $0.count > 1 }
        return header + Array(rows.joined(separator: isWrapped ? [""] : []))
    }

    private var hasHeader: Bool { table.header.contains { !$0.isEmpty } }

    private func height(_ widths: [Int]) -> Int {
        let heights = ([table.header] + table.rows).flatMap { cells in
            zip(cells, widths).map { cellLines($0, width: $1).count }
        }
        return heights.max() ?? 0
    }

    private func row(_ cells: [String], _ widths: [Int], isHeader: Bool = false) -> [String] {
        let columns = zip(cells, widths).map { cellLines($0, width: $1) }
        let height = columns.map(\.count).max() ?? 0
        return (0..<height).map { number in
            let parts = columns.indices.map { column -> String in
                // A header that needs fewer lines stands just above the rule.
                let offset = isHeader ? height - columns[column].count : 0
                let line = number - offset
                let text = columns[column].indices.contains(line) ? columns[column][line] : ("", 0)
                return padded(text, to: widths[column], table.alignment[column])
            }
            let line = parts.joined(separator: "  ").trimmingTrailingSpaces
            return isHeader ? palette.paint(line, .value) : line
        }
    }

    /// The lines of a cell, painted, and how many columns each one takes.
    private func cellLines(_ cell: String, width: Int) -> [(text: String, width: Int)] {
        let runs = InlineText(cell).runs
        let plain = TextWrapping(width: width, palette: Palette(usesColor: false)).lines(runs)
        let painted = TextWrapping(width: width, palette: palette).lines(runs)
        return zip(painted, plain).map { ($0, TextWidth.of($1)) }
    }

    private func padded(
        _ line: (text: String, width: Int), to width: Int, _ alignment: Table.Alignment
    ) -> String {
        let missing = max(0, width - line.width)
        let left =
            switch alignment {
            case .left: 0
            case .right: missing
            case .center: missing / 2
            }
        return String(repeating: " ", count: left) + line.text
            + String(repeating: " ", count: missing - left)
    }

    /// Each row as lines "header: cell".
    private var records: [String] {
        let rows = table.rows.map { cells in
            zip(table.header, cells).filter { !$1.isEmpty }.flatMap { header, cell in
                let words = header.isEmpty ? cell : "\(header): \(cell)"
                let runs = InlineText(words).runs
                let whole = TextWrapping(width: width, palette: palette).lines(runs)
                if whole.count == 1 { return whole }
                let lines = TextWrapping(width: max(10, width - 2), palette: palette).lines(runs)
                return lines.enumerated().map { $0 == 0 ? $1 : "  " + $1 }
            }
        }
        return Array(rows.joined(separator: [""]))
    }
}
