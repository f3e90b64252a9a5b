import Foundation

/// The folder in which a lesson leaves its files.
struct OutputFolder {
    /// The folder, relative to the current directory or absolute.
    let path: String

    /// Checks that the folder can be made and written, so that a lesson of a minute does not fail in
    /// its last second. Nothing is made yet: a lesson that fails leaves no empty folder behind.
    func check() throws {
        let existing = nearestExistingFolder
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: existing.path, isDirectory: &isFolder)
        if !isFolder.boolValue {
            throw LessonError.unwritable(path: path, reason: "\(existing.path) is a file")
        }
        if !FileManager.default.isWritableFile(atPath: existing.path) {
            throw LessonError.unwritable(path: path, reason: "no permission")
        }
    }

    private var nearestExistingFolder: URL {
        var url = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL
        while !FileManager.default.fileExists(atPath: url.path), url.path != "/" {
            url.deleteLastPathComponent()
        }
        return url
    }

    /// Writes all files under temporary names, then renames them: either all are new, or none.
    func write(_ files: [(path: String, data: Data)]) throws {
        let folder = URL(fileURLWithPath: path, isDirectory: true)
        var pending: [(temporary: URL, final: URL)] = []
        do {
            try reportingUnwritable {
                for file in files {
                    let final = folder.appendingPathComponent(file.path)
                    let parent = final.deletingLastPathComponent()
                    try FileManager.default.createDirectory(
                        at: parent, withIntermediateDirectories: true)
                    let temporary = parent.appendingPathComponent(
                        ".\(final.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier)")
                    pending.append((temporary, final))
                    try file.data.write(to: temporary)
                }
                for (temporary, final) in pending { try rename(temporary, to: final) }
            }
        } catch {
            for (temporary, _) in pending { try? FileManager.default.removeItem(at: temporary) }
            throw error
        }
    }

    private func rename(_ source: URL, to target: URL) throws {
        if Foundation.rename(source.path, target.path) != 0 {
            throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
        }
    }

    private func reportingUnwritable(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch let error as LessonError {
            throw error
        } catch {
            throw LessonError.unwritable(path: path, reason: ErrorSentence.reason(error))
        }
    }
}
