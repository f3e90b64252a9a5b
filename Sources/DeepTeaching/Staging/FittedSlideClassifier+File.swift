import Foundation

extension FittedSlideClassifier {
    private static let format = "DeepTeaching slide classifier"
    private static let version = 1

    private struct Header: Codable {
        let format: String
        let version: Int
    }

    private struct Document: Codable {
        let format: String
        let version: Int
        let classifier: FittedSlideClassifier
    }

    /// Writes the classifier as JSON; the file is complete or not there.
    ///
    /// - Throws: `StagingError.unwritable`.
    public func save(to url: URL) throws {
        let document = Document(
            format: Self.format, version: Self.version, classifier: self)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        do {
            try encoder.encode(document).write(to: url, options: .atomic)
        } catch {
            throw StagingError.unwritable(path: url.path, reason: error.localizedDescription)
        }
    }

    /// Reads a classifier that `save(to:)` wrote.
    ///
    /// - Throws: `StagingError.unreadableClassifier` if there is no file, or it is something else,
    ///   damaged, or of another version.
    public init(contentsOf url: URL) throws {
        func unreadable(_ reason: String) -> StagingError {
            StagingError.unreadableClassifier(path: url.path, reason: reason)
        }
        guard let data = try? Data(contentsOf: url) else {
            throw unreadable("the file cannot be opened")
        }
        let decoder = JSONDecoder()
        guard let header = try? decoder.decode(Header.self, from: data),
            header.format == Self.format
        else { throw unreadable("it is another kind of file, or cut off") }
        guard header.version == Self.version else {
            throw unreadable("it has version \(header.version), not \(Self.version)")
        }
        do {
            self = try decoder.decode(Document.self, from: data).classifier
        } catch let DecodingError.dataCorrupted(context) {
            throw unreadable("it is damaged. \(context.debugDescription)")
        } catch {
            throw unreadable("a part of it is missing or of the wrong kind")
        }
        guard forest.featureCount == featureNames.count,
            Set(featureNames).count == featureNames.count,
            forest.classCount == MetastasisType.allCases.count
        else { throw unreadable("its forest does not fit its features and types") }
    }
}
