import Foundation

/// The values of `make(0)` to `make(count - 1)`, in this order, several made at a time.
///
/// Each has a thread of its own, whatever the number of cores: it is for work that waits for
/// programs. What only computes is faster with `parallelMap`.
///
/// - Parameters:
///   - count: how many values.
///   - limit: how many at a time.
///   - make: makes one; from any thread.
public func sideBySide<Value: Sendable>(
    _ count: Int, atMost limit: Int, _ make: @escaping @Sendable (Int) -> Value
) -> [Value] {
    let work = SharedWork<Value>(count: count)
    let group = DispatchGroup()
    for _ in 0..<min(limit, count) {
        group.enter()
        let thread = Thread {
            while let index = work.next() { work.set(index, make(index)) }
            group.leave()
        }
        thread.stackSize = 8 << 20  // as the main thread's: solutions may call themselves deeply
        thread.start()
    }
    group.wait()
    return work.values
}

/// Which values are still to be made, and those that are.
private final class SharedWork<Value: Sendable>: @unchecked Sendable {  // all is behind the lock
    private let lock = NSLock()
    private var results: [Value?]
    private var begun = 0

    init(count: Int) { results = Array(repeating: nil, count: count) }

    /// The next that nobody has begun; nil if there is none.
    func next() -> Int? {
        lock.withLock {
            guard begun < results.count else { return nil }
            begun += 1
            return begun - 1
        }
    }

    func set(_ index: Int, _ value: Value) { lock.withLock { results[index] = value } }

    var values: [Value] { lock.withLock { results.compactMap(\.self) } }
}
