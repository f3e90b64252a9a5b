import Foundation

/// Adds up the progress of parts that run at the same time.
final class SharedProgress: @unchecked Sendable {
    // Unchecked, because the lock guards all that changes.
    private let lock = NSLock()
    private var shares: [Double]
    private let report: @Sendable (Double) -> Void

    init(parts: Int, report: @escaping @Sendable (Double) -> Void) {
        shares = [Double](repeating: 0, count: parts)
        self.report = report
    }

    /// Part `part` is done to the given share.
    func update(_ part: Int, _ share: Double) {
        lock.lock()
        defer { lock.unlock() }
        shares[part] = share
        report(shares.reduce(0, +) / Double(shares.count))
    }

    /// Everything is done.
    func finish() { report(1) }
}
