import Foundation

extension Table {
    /// A table of samples: a column for each feature, one for the classes, and one for the groups if it is
    /// named.
    ///
    /// Numbers are written with all the digits that they need to be read again bit for bit.
    ///
    /// - Throws: `TableError` if two columns have one name, or `EstimatorError.noGroups` if a column for
    ///   the groups is named and the samples have none.
    public init<Scalar>(
        _ samples: LabeledSamples<Scalar>, labelColumn: String, groupColumn: String? = nil
    ) throws {
        let groups = samples.groups
        if groupColumn != nil, groups == nil { throw EstimatorError.noGroups }
        let width = samples.featureNames.count
        let numbers = samples.features.elements
        let rows = samples.labels.enumerated().map { sample, label in
            numbers[sample * width..<(sample + 1) * width].map { "\($0)" }
                + [samples.classNames[label]]
                + (groupColumn == nil ? [] : [groups?[sample] ?? ""])
        }
        try self.init(
            columnNames: samples.featureNames + [labelColumn] + (groupColumn.map { [$0] } ?? []),
            rows: rows)
    }

    /// Writes the table as comma-separated values in UTF-8; the file is complete or not there.
    ///
    /// Cells that hold a separator, a line break or a quotation mark stand in quotation marks.
    ///
    /// - Throws: `TableError.unwritable`.
    public func save(to url: URL, separator: Character = ",") throws {
        guard separator != "\"", separator != " ", !separator.isNewline else {
            throw TableError.separator(separator)
        }
        let lines = ([columnNames] + rows).map { row in
            row.map { Self.quoted($0, separator) }.joined(separator: String(separator)) + "\n"
        }
        do {
            try Data(lines.joined().utf8).write(to: url, options: .atomic)
        } catch {
            throw TableError.unwritable(file: url.path, reason: systemReason(error))
        }
    }

    private static func quoted(_ cell: String, _ separator: Character) -> String {
        let special: Set<Character> = ["\"", ",", ";", "\t", separator]
        let isPlain = !cell.contains { special.contains($0) || $0.isNewline }
        return isPlain ? cell : "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }
}
