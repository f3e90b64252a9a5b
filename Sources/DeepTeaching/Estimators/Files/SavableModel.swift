import Foundation

/// A fitted model that can be kept in a file of its own.
///
/// ```swift
/// let forest = try RandomForest().fit(table, labels: labels)
/// try forest.save(to: file)
/// let same = try RandomForest.Fitted(contentsOf: file)
/// ```
///
/// The file is JSON that names the kind of model and the version of its format, so that a forest is
/// never taken for a regression. Numbers are kept bit for bit.
public protocol SavableModel: Codable {
    /// The kind of model in the words of its file, such as "DeepTeaching random forest".
    static var fileFormat: String { get }

    /// The version of the format; a file of another version is refused.
    static var fileVersion: Int { get }
}

extension SavableModel {
    /// The first version.
    public static var fileVersion: Int { 1 }

    /// Writes the model; the file is complete or not there.
    ///
    /// - Throws: `EstimatorError.unwritableModel`, also if a number of the model is infinite or none.
    public func save(to url: URL) throws {
        do {
            try ModelDocument(format: Self.fileFormat, version: Self.fileVersion, model: self)
                .write(to: url)
        } catch let fault as ModelDocumentFault {
            throw EstimatorError.unwritableModel(path: url.path, reason: fault.reason)
        }
    }

    /// Reads a model that ``save(to:)`` wrote.
    ///
    /// - Throws: `EstimatorError.unreadableModel` if there is no file, or it is something else,
    ///   damaged, or of another version.
    public init(contentsOf url: URL) throws {
        do {
            self = try ModelDocument.model(
                in: url, format: Self.fileFormat, version: Self.fileVersion)
        } catch let fault as ModelDocumentFault {
            throw EstimatorError.unreadableModel(path: url.path, reason: fault.reason)
        }
    }
}

extension DecisionTree.Fitted: SavableModel {
    /// What the file of a tree says that it holds.
    public static var fileFormat: String { "DeepTeaching decision tree" }

    /// The second: the first kept no weights and impurities of the nodes.
    public static var fileVersion: Int { 2 }
}

extension RandomForest.Fitted: SavableModel {
    /// What the file of a forest says that it holds.
    public static var fileFormat: String { "DeepTeaching random forest" }

    /// The second: the first kept no weights and impurities of the nodes.
    public static var fileVersion: Int { 2 }
}

extension RegressionTree.Fitted: SavableModel {
    /// What the file of a regression tree says that it holds.
    public static var fileFormat: String { "DeepTeaching regression tree" }
}

extension RegressionForest.Fitted: SavableModel {
    /// What the file of a regression forest says that it holds.
    public static var fileFormat: String { "DeepTeaching regression forest" }
}

extension MultilayerPerceptron.Fitted: SavableModel {
    /// What the file of a perceptron says that it holds.
    public static var fileFormat: String { "DeepTeaching multilayer perceptron" }
}

extension LogisticRegression.Fitted: SavableModel {
    /// What the file of a logistic regression says that it holds.
    public static var fileFormat: String { "DeepTeaching logistic regression" }
}

extension MultinomialRegression.Fitted: SavableModel {
    /// What the file of a multinomial logistic regression says that it holds.
    public static var fileFormat: String { "DeepTeaching multinomial regression" }
}

extension Standardizer.Fitted: SavableModel {
    /// What the file of a standardiser says that it holds.
    public static var fileFormat: String { "DeepTeaching standardizer" }
}
