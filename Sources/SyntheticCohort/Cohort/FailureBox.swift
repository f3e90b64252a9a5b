import Foundation

/// Keeps the errors of parts that run at the same time.
final class FailureBox: @unchecked Sendable {
    private let lock = NSLock()
    private var first: (part: Int, error: any Error)?

    /// Whether any part failed.
    var hasAny: Bool {
        lock.lock()
        defer { lock.unlock() }
        return first != nil
    }

    /// Part `part` failed.
    func add(_ error: any Error, part: Int) {
        lock.lock()
        defer { lock.unlock() }
        if first.map({ part < $0.part }) ?? true { first = (part, error) }
    }

    /// Throws the error of the lowest part that failed, if one did.
    func throwFirst() throws {
        lock.lock()
        defer { lock.unlock() }
        if let first { throw first.error }
    }
}
