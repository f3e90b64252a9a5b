/// The values of `make(0)` to `make(count - 1)`, made on all cores, in this order.
func inParallel<Value: Sendable>(
    _ count: Int, _ make: @Sendable (Int) -> Value
) -> [Value] {
    [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
        guard let start = buffer.baseAddress else { return }
        // Each part writes its own place, so no two threads touch the same.
        nonisolated(unsafe) let places = start
        parallel(count) { part in (places + part).initialize(to: make(part)) }
        initialized = count
    }
}
