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
        others = filledArrays(count, of: size, buffers + [SharedBuffer(buffer)], fill)
        filled = values
    }
    return [own] + others
}
