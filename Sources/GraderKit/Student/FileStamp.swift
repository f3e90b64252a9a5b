#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What changes whenever a file is saved, however the editor saves: in place, or by renaming
/// another file over it. Symbolic links are followed.
public struct FileStamp: Sendable, Equatable, Codable {
    private let device: UInt64
    private let number: UInt64
    private let modified: Int
    private let changed: Int

    /// The number of bytes.
    public let size: Int

    /// The bits of type and permissions.
    let mode: UInt32

    /// Who may change it, and so should be able to after it was replaced.
    let user: uid_t, group: gid_t

    /// The stamp of what a path leads to, or nil if it leads nowhere.
    public init?(path: String) { try? self.init(of: path) }

    /// The stamp of what a path leads to, or the reason why there is none.
    init(of path: String) throws(SystemFailure) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw SystemFailure() }
        self.init(status)
    }

    init(_ status: stat) {
        device = UInt64(truncatingIfNeeded: status.st_dev)
        number = UInt64(status.st_ino)
        size = Int(status.st_size)
        mode = UInt32(status.st_mode)
        user = status.st_uid
        group = status.st_gid
        #if canImport(Darwin)
            modified = Self.nanoseconds(status.st_mtimespec)
            changed = Self.nanoseconds(status.st_ctimespec)
        #else
            modified = Self.nanoseconds(status.st_mtim)
            changed = Self.nanoseconds(status.st_ctim)
        #endif
    }

    private static func nanoseconds(_ time: timespec) -> Int {
        Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
    }

    /// Whether it is a file with bytes, not a folder, pipe or device.
    var isFile: Bool { mode_t(mode) & S_IFMT == S_IFREG }

    /// Whether nobody may write it. The administrator may all the same, and must not by accident.
    var isReadOnly: Bool { mode & 0o222 == 0 }

    /// What it is, for a sentence.
    var kind: String {
        switch mode_t(mode) & S_IFMT {
        case S_IFREG: "a file"
        case S_IFDIR: "a folder"
        case S_IFIFO: "a pipe"
        case S_IFSOCK: "a socket"
        default: "a device"
        }
    }
}
