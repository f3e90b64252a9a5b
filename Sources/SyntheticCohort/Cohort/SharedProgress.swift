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

/// Collects one result from each of several parts that run at the same time.
final class FixedResults<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var values: [Value?]

    init(count: Int) { values = [Value?](repeating: nil, count: count) }

    /// Part `part` came to a result.
    func set(_ part: Int, _ value: Value) {
        lock.lock()
        defer { lock.unlock() }
        values[part] = value
    }

    /// The results in the order of the parts.
    var all: [Value] { values.compactMap { $0 } }
}
