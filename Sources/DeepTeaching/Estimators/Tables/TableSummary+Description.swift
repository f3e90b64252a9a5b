import Foundation

extension TableSummary: CustomStringConvertible {
    /// A line a column.
    ///
    ///     column  count  missing   mean  deviation    min   25 %   50 %   75 %    max
    ///     size        3        1      2          1      1    1.5      2    2.5      3
    ///     kind        4        0  2 words, 3 times "tumour"
    public var description: String {
        let header = ["column", "count", "missing", "mean", "deviation"]
        let quartiles = ["min", "25 %", "50 %", "75 %", "max"]
        let hasNumbers = columns.contains { $0.numbers != nil }
        let heads = columns.map { [$0.name, "\($0.count)", "\($0.missing)"] }
        let numbers = columns.map { column in
            column.numbers.map { numbers in
                [Self.text(numbers.mean), numbers.standardDeviation.map(Self.text) ?? "-"]
                    + numbers.quartiles.map(Self.text)
            } ?? []
        }
        let table =
            [hasNumbers ? header + quartiles : Array(header.prefix(3))]
            + zip(heads, numbers).map { $0 + $1 }
        let lines = alignedColumns(table).split(separator: "\n").map(String.init)
        // Words stand where numbers would, without a column of their own.
        let words = [""] + columns.map(\.words)
        let left = alignedColumns([Array(header.prefix(3))] + heads).split(separator: "\n")
        return zip(lines, zip(left, words)).map { line, other in
            other.1.isEmpty ? line : other.0 + "  " + other.1
        }.joined(separator: "\n") + "\n\(rowCount) rows, \(columns.count) columns"
    }

    /// Five digits, as many as a table of many columns has room for.
    private static func text(_ number: Double) -> String { String(format: "%.5g", number) }
}

extension ColumnSummary {
    /// How the numbers lie, if there are any.
    var numbers: NumberSummary? {
        if case .numbers(let numbers) = content { numbers } else { nil }
    }

    /// What is said of words, or of nothing.
    fileprivate var words: String {
        switch content {
        case .numbers: ""
        case .words(let distinct, let mostFrequent, let frequency):
            "\(distinct) word\(distinct == 1 ? "" : "s"), \(frequency) times \"\(mostFrequent)\""
        case .nothing: "nothing"
        }
    }
}
