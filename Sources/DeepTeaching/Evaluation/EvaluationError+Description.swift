import Foundation

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
        case .onlyOneClass(let isPositive, let count):
            "All \(count) items are \(isPositive ? "positive" : "negative"): give items of both "
                + "classes."
        case .tooFew(let name, let found, let needed):
            "There \(found == 1 ? "is" : "are") only \(found) of the \(name): give at least "
                + "\(needed), or nothing can be said about how much they vary."
        case .unreachable(let name, let wanted, let best):
            "No threshold has a \(name) of \(wanted): the best has \(best). Ask for less, or for "
                + "better scores."
        case .unusableParameter(let name, let value, let allowed):
            "\(name) is \(value): it must be \(allowed)."
        case .scoreNotANumber, .logitNotFinite, .probabilityOutOfRange, .probabilitySum,
            .notClassTable, .noTemperature:
            scoreDescription
        case .undefinedStatistic, .undefinedWithout, .mixedStratum: resamplingDescription
        case .unknownLesion, .noLesions, .noNormalSlides: lesionDescription
        }
    }

    private var scoreDescription: String {
        switch self {
        case .scoreNotANumber(let item):
            "The score of item \(item) is not a number: look for a division by zero in what "
                + "computes it."
        case .logitNotFinite(let value, let item):
            "A logit of item \(item) is \(value): look for an overflow in what computes it."
        case .probabilityOutOfRange(let value, let item):
            "A probability of item \(item) is \(value): give numbers from 0 to 1, for example the "
                + "softmax of the logits."
        case .probabilitySum(let sum, let item):
            "The probabilities of item \(item) sum to \(sum): give one a class, which sum to 1."
        case .notClassTable(let shape):
            "Numbers of shape \(shape) are no table of classes: give them as [items, classes] with at "
                + "least two classes."
        case .noTemperature(.allRight):
            "Each item has its largest logit at its class, so the lower the temperature, the "
                + "better: give more items that were held out, until some are wrong."
        case .noTemperature(.noBetterThanChance):
            "The logits are no better than chance, so the higher the temperature, the better: check "
                + "that logits and labels belong together."
        default: ""
        }
    }

    private var resamplingDescription: String {
        switch self {
        case .undefinedStatistic(let defined, let samples):
            "The statistic is defined on only \(defined) of \(samples) resamples, or not on the "
                + "items themselves: give more patients, or more of the rare class."
        case .undefinedWithout(let group):
            "The statistic is not defined without the group \(group): give more of the rare class, or "
                + "take the percentile interval."
        case .mixedStratum(let group):
            "The group \(group) has items of two strata: a group is drawn as a whole, so give all "
                + "its items one stratum."
        default: ""
        }
    }

    private var lesionDescription: String {
        switch self {
        case .unknownLesion(let label, let detection):
            "Detection \(detection) hits lesion \(label), which is neither among the lesions nor "
                + "among the isolated tumour cells of its slide: list it, or give nil where there is "
                + "no lesion."
        case .noLesions(let slides):
            "None of the \(slides) slides has a lesion that is to be found: give at least one."
        case .noNormalSlides(let slides):
            "Each of the \(slides) slides has a lesion: give slides without, or count the false "
                + "positives of all slides."
        default: ""
        }
    }

    /// The same sentence, for callers that know only `Error`.
    public var errorDescription: String? { description }
}
