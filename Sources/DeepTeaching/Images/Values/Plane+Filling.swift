#if canImport(Glibc)
    import Glibc
#endif

/// Planes of one size that are filled together, row by row, on all cores.
///
/// - Parameter fill: writes all of one row of each plane, and nothing else; it is not called for
/// rows without
///   pixels.
func filledPlanes(
    _ count: Int, of size: PixelSize,
    _ fill: @Sendable (_ row: Int, _ rows: [UnsafeMutableBufferPointer<Float>]) -> Void
) -> [Plane] {
    filledArrays(count, of: size, [], fill).map { Plane(size: size, values: $0) }
}

/// The memory of several arrays is there at once, each within the call that makes the one before.
private func filledArrays(
    _ count: Int, of size: PixelSize, _ buffers: [SharedBuffer<Float>],
    _ fill: @Sendable (_ row: Int, _ rows: [UnsafeMutableBufferPointer<Float>]) -> Void
) -> [[Float]] {
    if buffers.count == count {
        let width = size.width
        parallelBlocks(width == 0 ? 0 : size.height) { block in
            for row in block { fill(row, buffers.map { $0[row * width, width] }) }
        }
        return []
    }
    let values = size.valueCount()
    var others: [[Float]] = []
    let own = [Float](unsafeUninitializedCapacity: values) { buffer, filled in
        askForLargePages(UnsafeMutableRawBufferPointer(buffer))
        others = filledArrays(count, of: size, buffers + [SharedBuffer(buffer)], fill)
        filled = values
    }
    return [own] + others
}

/// Asks the system for pages of two megabytes under memory that has not been touched yet. Else it brings in each
/// four kilobytes on their own, which takes longer than a conversion of colours.
private func askForLargePages(_ memory: UnsafeMutableRawBufferPointer) {
    #if canImport(Glibc)
        let page = 1 << 21
        guard let base = memory.baseAddress else { return }
        let start = (Int(bitPattern: base) + page - 1) / page * page
        let end = (Int(bitPattern: base) + memory.count) / page * page
        guard start < end, let first = UnsafeMutableRawPointer(bitPattern: start) else { return }
        // Whether it does is its own affair: nothing depends on it but the time.
        _ = madvise(first, end - start, MADV_HUGEPAGE)
    #endif
}
