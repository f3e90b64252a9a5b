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

    /// A logit is infinite or not a number; `value` is how it prints.
    case logitNotFinite(value: String, item: Int)

    /// A probability is not a number from 0 to 1; `value` is how it prints.
    case probabilityOutOfRange(value: String, item: Int)

    /// The probabilities of the classes of an item do not sum to 1.
    case probabilitySum(Double, item: Int)

    /// Numbers of several classes are not a table of at least two columns, [items, classes].
    case notClassTable(shape: [Int])

    /// What is to be computed needs items of both classes.
    case onlyOneClass(isPositive: Bool, count: Int)

    /// There are too few items of a kind to tell how much they vary.
    case tooFew(name: String, found: Int, needed: Int)

    /// No threshold reaches what is wanted.
    case unreachable(name: String, wanted: Double, best: Double)

    /// A parameter has a value with which nothing can be computed.
    case unusableParameter(name: String, value: String, allowed: String)

    /// A statistic is not defined on the items, or on too few of their resamples.
    case undefinedStatistic(defined: Int, samples: Int)

    /// A statistic is not defined on all items but those of one group.
    case undefinedWithout(group: String)

    /// Items of one group are of two strata.
    case mixedStratum(group: String)

    /// No temperature is the best one.
    case noTemperature(NoTemperature)

    /// A detection hits a lesion that is not listed.
    case unknownLesion(label: Int, detection: Int)

    /// No slide has a lesion that is to be found.
    case noLesions(slides: Int)

    /// No slide is without a lesion.
    case noNormalSlides(slides: Int)

    /// Why no temperature is the best one.
    public enum NoTemperature: Sendable, Equatable {
        /// Each item has the largest logit at its class.
        case allRight

        /// The logits say nothing about the classes, or the opposite.
        case noBetterThanChance
    }
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

/// Stops at the first score that is not a number.
func requireNumbers(_ scores: [Double]) throws {
    if let item = scores.firstIndex(where: \.isNaN) {
        throw EvaluationError.scoreNotANumber(item: item)
    }
}
