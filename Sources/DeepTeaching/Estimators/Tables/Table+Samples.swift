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
    /// Samples to learn from: one column holds the classes, the others the features.
    ///
    /// Classes are numbered by their names, sorted: numbers by size, words by the alphabet. A table that
    /// lacks a class would number the others differently: give the class names of the training samples
    /// where a second table goes with them.
    ///
    /// - Parameters:
    ///   - labelColumn: the column of the classes, which may be words or numbers.
    ///   - groupColumn: the column of whom a sample belongs to, such as the patient; no feature.
    ///   - featureColumns: the columns of the features in the order in which they are wanted; nil for
    ///     all but those of labels and groups.
    ///   - classNames: the names of the classes in their order; nil for those that occur.
    ///   - scalar: the kind of numbers: `Double` for estimators, `Float` for networks.
    ///   - missing: what happens to a row in which a label, group or feature is missing.
    ///   - decimalMark: what stands before the decimals.
    /// - Throws: `TableError` with file, line and column.
    public func samples<Scalar>(
        labelColumn: String, groupColumn: String? = nil, featureColumns: [String]? = nil,
        classNames: [String]? = nil, of scalar: Scalar.Type = Double.self,
        missing: MissingValues = .refused, decimalMark: Character = "."
    ) throws -> LabeledSamples<Scalar> {
        let label = try column(labelColumn)
        let group = try groupColumn.map(column)
        let names = try featureNames(
            featureColumns, labelColumn: labelColumn, groupColumn: groupColumn)
        let columns = try names.map(column)
        var numbers: [Scalar] = []
        var used: [Int] = []
        for row in rows.indices {
            do {
                for column in [label] + (group.map { [$0] } ?? []) {
                    try requirePresent(row: row, column: column)
                }
                let values = try columns.map { column in
                    let value = Scalar(try number(row: row, column: column, decimalMark))
                    // What Double can hold may be infinite in Float.
                    guard value.isFinite else { throw notANumber(row: row, column: column) }
                    return value
                }
                numbers += values
                used.append(row)
            } catch TableError.missing where missing == .rowsLeftOut {
                continue
            }
        }
        guard !used.isEmpty else { throw TableError.noRows(file: origin.file) }
        let classes = classNames ?? Self.sortedClasses(used.map { rows[$0][label] })
        return try LabeledSamples(
            features: Tensor(numbers, shape: [used.count, names.count]), featureNames: names,
            labels: try used.map { try number(ofClassIn: $0, column: label, among: classes) },
            classNames: classes, groups: group.map { group in used.map { rows[$0][group] } })
    }

    private func featureNames(
        _ wanted: [String]?, labelColumn: String, groupColumn: String?
    ) throws -> [String] {
        let names = wanted ?? columnNames.filter { $0 != labelColumn && $0 != groupColumn }
        guard !names.isEmpty else { throw TableError.noFeatures(file: origin.file) }
        // A model would be shown the answer.
        guard !names.contains(labelColumn) else {
            throw TableError.labelAmongFeatures(column: labelColumn)
        }
        return names
    }

    private func number(
        ofClassIn row: Int, column: Int, among classes: [String]
    ) throws -> Int {
        guard let number = classes.firstIndex(of: rows[row][column]) else {
            throw TableError.unknownClass(
                name: rows[row][column], known: classes, location: origin.location(row: row))
        }
        return number
    }

    /// The different words in their order; "9" before "10" if all are numbers.
    private static func sortedClasses(_ words: [String]) -> [String] {
        let classes = Set(words).sorted()
        let numbers = classes.compactMap { Double($0) }
        if numbers.count < classes.count { return classes }
        return zip(numbers, classes).sorted { $0 < $1 }.map(\.1)
    }
}
