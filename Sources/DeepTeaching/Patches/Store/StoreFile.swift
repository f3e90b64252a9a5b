import Foundation

/// An open file, read and written at any place by any thread.
///
/// It is read piece by piece, not mapped into memory: where a mapped file becomes shorter, or its disk
/// fails, the system ends the program, and here it gives an error.
final class StoreFile: Sendable {
    let path: String
    private let descriptor: Int32

    /// Opens a file to read it.
    init(reading path: String) throws {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw PatchStoreError.unreadable(path: path, reason: Self.reason) }
    }

    /// Opens a file to go on with it, or makes one; nobody else may be writing it.
    init(writing path: String) throws {
        self.path = path
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        if descriptor < 0 { throw PatchStoreError.unwritable(path: path, reason: Self.reason) }
        // Another writer may have given the file its final name between both calls.
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, isStillCalled(path) else {
            throw PatchStoreError.beingWritten(path: path)
        }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// How many bytes it has.
    func size() throws -> Int {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw PatchStoreError.unreadable(path: path, reason: Self.reason)
        }
        return Int(status.st_size)
    }

    /// The bytes at a place, fewer where the file ends.
    func read(_ count: Int, at place: Int) throws -> [UInt8] {
        var failure: String?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
            while done < count {
                let got = pread(
                    descriptor, buffer.baseAddress! + done, count - done, off_t(place + done))
                if got > 0 {
                    done += got
                } else if got == 0 {
                    return
                } else if errno != EINTR {
                    failure = Self.reason
                    return
                }
            }
        }
        if let failure { throw PatchStoreError.unreadable(path: path, reason: failure) }
        return bytes
    }

    /// Writes all bytes at a place.
    func write(_ bytes: [UInt8], at place: Int) throws {
        try bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let put = pwrite(
                    descriptor, buffer.baseAddress! + done, buffer.count - done,
                    off_t(place + done))
                if put >= 0 {
                    done += put
                } else if errno != EINTR {
                    throw PatchStoreError.unwritable(path: path, reason: Self.reason)
                }
            }
        }
    }

    /// Cuts off what stands behind a place.
    func truncate(at place: Int) throws {
        guard ftruncate(descriptor, off_t(place)) == 0 else {
            throw PatchStoreError.unwritable(path: path, reason: Self.reason)
        }
    }

    /// Gives the file its final name when its last byte is on the disk.
    func rename(to target: String) throws {
        guard fsync(descriptor) == 0, Foundation.rename(path, target) == 0 else {
            throw PatchStoreError.unwritable(path: target, reason: Self.reason)
        }
    }

    private func isStillCalled(_ path: String) -> Bool {
        var (own, named) = (stat(), stat())
        return fstat(descriptor, &own) == 0 && stat(path, &named) == 0
            && (own.st_dev, own.st_ino) == (named.st_dev, named.st_ino)
    }

    /// What the system says about its last refusal.
    private static var reason: String { String(cString: strerror(errno)) }
}
