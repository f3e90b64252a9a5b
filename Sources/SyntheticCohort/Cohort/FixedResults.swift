import Foundation

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
