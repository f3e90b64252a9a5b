import Foundation

/// A folder for the files that are being read; in memory where the system has one there.
struct ScratchSpace: Sendable {
    let url: URL

    init() throws {
        let memory = URL(fileURLWithPath: "/dev/shm", isDirectory: true)
        let parent =
            FileManager.default.isWritableFile(atPath: memory.path)
            ? memory : FileManager.default.temporaryDirectory
        url = parent.appending(path: "fuzz-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    /// A folder of its own for a reader. It outlives a process that traps, and goes with the space.
    func newFolder() throws -> URL {
        let folder = url.appending(path: UUID().uuidString, directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    func remove() { try? FileManager.default.removeItem(at: url) }
}

/// A bound on the memory of this process: a file that asks for more makes it trap, and is found.
enum MemoryLimit {
    static func set(gigabytes: Int) {
        #if os(Linux)
            var limit = rlimit()
            limit.rlim_cur = UInt(gigabytes) << 30
            limit.rlim_max = limit.rlim_cur
            setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
        #endif
    }
}
