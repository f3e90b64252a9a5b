import Dispatch

/// Runs `work(0)` to `work(count - 1)`, on all cores, and returns when all are done.
///
/// What each part computes must not depend on the order: parts are fixed by `count`, never by the
/// number of threads, so that one thread and many give the same bytes.
public func parallel(_ count: Int, _ work: @Sendable (Int) -> Void) {
    DispatchQueue.concurrentPerform(iterations: count, execute: work)
}
