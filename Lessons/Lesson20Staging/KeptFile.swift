import Foundation
import LessonSlides

/// A result in a file, with a second file that says what decided it: it is used again only if the
/// same would decide it now, and only if its bytes are whole.
struct KeptFile {
    /// Where the result lies.
    let file: URL

    /// All that decides the result.
    let words: String

    /// Tells the user.
    let note: (String) -> Void

    /// Whether a result of the same words was kept; its bytes have not been looked at.
    var isThere: Bool { checksum != nil }

    /// The result, from the file, or else made now and kept.
    ///
    /// - Throws: what `make` throws.
    func value<Value>(
        reading read: (URL) throws -> Value, making make: () throws -> Value,
        writing write: (Value, URL) throws -> Void
    ) throws -> Value {
        if let checksum {
            if checksum == (try? Self.checksum(of: file)), let value = try? read(file) {
                return value
            }
            note("\(file.relativePath) is damaged: it is made anew.")
        }
        let value = try make()
        do {
            try keep { try write(value, $0) }
        } catch {
            // This run does not need it; only the next one would.
            note("\(file.relativePath) cannot be kept: a run after a stop would make it anew.")
        }
        return value
    }

    /// The checksum that the second file tells, if it was written for the same words.
    private var checksum: String? {
        guard let data = try? Data(contentsOf: label) else { return nil }
        let text = String(decoding: data, as: UTF8.self)
        guard text.hasSuffix("\n" + words) else { return nil }
        return String(text.dropLast(words.count + 1))
    }

    private var label: URL { file.deletingPathExtension().appendingPathExtension("txt") }

    /// Writes the result under another name and renames it; the second file comes last. Another
    /// process may do the same at the same time: then checksum and bytes do not fit, which is seen.
    private func keep(_ write: (URL) throws -> Void) throws {
        let manager = FileManager.default
        let folder = file.deletingLastPathComponent()
        try manager.createDirectory(at: folder, withIntermediateDirectories: true)
        let temporary = folder.appending(
            path: ".\(file.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? manager.removeItem(at: temporary) }
        try write(temporary)
        let checksum = try Self.checksum(of: temporary)
        guard rename(temporary.path, file.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        try Data("\(checksum)\n\(words)".utf8).write(to: label, options: .atomic)
    }

    private static func checksum(of file: URL) throws -> String {
        Fingerprint(of: try Data(contentsOf: file)).description
    }
}
