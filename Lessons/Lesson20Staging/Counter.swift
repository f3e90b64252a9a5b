import Foundation

/// Counts parts that are done on several threads and tells the share.
final class Counter: @unchecked Sendable {
    private let total: Int
    private let report: @Sendable (Double) -> Void
    private let lock = NSLock()
    private var done = 0

    init(total: Int, report: @escaping @Sendable (Double) -> Void) {
        self.total = total
        self.report = report
    }

    func countOne() {
        lock.lock()
        defer { lock.unlock() }
        done += 1
        report(Double(done) / Double(max(1, total)))
    }
}
