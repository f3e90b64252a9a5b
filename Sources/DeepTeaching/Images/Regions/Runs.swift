/// A mask as runs of foreground pixels in a row, in raster order.
struct Runs {
    /// Pixels `start` up to but not including `end` of one row.
    struct Run {
        let start: Int32
        let end: Int32
    }

    let size: PixelSize
    private(set) var runs: [Run] = []

    /// The runs of row y are `rowStarts[y]..<rowStarts[y + 1]`.
    private(set) var rowStarts: [Int] = [0]

    init(_ mask: Mask) {
        size = mask.size
        rowStarts.reserveCapacity(size.height + 1)
        let bits = BitRows(mask)
        bits.words.withUnsafeBufferPointer { words in
            for row in 0..<size.height {
                let start = row * bits.wordsPerRow
                appendRow(UnsafeBufferPointer(rebasing: words[start..<start + bits.wordsPerRow]))
                rowStarts.append(runs.count)
            }
        }
    }

    private mutating func appendRow(_ words: UnsafeBufferPointer<UInt64>) {
        var open: Int32 = -1
        for (index, word) in words.enumerated() {
            let base = Int32(64 * index)
            if open < 0 && word == 0 { continue }
            // A bit is set where the value differs from that of the pixel to its left.
            var changes = word ^ (word << 1 | (open >= 0 ? 1 : 0))
            while changes != 0 {
                let position = base + Int32(changes.trailingZeroBitCount)
                changes &= changes - 1
                if open < 0 {
                    open = position
                } else {
                    runs.append(Run(start: open, end: position))
                    open = -1
                }
            }
        }
        if open >= 0 { runs.append(Run(start: open, end: Int32(size.width))) }
    }
}
