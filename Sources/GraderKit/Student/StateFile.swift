import Curriculum
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// `.deepteaching/state.json`: read, changed and renamed into place under a lock, so that two
/// processes never lose each other's entries.
public struct StateFile: Sendable {
    private let folder: CourseFolder

    /// The file of a checkout.
    public init(_ folder: CourseFolder) { self.folder = folder }

    private var file: URL { folder.memory.appending(path: "state.json") }

    /// The state; nothing done yet where there is no file.
    ///
    /// - Throws: `CourseError.newerState` if a newer course has written it.
    public func read() throws -> CourseState {
        guard let data = try? Data(contentsOf: file) else { return CourseState() }
        struct Version: Decodable { let version: Int }
        let version = try? JSONDecoder().decode(Version.self, from: data).version
        if let version, version > CourseState.currentVersion {
            throw CourseError.newerState(version: version, path: folder.relative(file))
        }
        if let state = try? JSONDecoder().decode(CourseState.self, from: data) { return state }
        // A damaged file is set aside, so that nothing in it is lost for good.
        let aside = folder.memory.appending(path: "state.damaged.json")
        try? FileManager.default.removeItem(at: aside)
        try? FileManager.default.moveItem(at: file, to: aside)
        return CourseState()
    }

    /// Changes the state.
    ///
    /// - Throws: `CourseError.unwritable` in a read-only checkout.
    public func update(_ change: (inout CourseState) -> Void) throws {
        let lock = try FileLock(folder, name: "state.lock", waits: true)
        defer { lock.release() }
        var state = try read()
        let before = state
        change(&state)
        guard state != before else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try folder.write(String(decoding: encoder.encode(state), as: UTF8.self), to: file)
    }
}

/// A lock on a file, which the system takes back when the process ends.
public struct FileLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock; if another process holds it, waits or throws.
    ///
    /// - Throws: `CourseError.unwritable` in a read-only checkout, `.alreadyWatching` if it is held.
    public init(_ folder: CourseFolder, name: String, waits: Bool) throws {
        try? FileManager.default.createDirectory(
            at: folder.memory, withIntermediateDirectories: true)
        let path = folder.memory.appending(path: name)
        descriptor = open(path.path, O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw CourseError.unwritable(path: folder.relative(path))
        }
        if flock(descriptor, waits ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
            close(descriptor)
            throw CourseError.alreadyWatching(path: folder.relative(path))
        }
    }

    /// Gives the lock back.
    public func release() { close(descriptor) }
}
