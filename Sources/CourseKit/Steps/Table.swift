/// Rows and columns of text.
public struct Table: Sendable, Equatable {
    /// Where the text of a column stands.
    public enum Alignment: Sendable, Equatable {
        /// At the left edge, as words.
        case left
        /// At the right edge, as numbers.
        case right
        /// In the middle.
        case center
    }

    /// The names of the columns.
    public let header: [String]

    /// The cells, row by row; a short row is filled with empty cells.
    public let rows: [[String]]

    /// Where each column's text stands.
    public let alignment: [Alignment]

    /// What the table shows.
    public let caption: String

    /// A table; without alignment, columns whose cells are all numbers stand right.
    public init(
        header: [String], rows: [[String]], alignment: [Alignment] = [], caption: String = ""
    ) {
        self.init(header: header, rows: rows, columns: alignment, caption: caption)
    }

    /// A table; a column without alignment stands right if all its cells are numbers.
    init(header: [String], rows: [[String]], columns: [Alignment?], caption: String) {
        let count = max(header.count, rows.map(\.count).max() ?? 0)
        func filled(_ cells: [String]) -> [String] {
            cells + Array(repeating: "", count: count - cells.count)
        }
        self.header = filled(header)
        self.rows = rows.map(filled)
        self.alignment = (0..<count).map { column in
            if column < columns.count, let given = columns[column] { return given }
            let cells = rows.compactMap { column < $0.count ? $0[column] : nil }
            return Table.areNumbers(cells) ? .right : .left
        }
        self.caption = caption
    }

    private static func areNumbers(_ cells: [String]) -> Bool {
        let filled = cells.filter { !$0.isEmpty }
        return !filled.isEmpty
            && filled.allSatisfy { cell in
                cell.contains(where: \.isNumber)
                    && cell.allSatisfy { $0.isNumber || "+-−.,/ %±e\u{202F}".contains($0) }
            }
    }
}
