import Foundation

/// The values of `make(0)` to `make(count - 1)`, made on all cores, in this order.
///
/// After a failure no further part is begun; the error of the first failed part, by number, among
/// those that were tried is thrown.
public func parallelMap<Value: Sendable>(
    _ count: Int, _ make: @Sendable (Int) throws -> Value
) throws -> [Value] {
    let results = PartResults<Value>(count: count)
    parallel(count) { part in
        if !results.hasFailed { results.set(part, Result { try make(part) }) }
    }
    return try results.values()
}

/// A place for the result of each part of a computation.
private final class PartResults<Value: Sendable>: @unchecked Sendable {
    private var results: [Result<Value, any Error>?]
    private var failed = false
    private let lock = NSLock()

    init(count: Int) { results = Array(repeating: nil, count: count) }

    var hasFailed: Bool { lock.withLock { failed } }

    func set(_ part: Int, _ result: Result<Value, any Error>) {
        lock.withLock {
            results[part] = result
            if case .failure = result { failed = true }
        }
    }

    func values() throws -> [Value] {
        try lock.withLock { try results.compactMap { try $0?.get() } }
    }
}
