import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file that is open, by the system's own calls: they create a file exclusively, open a pipe
/// without waiting for it, and tell a full disk.
struct OpenFile: ~Copyable {
    private let descriptor: Int32

    /// Opens a file for reading.
    init(reading path: String) throws(SystemFailure) {
        // Without O_NONBLOCK a pipe would wait for its other end.
        descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        if descriptor < 0 { throw SystemFailure() }
    }

    /// Makes a file for writing; fails with `EEXIST` if the name is taken, were it a moment ago.
    init(creating path: String) throws(SystemFailure) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        if descriptor < 0 { throw SystemFailure() }
    }

    deinit { close(descriptor) }

    /// What is known of it.
    func stamp() throws(SystemFailure) -> FileStamp {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw SystemFailure() }
        return FileStamp(status)
    }

    /// The next bytes, at most so many; none at the end.
    func read(atMost count: Int) throws(SystemFailure) -> Data {
        var data = Data(count: count)
        while true {
            let result = data.withUnsafeMutableBytes { bytes in
                systemRead(descriptor, bytes.baseAddress, bytes.count)
            }
            if result >= 0 { return data.prefix(result) }
            if errno != EINTR { throw SystemFailure() }
        }
    }

    /// Writes all bytes.
    func write(_ data: Data) throws(SystemFailure) {
        var rest = data[...]
        while !rest.isEmpty {
            let result = rest.withUnsafeBytes { bytes in
                systemWrite(descriptor, bytes.baseAddress, bytes.count)
            }
            if result < 0 && errno != EINTR { throw SystemFailure() }
            rest = rest.dropFirst(max(0, result))
        }
    }

    /// Gives it the permissions, and if possible the owner, of the file that it will replace, and
    /// waits until the disk has it all.
    func finish(like old: FileStamp? = nil) throws(SystemFailure) {
        if let old {
            _ = fchown(descriptor, old.user, old.group)
            if fchmod(descriptor, mode_t(old.mode & 0o7777)) != 0 { throw SystemFailure() }
        }
        if fsync(descriptor) != 0 && errno != EINVAL { throw SystemFailure() }
    }
}

// Inside of `OpenFile` these names are its own methods.
private func systemRead(_ file: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(file, bytes, count)
}

private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(file, bytes, count)
}

/// Why a call of the system failed.
struct SystemFailure: Error, Equatable, CustomStringConvertible {
    /// The system's number of the reason.
    let code: Int32

    /// The reason of the call that just failed.
    init() { code = errno }

    /// The reason in words: "Permission denied".
    var description: String { String(cString: strerror(code)) }
}
