/// What happens to a row with a missing value.
///
/// To fill in a mean would need the mean of the training samples alone, which a table that is not
/// split yet does not know.
public enum MissingValues: Sendable, Equatable {
    /// An error names the first one.
    case refused

    /// The row is left out.
    case rowsLeftOut
}

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

    /// Samples to learn from: one column holds the classes, the others the features.
    ///
    /// Classes are numbered by their names, sorted: numbers by size, words by the alphabet.
    ///
    /// - Parameters:
    ///   - labelColumn: the column of the classes, which may be words or numbers.
    ///   - featureColumns: the columns of the features in the order in which they are wanted; nil for
    ///     all but the label's.
    ///   - scalar: the kind of numbers: `Double` for estimators, `Float` for networks.
    ///   - missing: what happens to a row in which a label or feature is missing.
    ///   - decimalMark: what stands before the decimals.
    /// - Throws: `TableError` with file, line and column.
    public func samples<Scalar>(
        labelColumn: String, featureColumns: [String]? = nil,
        of scalar: Scalar.Type = Double.self, missing: MissingValues = .refused,
        decimalMark: Character = "."
    ) throws -> LabeledSamples<Scalar> {
        let label = try column(labelColumn)
        let names = featureColumns ?? columnNames.filter { $0 != labelColumn }
        guard !names.isEmpty else { throw TableError.noFeatures(file: origin.file) }
        // A model would be shown the answer.
        guard !names.contains(labelColumn) else {
            throw TableError.labelAmongFeatures(column: labelColumn)
        }
        let columns = try names.map(column)
        var numbers: [Scalar] = []
        var words: [String] = []
        for row in rows.indices {
            do {
                try requirePresent(row: row, column: label)
                let values = try columns.map { column in
                    let value = Scalar(try number(row: row, column: column, decimalMark))
                    // What Double can hold may be infinite in Float.
                    guard value.isFinite else { throw notANumber(row: row, column: column) }
                    return value
                }
                numbers += values
                words.append(rows[row][label])
            } catch TableError.missing where missing == .rowsLeftOut {
                continue
            }
        }
        guard !words.isEmpty else { throw TableError.noRows(file: origin.file) }
        let classes = Self.sortedClasses(words)
        let numberOfClass = Dictionary(
            uniqueKeysWithValues: classes.enumerated().map { ($1, $0) })
        return try LabeledSamples(
            features: Tensor(numbers, shape: [words.count, names.count]), featureNames: names,
            labels: words.compactMap { numberOfClass[$0] }, classNames: classes)
    }

    /// The different words in their order; "9" before "10" if all are numbers.
    private static func sortedClasses(_ words: [String]) -> [String] {
        let classes = Set(words).sorted()
        let numbers = classes.compactMap { Double($0) }
        if numbers.count < classes.count { return classes }
        return zip(numbers, classes).sorted { $0 < $1 }.map(\.1)
    }

    private func requirePresent(row: Int, column: Int) throws {
        let cell = rows[row][column]
        if Self.missingWords.contains(cell.lowercased()) {
            throw TableError.missing(
                cell: cell, column: columnNames[column], location: origin.location(row: row))
        }
    }

    private func number(row: Int, column: Int, _ decimalMark: Character) throws -> Double {
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

    private func notANumber(row: Int, column: Int) -> TableError {
        .notANumber(
            cell: rows[row][column], column: columnNames[column],
            location: origin.location(row: row))
    }
}
