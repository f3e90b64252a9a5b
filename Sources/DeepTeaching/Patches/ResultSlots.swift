import Foundation

/// A place for the result of each part of a parallel computation that may fail.
final class ResultSlots<Value: Sendable>: @unchecked Sendable {
    private var slots: [Result<Value, any Error>?]
    private let lock = NSLock()

    init(count: Int) { slots = Array(repeating: nil, count: count) }

    /// Keeps the result of one part.
    func set(_ index: Int, _ result: Result<Value, any Error>) {
        lock.withLock { slots[index] = result }
    }

    /// All results in order.
    ///
    /// - Throws: the error of the first part that failed, whichever failed first in time.
    func values() throws -> [Value] {
        try lock.withLock { try slots.compactMap { try $0?.get() } }
    }
}
