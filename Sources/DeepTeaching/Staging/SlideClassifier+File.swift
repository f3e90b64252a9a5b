import Foundation

extension SlideClassifier.Fitted {
    private static let format = "DeepTeaching slide classifier"
    private static let version = 3

    /// Writes the classifier as JSON; the file is complete or not there.
    ///
    /// - Throws: `StagingError.unwritable`.
    public func save(to url: URL) throws {
        do {
            try ModelDocument(format: Self.format, version: Self.version, model: self)
                .write(to: url)
        } catch let fault as ModelDocumentFault {
            throw StagingError.unwritable(path: url.path, reason: fault.reason)
        }
    }

    /// Reads a classifier that `save(to:)` wrote.
    ///
    /// - Throws: `StagingError.unreadableClassifier` if there is no file, or it is something else,
    ///   damaged, of another version, or learnt from features that nobody measures.
    public init(contentsOf url: URL) throws {
        do {
            self = try ModelDocument.model(
                in: url, format: Self.format, version: Self.version)
        } catch let fault as ModelDocumentFault {
            throw StagingError.unreadableClassifier(path: url.path, reason: fault.reason)
        }
        guard forest.featureCount == features.count,
            Set(features).count == features.count,
            forest.classCount == MetastasisType.allCases.count
        else {
            throw StagingError.unreadableClassifier(
                path: url.path, reason: "its forest does not fit its features and types")
        }
    }
}
