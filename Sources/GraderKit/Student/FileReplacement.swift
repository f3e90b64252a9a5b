import Foundation

/// Writes a file so that at every moment the old one stands there whole, or the new one.
enum FileReplacement {
    /// Writes under a temporary name in the same folder and renames. A symbolic link stays, and what
    /// it leads to is replaced; permissions and owner stay too.
    ///
    /// - Throws: `SystemFailure`; then nothing has changed.
    static func write(_ bytes: Data, to file: URL) throws(SystemFailure) {
        let target = resolved(file)
        let name = ".\(target.lastPathComponent).\(UUID().uuidString)"
        let temporary = target.deletingLastPathComponent().appending(path: name).path
        do throws(SystemFailure) {
            let new = try OpenFile(creating: temporary)
            try new.write(bytes)
            try new.finish(like: FileStamp(path: target.path))
            if rename(temporary, target.path) != 0 { throw SystemFailure() }
        } catch {
            unlink(temporary)
            throw error
        }
    }

    /// The file that a path leads to through all symbolic links, as far as there is one.
    static func resolved(_ file: URL) -> URL {
        guard let pointer = realpath(file.path, nil) else { return file }
        defer { free(pointer) }
        return URL(filePath: String(cString: pointer))
    }
}
