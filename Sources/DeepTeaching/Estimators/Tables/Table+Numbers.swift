extension Table {
    /// What a cell with a missing value holds, in any case of letters. Other words, such as "none", may
    /// be classes, and are refused as numbers.
    public static let missingWords: Set<String> = ["", "na", "n/a", "nan", "null", "?"]

    /// The numbers of a column from the first row to the last.
    ///
    /// - Parameters:
    ///   - name: the column.
    ///   - decimalMark: what stands before the decimals; a comma in many tables of Europe.
    /// - Throws: `TableError.unknownColumn`, or `notANumber` or `missing` with the line.
    public func numbers(in name: String, decimalMark: Character = ".") throws -> [Double] {
        let column = try self.column(name)
        return try rows.indices.map { try number(row: $0, column: column, decimalMark) }
    }

    /// Stops at a missing value.
    func requirePresent(row: Int, column: Int) throws {
        let cell = rows[row][column]
        if Self.missingWords.contains(cell.lowercased()) {
            throw TableError.missing(
                cell: cell, column: columnNames[column], location: origin.location(row: row))
        }
    }

    /// The number in a cell.
    func number(row: Int, column: Int, _ decimalMark: Character) throws -> Double {
        try requirePresent(row: row, column: column)
        let cell = rows[row][column]
        let text =
            decimalMark == "."
            ? cell
            : cell.replacing(".", with: "?")
                .replacing(String(decimalMark), with: ".")
        // `Double` would also take "infinity", "0x1p3" and more that no table means.
        guard text.allSatisfy({ $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) }),
            let number = Double(text), number.isFinite
        else { throw notANumber(row: row, column: column) }
        return number
    }

    /// What is said of a cell that holds no number.
    func notANumber(row: Int, column: Int) -> TableError {
        .notANumber(
            cell: rows[row][column], column: columnNames[column],
            location: origin.location(row: row))
    }
}
