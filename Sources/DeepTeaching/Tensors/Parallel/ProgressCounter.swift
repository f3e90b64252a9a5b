/// Counts parts that are done on several threads and tells the share.
public final class ProgressCounter: Sendable {
    private let done = Locked(0)
    private let total: Int
    private let report: @Sendable (Double) -> Void

    /// Nothing is done yet.
    ///
    /// - Parameters:
    ///   - total: how many parts there are.
    ///   - report: is told the share that is done, from 0 to 1, from any thread.
    public init(total: Int, report: @escaping @Sendable (Double) -> Void) {
        self.total = total
        self.report = report
    }

    /// One more part is done.
    public func countOne() {
        done.withLock { done in
            done += 1
            report(Double(done) / Double(max(1, total)))
        }
    }
}
