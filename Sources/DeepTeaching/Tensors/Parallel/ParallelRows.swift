/// Fills an array of rows on all cores: `fill(row, output)` writes one row and nothing else, so the
/// result does not depend on the number of threads.
func parallelRows<Element: Sendable & BitwiseCopyable>(
    _ rows: Int, elementsPerRow: Int,
    _ fill: @Sendable (Int, UnsafeMutableBufferPointer<Element>) -> Void
) -> [Element] {
    if rows == 0 || elementsPerRow == 0 { return [] }
    return [Element](unsafeUninitializedCapacity: rows * elementsPerRow) { buffer, count in
        let output = SharedBuffer(buffer)
        parallelBlocks(rows) { block in
            for row in block { fill(row, output[row * elementsPerRow, elementsPerRow]) }
        }
        count = rows * elementsPerRow
    }
}

/// Splits 0..<count into blocks of neighbours and runs `work` on each, on all cores.
func parallelBlocks(_ count: Int, atMost limit: Int = 16, _ work: @Sendable (Range<Int>) -> Void) {
    let blocks = min(limit, count)
    if blocks <= 1 {
        if count > 0 { work(0..<count) }
        return
    }
    parallel(blocks) { block in
        work(count * block / blocks..<count * (block + 1) / blocks)
    }
}

/// Memory that several threads write, each its own part.
struct SharedBuffer<Element>: @unchecked Sendable {
    let base: UnsafeMutableBufferPointer<Element>

    init(_ base: UnsafeMutableBufferPointer<Element>) { self.base = base }

    /// The part of `length` elements from `start` on.
    subscript(start: Int, length: Int) -> UnsafeMutableBufferPointer<Element> {
        UnsafeMutableBufferPointer(rebasing: base[start..<start + length])
    }
}
