import CKernels

/// The memory of a tensor: 64-byte aligned, not initialised, and recycled.
///
/// A training step frees and asks for the same few sizes again and again. Memory given back to the
/// system would be mapped and faulted in anew at each step, which costs more than the arithmetic of
/// a small convolution; so a released buffer waits in a list for the next request of its size.
///
/// Several threads may fill one storage at once, each a part of its own. After that a storage is
/// written to only by a tensor that is its only owner, hence `@unchecked Sendable`.
final class TensorStorage<Element: BitwiseCopyable>: @unchecked Sendable {
    fileprivate let base: UnsafeMutablePointer<Element>
    private let byteCount: Int

    /// The number of elements.
    let count: Int

    init(count: Int) {
        self.count = count
        let (bytes, isTooLarge) = count.multipliedReportingOverflow(
            by: MemoryLayout<Element>.stride)
        byteCount = bytes
        guard !isTooLarge, let memory = buffer_acquire(bytes) else {
            fatalError("there is no memory for a tensor of \(count) elements")
        }
        base = memory.bindMemory(to: Element.self, capacity: count)
    }

    deinit { buffer_release(base, byteCount) }

    /// A second storage with the same elements.
    func copy() -> TensorStorage {
        let result = TensorStorage(count: count)
        result.base.update(from: base, count: count)
        return result
    }
}

/// Lends out the pointers of some storages, and keeps these alive until `body` has returned.
///
/// This is the only place from which a pointer comes. Swift may release an object after its last
/// visible use, which is before a C function that got its raw pointer has returned: a pointer that
/// outlives this call is a pointer into memory that may belong to another tensor.
func withPointers<each Element: BitwiseCopyable, Result>(
    _ storages: repeat TensorStorage<each Element>,
    body: (repeat UnsafeMutablePointer<each Element>) throws -> Result
) rethrows -> Result {
    defer { repeat withExtendedLifetime(each storages) {} }
    return try body(repeat (each storages).base)
}

/// The pointer of one storage, or none where there is none.
func withPointer<Element: BitwiseCopyable, Result>(
    ofOptional storage: TensorStorage<Element>?,
    body: (UnsafeMutablePointer<Element>?) throws -> Result
) rethrows -> Result {
    defer { withExtendedLifetime(storage) {} }
    return try body(storage?.base)
}
