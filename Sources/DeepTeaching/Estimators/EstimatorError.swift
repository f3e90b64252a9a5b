import Foundation

/// What can be wrong with the samples, labels or settings that an estimator is given.
public enum EstimatorError: Error, Sendable, Equatable {
    /// There is no sample to learn from.
    case noSamples

    /// There are fewer samples than clusters, components or whatever else is to be learnt from them.
    case tooFewSamples(found: Int, needed: Int, for: String)

    /// All that is known of a feature is that it is missing.
    case onlyMissing(feature: Int)

    /// The features are not a table of at least one column, [samples, features].
    case notATable(shape: [Int])

    /// A row has another number of features than the first.
    case raggedRow(row: Int, found: Int, expected: Int)

    /// There are more or fewer labels than samples.
    case labelCount(labels: Int, samples: Int)

    /// A label is not one of the classes 0 to `classCount - 1`.
    case labelOutOfRange(label: Int, sample: Int, classCount: Int)

    /// A feature is not a number or infinite; `value` is how it prints.
    case notFinite(value: String, sample: Int, feature: Int)

    /// The fitted value was made for another number of features.
    case featureCount(found: Int, expected: Int)

    /// There are more or fewer class weights than classes.
    case classWeightCount(found: Int, expected: Int)

    /// A class has too few samples to be shared out.
    case tooFewOfClass(label: String, found: Int, needed: Int)

    /// There are fewer groups than parts to which they are to be shared out.
    case tooFewGroups(found: Int, needed: Int)

    /// One patient is listed more than once among those who are to be shared out.
    case repeatedPatient(String)

    /// All samples are of one class, so there is nothing to tell apart.
    case onlyOneClass(label: Int)

    /// The covariance of a component of a mixture is not positive definite.
    case singularCovariance(component: Int)

    /// A file holds no model of the kind that is asked for, or a damaged one.
    case unreadableModel(path: String, reason: String)

    /// A model could not be written.
    case unwritableModel(path: String, reason: String)

    /// A setting has a value with which nothing can be fitted.
    case unusableSetting(name: String, value: String, allowed: String)
}

extension EstimatorError: CustomStringConvertible, LocalizedError {
    /// A sentence that says what is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .noSamples:
            "There are no samples to learn from: give at least one row of features."
        case .tooFewSamples(let found, let needed, let purpose):
            "\(found) sample\(found == 1 ? " is" : "s are") too few for \(purpose): give at least "
                + "\(needed), or ask for less."
        case .onlyMissing(let feature):
            "Feature \(feature) is missing in every sample: leave the feature out, or fill it with a "
                + "constant."
        case .notATable(let shape):
            "Features of shape \(shape) are not a table: give them as [samples, features] with at "
                + "least one feature."
        case .raggedRow(let row, let found, let expected):
            "Row \(row) has \(found) features, but row 0 has \(expected): give every sample the "
                + "same features."
        case .labelCount(let labels, let samples):
            "There are \(labels) labels for \(samples) samples: give one label a sample."
        case .labelOutOfRange(let label, let sample, let classCount):
            "Label \(label) of sample \(sample) is none of the \(classCount) classes: number them "
                + "from 0 to \(classCount - 1)."
        case .notFinite(let value, let sample, let feature):
            "Feature \(feature) of sample \(sample) is \(value): replace or leave out missing "
                + "values before fitting and predicting."
        case .featureCount(let found, let expected):
            "The samples have \(found) features, but the estimator was fitted with \(expected): "
                + "give the same features in the same order."
        case .classWeightCount(let found, let expected):
            "There are \(found) class weights for \(expected) classes: give one weight a class."
        case .tooFewOfClass(let label, let found, let needed):
            "Class \(label) has \(found) sample\(found == 1 ? "" : "s"), but each part needs one and "
                + "there are \(needed) parts: use fewer parts, join rare classes, or leave it out."
        case .tooFewGroups(let found, let needed):
            "\(found) groups cannot be shared out to \(needed) folds: use fewer folds."
        case .repeatedPatient(let patient):
            "The patient \(patient) is listed more than once: list each patient once, or the "
                + "same patient could come into two parts."
        case .onlyOneClass(let label):
            "All samples are of class \(label): give samples of at least two classes."
        case .singularCovariance(let component):
            "The covariance of component \(component) has no inverse: its samples lie on a plane, a "
                + "line or a point. Ask for fewer components, or raise the covariance floor."
        case .unreadableModel(let path, let reason):
            "\(path) cannot be used: \(reason). Copy the file again, or fit and save anew."
        case .unwritableModel(let path, let reason):
            "\(path) cannot be written (\(reason)): check the folder and the space left."
        case .unusableSetting(let name, let value, let allowed):
            "The setting \(name) is \(value): it must be \(allowed)."
        }
    }

    /// The same sentence, for callers that know only `Error`.
    public var errorDescription: String? { description }
}
