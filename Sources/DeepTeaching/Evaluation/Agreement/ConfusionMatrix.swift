/// How often each class was taken for each: rows are the truth, columns the prediction.
public struct ConfusionMatrix: Sendable, Equatable, Codable {
    /// `counts[truth][prediction]`.
    public let counts: [[Int]]

    /// The name of each class, in the order of rows and columns.
    public let names: [String]

    /// The most classes of a matrix: it holds the square of their number.
    static let mostClasses = 4096

    /// The most items of a class, so that twice the number of all can still be counted.
    private static let mostItems = 1 << 50

    /// A matrix of known counts, axes [truth, prediction].
    ///
    /// - Throws: `EvaluationError` if the matrix is not square, has other names than rows, or
    ///   holds a negative count or one that is too large to be added up.
    public init(counts: [[Int]], names: [String]) throws {
        for row in counts where row.count != counts.count || names.count != counts.count {
            throw EvaluationError.matrixShape(
                rows: counts.count, columns: row.count, names: names.count)
        }
        guard !counts.isEmpty else {
            throw EvaluationError.matrixShape(rows: 0, columns: 0, names: names.count)
        }
        for (row, values) in counts.enumerated() {
            if let column = values.firstIndex(where: { $0 < 0 }) {
                throw EvaluationError.negativeCount(values[column], row: row, column: column)
            }
            if let column = values.firstIndex(where: { $0 > Self.mostItems / counts.count }) {
                throw EvaluationError.unusableParameter(
                    name: "the count in row \(row), column \(column)",
                    value: "\(values[column])", allowed: "at most \(Self.mostItems / counts.count)")
            }
        }
        self.counts = counts
        self.names = names
    }

    /// Counts pairs of classes.
    ///
    /// - Parameters:
    ///   - labels: the true class of each item, from 0.
    ///   - predictions: the predicted class of each item.
    ///   - names: one name a class; classes that do not occur keep their row and column.
    /// - Throws: `EvaluationError` if there is no item, the lists differ in length, or a class
    ///   has no name.
    public init(labels: [Int], predictions: [Int], names: [String]) throws {
        guard names.count <= Self.mostClasses else {
            throw EvaluationError.unusableParameter(
                name: "the number of classes", value: "\(names.count)",
                allowed: "\(Self.mostClasses) at most")
        }
        try requireSameLength("true classes", labels.count, "predictions", predictions.count)
        var counts = [[Int]](
            repeating: [Int](repeating: 0, count: names.count), count: names.count)
        for (item, pair) in zip(labels, predictions).enumerated() {
            for value in [pair.0, pair.1] where !names.indices.contains(value) {
                throw EvaluationError.classOutOfRange(
                    value: value, item: item, classCount: names.count)
            }
            counts[pair.0][pair.1] += 1
        }
        try self.init(counts: counts, names: names)
    }

    /// Counts pairs of cases of an enumeration, such as `MetastasisType`, in their order.
    ///
    /// - Throws: `EvaluationError` if there is no item, or the lists differ in length.
    public init<Label: CaseIterable & RawRepresentable & Equatable>(
        labels: [Label], predictions: [Label]
    ) throws where Label.RawValue == String {
        let cases = Array(Label.allCases)
        try self.init(
            labels: labels.compactMap { cases.firstIndex(of: $0) },
            predictions: predictions.compactMap { cases.firstIndex(of: $0) },
            names: cases.map(\.rawValue))
    }
}

extension ConfusionMatrix {
    private enum CodingKeys: String, CodingKey { case counts, names }

    /// Reads a matrix.
    ///
    /// - Throws: `EvaluationError` as `init(counts:names:)` does.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            counts: try container.decode([[Int]].self, forKey: .counts),
            names: try container.decode([String].self, forKey: .names))
    }
}
