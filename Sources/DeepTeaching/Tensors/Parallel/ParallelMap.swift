/// The values of `make(0)` to `make(count - 1)`, made on all cores, in this order.
///
/// After a failure no further part is begun; the error of the first failed part, by number, among
/// those that were tried is thrown. If `make` cannot throw, neither can this.
public func parallelMap<Value: Sendable, Failure: Error>(
    _ count: Int, _ make: @Sendable (Int) throws(Failure) -> Value
) throws(Failure) -> [Value] {
    require(count >= 0, "\(count) values cannot be made")
    let results = Locked(PartResults<Value, Failure>(count: count))
    parallel(count) { part in
        if results.withLock({ $0.hasFailed }) { return }
        let result = Result { () throws(Failure) in try make(part) }
        results.withLock { $0.set(part, result) }
    }
    return try results.withLock { $0 }.values()
}

/// A place for the result of each part of a computation.
private struct PartResults<Value, Failure: Error> {
    private var results: [Result<Value, Failure>?]
    private(set) var hasFailed = false

    init(count: Int) { results = Array(repeating: nil, count: count) }

    mutating func set(_ part: Int, _ result: Result<Value, Failure>) {
        results[part] = result
        if case .failure = result { hasFailed = true }
    }

    func values() throws(Failure) -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(results.count)
        for case .some(let result) in results { values.append(try result.get()) }
        return values
    }
}
