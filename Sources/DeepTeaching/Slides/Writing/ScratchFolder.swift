import Foundation

/// A hidden folder beside a file that is being written.
///
/// It stays locked while its process lives. One that nobody locks was left by a process that was
/// killed; the next one that writes the same file removes it, and so does whoever tidies its place up.
struct ScratchFolder {
    /// Where the folder lies.
    let url: URL

    private let lock: Int32

    /// Makes a folder for a file.
    ///
    /// - Throws: what the file system says.
    init(for file: URL) throws {
        let prefix = ".\(file.lastPathComponent)."
        let parent = file.deletingLastPathComponent()
        Self.removeAbandoned(in: parent, prefix: prefix)
        url = parent.appendingPathComponent(prefix + UUID().uuidString + Self.suffix)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
        lock = open(url.path, O_RDONLY | O_CLOEXEC)
        _ = flock(lock, LOCK_EX | LOCK_NB)
    }

    /// Removes the folder with all that is in it.
    func remove() {
        try? FileManager.default.removeItem(at: url)
        if lock >= 0 { close(lock) }
    }

    private static let suffix = ".partial"

    /// Removes the folders in `parent` that killed processes left, as far as their names begin so.
    static func removeAbandoned(in parent: URL, prefix: String = ".") {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
        for name in names where name.hasPrefix(prefix) && name.hasSuffix(suffix) {
            let folder = parent.appendingPathComponent(name)
            let lock = open(folder.path, O_RDONLY | O_CLOEXEC)
            guard lock >= 0 else { continue }
            if flock(lock, LOCK_EX | LOCK_NB) == 0 {
                try? FileManager.default.removeItem(at: folder)
            }
            close(lock)
        }
    }
}
