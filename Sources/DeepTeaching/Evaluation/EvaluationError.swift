import Foundation

/// What can be wrong with the labels and scores that are to be evaluated.
public enum EvaluationError: Error, Sendable, Equatable {
    /// There is nothing to evaluate.
    case nothing

    /// Two lists that belong together are not equally long.
    case lengths(name: String, count: Int, otherName: String, otherCount: Int)

    /// A class is not one of 0 to `classCount - 1`.
    case classOutOfRange(value: Int, item: Int, classCount: Int)

    /// A confusion matrix is not square, or has other names than rows.
    case matrixShape(rows: Int, columns: Int, names: Int)

    /// A count is negative.
    case negativeCount(Int, row: Int, column: Int)

    /// A score is not a number.
    case scoreNotANumber(item: Int)

    /// A ROC curve needs items of both classes.
    case onlyOneClass(isPositive: Bool, count: Int)

    /// A parameter has a value with which nothing can be computed.
    case unusableParameter(name: String, value: String, allowed: String)

    /// A statistic is not defined on the items, or on too few of their resamples.
    case undefinedStatistic(defined: Int, samples: Int)
}

extension EvaluationError: CustomStringConvertible, LocalizedError {
    /// A sentence that says what is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .nothing:
            "There is nothing to evaluate: give at least one item."
        case .lengths(let name, let count, let otherName, let otherCount):
            "There are \(count) \(name), but \(otherCount) \(otherName): give one of each an item."
        case .classOutOfRange(let value, let item, let classCount):
            "Item \(item) has class \(value), which is none of the \(classCount) classes: number "
                + "them from 0 to \(classCount - 1)."
        case .matrixShape(let rows, let columns, let names):
            "\(rows) rows, \(columns) columns and \(names) names make no confusion matrix: give "
                + "one row, one column and one name a class."
        case .negativeCount(let count, let row, let column):
            "The confusion matrix holds \(count) in row \(row), column \(column): counts are 0 or "
                + "more."
        case .scoreNotANumber(let item):
            "The score of item \(item) is not a number: look for a division by zero in what "
                + "computes it."
        case .onlyOneClass(let isPositive, let count):
            "All \(count) items are \(isPositive ? "positive" : "negative"): a ROC curve needs "
                + "items of both classes."
        case .unusableParameter(let name, let value, let allowed):
            "\(name) is \(value): it must be \(allowed)."
        case .undefinedStatistic(let defined, let samples):
            "The statistic is defined on only \(defined) of \(samples) resamples, or not on the "
                + "items themselves: give more patients, or more of the rare class."
        }
    }

    /// The same sentence, for callers that know only `Error`.
    public var errorDescription: String? { description }
}

/// Stops if two lists that belong together are empty or not equally long.
func requireSameLength(
    _ name: String, _ count: Int, _ otherName: String, _ otherCount: Int
) throws {
    guard count == otherCount else {
        throw EvaluationError.lengths(
            name: name, count: count, otherName: otherName, otherCount: otherCount)
    }
    guard count > 0 else { throw EvaluationError.nothing }
}
