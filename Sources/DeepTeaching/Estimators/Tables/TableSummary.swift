/// What stands in each column of a table, in a few numbers.
public struct TableSummary: Sendable, Equatable {
    /// One a column, in their order.
    public let columns: [ColumnSummary]

    /// The number of rows.
    public let rowCount: Int
}

/// What stands in a column: how many cells, and how their numbers lie or how many words there are.
public struct ColumnSummary: Sendable, Equatable {
    /// The name of the column.
    public let name: String

    /// The number of cells that hold something.
    public let count: Int

    /// The number of cells with a missing value.
    public let missing: Int

    /// What the cells hold.
    public let content: Content

    /// What the cells of a column hold.
    public enum Content: Sendable, Equatable {
        /// Numbers, all of them.
        case numbers(NumberSummary)

        /// Words, at least one of them; of equally frequent words the first by the alphabet.
        case words(distinct: Int, mostFrequent: String, frequency: Int)

        /// Missing values alone.
        case nothing
    }
}

/// How numbers lie.
public struct NumberSummary: Sendable, Equatable {
    /// The mean.
    public let mean: Double

    /// sqrt(sum (x - mean)^2 / (n - 1)), as pandas computes it; nil for one number.
    public let standardDeviation: Double?

    /// The smallest number, the three numbers below which a quarter, half and three quarters lie, and the
    /// largest; between two numbers they lie on a straight line.
    public let quartiles: [Double]

    /// - Parameter numbers: at least one.
    init(_ numbers: [Double]) {
        let sorted = numbers.sorted()
        let count = Double(numbers.count)
        // Divided first, large numbers do not overflow.
        let mean = numbers.reduce(0) { $0 + $1 / count }
        self.mean = mean
        let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        standardDeviation = numbers.count > 1 ? (squares / (count - 1)).squareRoot() : nil
        quartiles = [0, 0.25, 0.5, 0.75, 1].map { quantile($0, ofSorted: sorted) }
    }
}

extension Table {
    /// What stands in each column: print it to look at a table.
    ///
    /// A column holds numbers if all its cells do that are not missing.
    ///
    /// ```swift
    /// print(table.summary())
    /// ```
    ///
    /// - Parameter decimalMark: what stands before the decimals.
    public func summary(decimalMark: Character = ".") -> TableSummary {
        let columns = columnNames.indices.map { column in
            let present = rows.indices.filter {
                (try? requirePresent(row: $0, column: column)) != nil
            }
            return ColumnSummary(
                name: columnNames[column], count: present.count,
                missing: rows.count - present.count,
                content: content(of: present, column: column, decimalMark))
        }
        return TableSummary(columns: columns, rowCount: rows.count)
    }

    private func content(
        of present: [Int], column: Int, _ decimalMark: Character
    ) -> ColumnSummary.Content {
        if present.isEmpty { return .nothing }
        if let numbers = try? present.map({ try number(row: $0, column: column, decimalMark) }) {
            return .numbers(NumberSummary(numbers))
        }
        var counts: [String: Int] = [:]
        for row in present { counts[rows[row][column], default: 0] += 1 }
        let most = counts.min { a, b in (b.value, a.key) < (a.value, b.key) }
        return .words(
            distinct: counts.count, mostFrequent: most?.key ?? "", frequency: most?.value ?? 0)
    }

    /// The first rows as a table of their own.
    public func head(_ count: Int = 5) -> Table {
        require(count >= 0, "there are no first \(count) rows: give 0 or more")
        return Table(first: count, of: self)
    }
}
