extension BitRows {
    /// All pixels x with x - b set for an offset b of the element; what lies outside is not set.
    ///
    /// First each row is seen through every window of the element, then each row of the answer is
    /// the union of such rows above and below it.
    func dilated(by element: StructuringElement) -> BitRows {
        let plan = RowWindows(element, size: size)
        let (height, count) = (size.height, wordsPerRow)
        let stride = plan.windows.count * count
        let seen = seen(through: plan)
        let words: [UInt64] = parallelRows(height, elementsPerRow: count) { row, output in
            output.initialize(repeating: 0)
            seen.withUnsafeBufferPointer { seen in
                for (dy, window) in plan.spans where 0..<height ~= row - dy {
                    let start = (row &- dy) &* stride &+ window &* count
                    for word in 0..<count { output[word] |= seen[start &+ word] }
                }
            }
        }
        return BitRows(size: size, words: words)
    }

    /// Each row through each window, in the windows' order.
    private func seen(through plan: RowWindows) -> [UInt64] {
        let (height, count, windows) = (size.height, wordsPerRow, plan.windows.count)
        if windows == 0 { return [] }
        let length = count + (plan.margin + 63) / 64
        return [UInt64](unsafeUninitializedCapacity: height * windows * count) { buffer, written in
            let output = SharedBuffer(buffer)
            parallelBlocks(height) { rows in
                var window = BitWindow(length: length)
                words.withUnsafeBufferPointer { words in
                    for row in rows {
                        window.write(
                            UnsafeBufferPointer(rebasing: words[row * count..<(row + 1) * count]),
                            through: plan.windows, width: size.width,
                            to: output[row * windows * count, windows * count])
                    }
                }
            }
            written = height * windows * count
        }
    }
}

/// One row seen through windows of rising length.
private struct BitWindow {
    /// Bit x tells whether any of the `power` pixels up to x is set.
    private var doubled: [UInt64]

    /// The same for the window's own length.
    private var window: [UInt64]

    init(length: Int) {
        doubled = [UInt64](repeating: 0, count: length)
        window = doubled
    }

    mutating func write(
        _ row: UnsafeBufferPointer<UInt64>, through windows: [RowWindows.Window], width: Int,
        to output: UnsafeMutableBufferPointer<UInt64>
    ) {
        let count = row.count
        let tail: UInt64 = ~0 >> UInt64(64 * count - width)
        doubled.withUnsafeMutableBufferPointer { doubled in
            window.withUnsafeMutableBufferPointer { window in
                for word in 0..<doubled.count { doubled[word] = word < count ? row[word] : 0 }
                var power = 1
                for (number, wanted) in windows.enumerated() {
                    while power < wanted.power {
                        copy(doubled, to: window)
                        addShifted(UnsafeBufferPointer(window), by: power, to: doubled)
                        power *= 2
                    }
                    copy(doubled, to: window)
                    addShifted(
                        UnsafeBufferPointer(doubled), by: wanted.length - power, to: window)
                    let part = UnsafeMutableBufferPointer(
                        rebasing: output[number * count..<(number + 1) * count])
                    move(UnsafeBufferPointer(window), by: wanted.first, to: part)
                    part[count - 1] &= tail
                }
            }
        }
    }
}

private func copy(
    _ source: UnsafeMutableBufferPointer<UInt64>, to output: UnsafeMutableBufferPointer<UInt64>
) {
    for word in 0..<output.count { output[word] = source[word] }
}

/// Adds the bits of a row, moved to the right by `shift` pixels.
private func addShifted(
    _ source: UnsafeBufferPointer<UInt64>, by shift: Int,
    to output: UnsafeMutableBufferPointer<UInt64>
) {
    if shift == 0 { return }
    let (skip, bits) = (shift / 64, UInt64(shift % 64))
    if skip >= output.count { return }
    output[skip] |= source[0] << bits
    // Swift's >> by 64 gives 0, so a shift of whole words needs no case of its own.
    for word in (skip &+ 1)..<max(skip &+ 1, output.count) {
        output[word] |= source[word &- skip] << bits | source[word &- skip &- 1] >> (64 &- bits)
    }
}

/// Writes a row moved to the right by `shift` pixels, or to the left if that is negative.
private func move(
    _ source: UnsafeBufferPointer<UInt64>, by shift: Int,
    to output: UnsafeMutableBufferPointer<UInt64>
) {
    if shift >= 0 {
        output.initialize(repeating: 0)
        if shift == 0 {
            for word in 0..<output.count { output[word] = source[word] }
        } else {
            addShifted(source, by: shift, to: output)
        }
        return
    }
    let (skip, bits) = (-shift / 64, UInt64(-shift % 64))
    for word in 0..<output.count {
        let from = word &+ skip
        var value = from < source.count ? source[from] >> bits : 0
        if from &+ 1 < source.count { value |= source[from &+ 1] << (64 &- bits) }
        output[word] = value
    }
}
