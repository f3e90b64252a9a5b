extension BitRows {
    /// All pixels that the element reaches from a set pixel; what lies outside is not set.
    ///
    /// First each row is widened by every half-width that the element has, then each output row
    /// is the union of the widened rows above and below it.
    func dilated(by element: StructuringElement) -> BitRows {
        let halfWidths = Array(Set(element.halfWidths)).sorted()
        let slots = element.halfWidths.map { halfWidth in
            halfWidths.firstIndex(of: halfWidth) ?? 0
        }
        let (height, wordsPerRow) = (size.height, wordsPerRow)
        let stride = halfWidths.count * wordsPerRow
        let widened: [UInt64] = parallelRows(height, elementsPerRow: stride) { row, output in
            widen(row: row, by: halfWidths, into: output)
        }
        let words: [UInt64] = parallelRows(height, elementsPerRow: wordsPerRow) { row, output in
            widened.withUnsafeBufferPointer { widened in
                output.initialize(repeating: 0)
                let reach = slots.count - 1
                for source in max(0, row - reach)...min(height - 1, row + reach) {
                    let start = source &* stride &+ slots[abs(source - row)] &* wordsPerRow
                    for word in 0..<wordsPerRow { output[word] |= widened[start &+ word] }
                }
            }
        }
        return BitRows(size: size, words: words)
    }

    /// Writes the row widened by each half-width, one after the other, in rising order.
    private func widen(
        row: Int, by halfWidths: [Int], into output: UnsafeMutableBufferPointer<UInt64>
    ) {
        let count = wordsPerRow
        let tail: UInt64 = ~0 >> UInt64(64 * count - size.width)
        words.withUnsafeBufferPointer { words in
            let source = UnsafeBufferPointer(rebasing: words[row * count..<(row + 1) * count])
            var reached = 0
            for (slot, halfWidth) in halfWidths.enumerated() {
                let start = slot * count
                for word in 0..<count {
                    output[start + word] = slot == 0 ? source[word] : output[start - count + word]
                }
                while reached < min(halfWidth, size.width) {
                    reached += 1
                    addShifted(source, by: reached, to: output, from: start)
                }
                output[start + count - 1] &= tail
            }
        }
    }
}

/// Adds a row, moved to the left and to the right by `shift` pixels, to the words from `start` on.
private func addShifted(
    _ source: UnsafeBufferPointer<UInt64>, by shift: Int,
    to output: UnsafeMutableBufferPointer<UInt64>, from start: Int
) {
    let (skip, bits) = (shift / 64, UInt64(shift % 64))
    let count = source.count
    for word in 0..<max(0, count &- skip) {
        // Swift's >> by 64 gives 0, so a shift of whole words needs no case of its own.
        var right = source[word] << bits
        if word > 0 { right |= source[word &- 1] >> (64 &- bits) }
        output[start &+ word &+ skip] |= right
        var left = source[word &+ skip] >> bits
        if word &+ skip &+ 1 < count { left |= source[word &+ skip &+ 1] << (64 &- bits) }
        output[start &+ word] |= left
    }
}
