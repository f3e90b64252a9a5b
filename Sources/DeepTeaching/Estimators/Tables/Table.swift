/// A table as people keep it: a name for each column, and cells of text.
///
/// ```swift
/// let table = try Table(contentsOf: file)
/// print(table)
/// let samples = try table.samples(labelColumn: "type")
/// let forest = try RandomForest().fit(samples.features, labels: samples.labels)
/// ```
///
/// Cells stay text until they are asked for as numbers, so what a file says is never lost.
public struct Table: Sendable, Equatable {
    /// The names of the columns, each once.
    public let columnNames: [String]

    /// The cells, one array a row, each as long as `columnNames`.
    public let rows: [[String]]

    /// Where the rows come from, for sentences about them.
    let origin: TableOrigin

    /// A table of these cells.
    ///
    /// - Throws: `TableError` if there is no column, a name is empty or comes twice, or a row is
    ///   longer or shorter than the names.
    public init(columnNames: [String], rows: [[String]]) throws {
        try self.init(columnNames: columnNames, rows: rows, origin: TableOrigin())
    }

    init(columnNames: [String], rows: [[String]], origin: TableOrigin) throws {
        guard !columnNames.isEmpty else { throw TableError.empty(file: origin.file) }
        var seen: [String: Int] = [:]
        for (column, name) in columnNames.enumerated() {
            guard !name.isEmpty else {
                throw TableError.unnamedColumn(number: column + 1, file: origin.file)
            }
            if let first = seen.updateValue(column + 1, forKey: name) {
                throw TableError.repeatedColumn(
                    name: name, numbers: [first, column + 1], file: origin.file)
            }
        }
        for (index, row) in rows.enumerated() where row.count != columnNames.count {
            throw TableError.raggedRow(
                found: row.count, expected: columnNames.count, location: origin.location(row: index)
            )
        }
        self.columnNames = columnNames
        self.rows = rows
        self.origin = origin
    }

    /// The first rows of a table; all of them are known to fit.
    init(first count: Int, of table: Table) {
        columnNames = table.columnNames
        rows = Array(table.rows.prefix(count))
        origin = table.origin
    }

    /// The number of rows below the names.
    public var rowCount: Int { rows.count }

    /// The cells of a column from the first row to the last.
    ///
    /// - Throws: `TableError.unknownColumn`.
    public func cells(in name: String) throws -> [String] {
        let column = try self.column(name)
        return rows.map { $0[column] }
    }

    /// The index of a column.
    func column(_ name: String) throws -> Int {
        guard let column = columnNames.firstIndex(of: name) else {
            throw TableError.unknownColumn(name: name, known: columnNames, file: origin.file)
        }
        return column
    }

    /// Whether names and cells are equal, whatever file they come from.
    public static func == (a: Table, b: Table) -> Bool {
        a.columnNames == b.columnNames && a.rows == b.rows
    }
}

/// The file that a table was read from, and the line in which each row begins.
struct TableOrigin: Sendable {
    /// The path; nil for a table that was made in memory.
    var file: String?

    /// One line a row, the header being line 1.
    var lines: [Int] = []

    /// Where a row stands.
    func location(row: Int) -> TableError.Location {
        TableError.Location(file: file, line: lines.indices.contains(row) ? lines[row] : row + 2)
    }
}

extension Table: CustomStringConvertible {
    /// The first rows, aligned, and how many there are.
    public var description: String {
        let shown = 5
        let longest = 24
        let cells = ([columnNames] + rows.prefix(shown)).map { row in
            row.map { $0.count > longest ? $0.prefix(longest - 1) + "\u{2026}" : $0 }
        }
        let more = rows.count > shown ? "\n..." : ""
        let size = "\(rows.count) rows, \(columnNames.count) columns"
        return alignedColumns(cells, leftColumns: 0) + more + "\n" + size
    }
}
