import CKernels

/// A filter whose weights are the product of a column and a row, so that a window of n x n costs 2 n
/// instead of n^2:
///
///     out[y, x] = sum over j, i of column[j] row[i] in[y + j - n, x + i - m]
///
/// where n and m are the middles of the column and the row.
struct SeparableFilter: Sendable {
    /// The weights along y, of an odd number.
    let column: [Float]

    /// The weights along x, of an odd number.
    let row: [Float]

    /// What lies beyond the border.
    let border: BorderPolicy

    /// Filters each channel of a picture `[height, width, channel]`.
    ///
    /// Each row is summed over its neighbours above and below first, then along itself: strip by strip,
    /// so narrow that the rows of a window stay in the fastest cache.
    func callAsFunction(_ values: [Float], size: PixelSize, channels: Int) -> [Float] {
        let length = size.width * channels
        let outside = [Float](repeating: border.fill, count: length)
        let strips = strips(of: size.width, channels: channels)
        return [Float](unsafeUninitializedCapacity: values.count) { buffer, count in
            let output = SharedBuffer(buffer)
            values.withUnsafeBufferPointer { values in
                outside.withUnsafeBufferPointer { outside in
                    let source = SharedRows(
                        values: values, outside: outside, size: size, channels: channels)
                    parallelBlocks(size.height, atMost: 32) { block in
                        var line = [Float](repeating: 0, count: length + 2 * margin * channels)
                        line.withUnsafeMutableBufferPointer { line in
                            for strip in strips {
                                filter(block, strip, of: source, line, into: output)
                            }
                        }
                    }
                }
            }
            count = values.count
        }
    }

    /// How far the row of weights reaches to each side.
    private var margin: Int { row.count / 2 }

    /// Columns that are filtered together; all of them where one border shows the other.
    private func strips(of width: Int, channels: Int) -> [Range<Int>] {
        let inCache = 6144 / (column.count * channels)
        let wide = max(inCache, 4 * margin, 64)
        if border == .wrap || width <= wide { return [0..<width] }
        return stride(from: 0, to: width, by: wide).map { $0..<min($0 + wide, width) }
    }

    /// Filters some rows of a strip. In the line, pixel x stands behind the margin, as in the picture.
    private func filter(
        _ rows: Range<Int>, _ strip: Range<Int>, of source: SharedRows,
        _ line: UnsafeMutableBufferPointer<Float>, into output: SharedBuffer<Float>
    ) {
        guard let start = line.baseAddress else { return }
        let (width, channels) = (source.size.width, source.channels)
        // The strip and what its windows see of the neighbours, as far as the picture goes; where it
        // ends, also what is mirrored into the margin.
        let seen =
            max(
                0, min(strip.lowerBound, width - margin - 1) - margin)..<min(
                width, max(strip.upperBound, margin + 1) + margin)
        let middle = column.count / 2
        for y in rows {
            let above = column.indices.map { offset in
                source.row(border.index(y + offset - middle, count: source.size.height))
                    .map { $0 + seen.lowerBound * channels }
            }
            weighted_rows(
                above.count, above, column, seen.count * channels,
                start + (margin + seen.lowerBound) * channels)
            if strip.lowerBound < margin { pad(line, -margin..<0, width, channels) }
            if strip.upperBound > width - margin {
                pad(line, width..<width + margin, width, channels)
            }
            let moved = row.indices.map {
                Optional(UnsafePointer(start) + ($0 + strip.lowerBound) * channels)
            }
            let target = output[(y * width + strip.lowerBound) * channels, strip.count * channels]
            weighted_rows(moved.count, moved, row, target.count, target.baseAddress)
        }
    }

    /// Fills places beyond the border of a line with what lies there.
    private func pad(
        _ line: UnsafeMutableBufferPointer<Float>, _ places: Range<Int>, _ width: Int,
        _ channels: Int
    ) {
        for x in places {
            let source = border.index(x, count: width)
            for channel in 0..<channels {
                line[(x + margin) * channels + channel] =
                    source.map { line[($0 + margin) * channels + channel] } ?? outsideSum
            }
        }
    }

    /// What the column's weights make of the value beyond the border.
    private var outsideSum: Float { border.fill * column.reduce(0, +) }
}

/// The rows of a picture and the row beyond it, which several threads read.
private struct SharedRows: @unchecked Sendable {
    let values: UnsafeBufferPointer<Float>
    let outside: UnsafeBufferPointer<Float>
    let size: PixelSize
    let channels: Int

    /// The start of a row; without a number that of the row beyond the picture.
    func row(_ number: Int?) -> UnsafePointer<Float>? {
        number.map { values.baseAddress! + $0 * size.width * channels } ?? outside.baseAddress
    }
}
