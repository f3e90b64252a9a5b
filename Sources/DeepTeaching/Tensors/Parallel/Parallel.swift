import CKernels

/// Runs `work(0)` to `work(count - 1)`, on all cores, and returns when all are done.
///
/// What each part computes must not depend on the order: parts are fixed by `count`, never by the
/// number of threads, so that one thread and many give the same bytes. Work may call `parallel`
/// itself; the inner parts then run one after the other. The environment variable
/// `DEEPTEACHING_THREADS` sets the number of threads.
public func parallel(_ count: Int, _ work: @Sendable (Int) -> Void) {
    require(count >= 0, "\(count) parts of a work cannot be run")
    withoutActuallyEscaping(work) { work in
        withUnsafePointer(to: work) { pointer in
            parallel_run(
                count,
                { context, part in
                    context!.assumingMemoryBound(to: (@Sendable (Int) -> Void).self).pointee(part)
                }, UnsafeMutableRawPointer(mutating: pointer))
        }
    }
}

/// Runs `body` with at most `count` threads in each of its calls of `parallel`.
func withThreads<Result>(_ count: Int, _ body: () throws -> Result) rethrows -> Result {
    let before = parallel_limit(count)
    defer { _ = parallel_limit(before) }
    return try body()
}
