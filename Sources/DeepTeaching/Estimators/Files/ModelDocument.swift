import Foundation

/// A model as a file keeps it: JSON that says what kind of model it is, in which version of its
/// format, and then the model.
///
///     {"format": "DeepTeaching random forest", "model": {...}, "version": 1}
struct ModelDocument<Model: Codable>: Codable {
    let format: String
    let version: Int
    let model: Model

    /// The bytes of the file; the same for the same model.
    ///
    /// - Throws: `ModelDocumentFault` if a number of the model is infinite or none, which JSON cannot
    ///   hold.
    func data() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        do {
            return try encoder.encode(self)
        } catch {
            throw ModelDocumentFault(reason: "a number of the model is infinite or none")
        }
    }

    /// Writes the file; it is complete or not there.
    ///
    /// - Throws: `ModelDocumentFault`.
    func write(to url: URL) throws {
        let data = try data()
        do {
            try data.write(to: url, options: .atomic)
        } catch {
            throw ModelDocumentFault(reason: systemReason(error))
        }
    }

    /// The model in a file of this format and version.
    ///
    /// - Throws: `ModelDocumentFault` if there is no file, or it is something else, damaged, or of
    ///   another version.
    static func model(in url: URL, format: String, version: Int) throws -> Model {
        guard let data = try? Data(contentsOf: url) else {
            throw ModelDocumentFault(reason: "the file cannot be opened")
        }
        let decoder = JSONDecoder()
        guard let header = try? decoder.decode(ModelHeader.self, from: data),
            header.format.hasPrefix("DeepTeaching ")
        else { throw ModelDocumentFault(reason: "it is another kind of file, or cut off") }
        guard header.format == format else {
            throw ModelDocumentFault(reason: "it holds a \(header.format), no \(format)")
        }
        guard header.version == version else {
            throw ModelDocumentFault(reason: "it has version \(header.version), not \(version)")
        }
        do {
            return try decoder.decode(ModelDocument.self, from: data).model
        } catch let DecodingError.dataCorrupted(context) {
            throw ModelDocumentFault(reason: "it is damaged. \(context.debugDescription)")
        } catch {
            throw ModelDocumentFault(reason: "a part of it is missing or of the wrong kind")
        }
    }
}

/// What a file says of itself before its model is read.
private struct ModelHeader: Codable {
    let format: String
    let version: Int
}

/// Why a file cannot be read or written, as the end of a sentence.
struct ModelDocumentFault: Error {
    let reason: String
}
