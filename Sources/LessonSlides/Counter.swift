import Foundation

/// Counts parts that are done on several threads and tells the share.
public final class Counter: @unchecked Sendable {
    // Unchecked, because the lock guards all that changes.
    private let lock = NSLock()
    private let total: Int
    private let report: @Sendable (Double) -> Void
    private var done = 0

    /// Nothing is done yet.
    public init(total: Int, report: @escaping @Sendable (Double) -> Void) {
        self.total = total
        self.report = report
    }

    /// One more part is done.
    public func countOne() {
        lock.lock()
        defer { lock.unlock() }
        done += 1
        report(Double(done) / Double(max(1, total)))
    }
}
