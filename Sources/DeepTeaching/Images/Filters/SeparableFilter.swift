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
    /// Each row is summed over its neighbours above and below first, then along itself.
    func callAsFunction(_ values: [Float], size: PixelSize, channels: Int) -> [Float] {
        let length = size.width * channels
        let outside = [Float](repeating: border.fill, count: length)
        let margin = row.count / 2
        return [Float](unsafeUninitializedCapacity: values.count) { buffer, count in
            let output = SharedBuffer(buffer)
            values.withUnsafeBufferPointer { values in
                outside.withUnsafeBufferPointer { outside in
                    let source = SharedRows(values: values, outside: outside, length: length)
                    parallelBlocks(size.height, atMost: 32) { block in
                        var line = [Float](repeating: 0, count: length + 2 * margin * channels)
                        for y in block {
                            line.withUnsafeMutableBufferPointer { line in
                                sumRows(
                                    around: y, of: source, height: size.height, line,
                                    margin * channels)
                                pad(line, width: size.width, channels: channels, margin: margin)
                                sumAlong(line, channels: channels, output[y * length, length])
                            }
                        }
                    }
                }
            }
            count = values.count
        }
    }

    /// Writes the weighted sum of the rows around row y behind the margin of a line.
    private func sumRows(
        around y: Int, of source: SharedRows, height: Int,
        _ line: UnsafeMutableBufferPointer<Float>, _ margin: Int
    ) {
        guard let start = line.baseAddress else { return }
        let middle = column.count / 2
        let rows = column.indices.map { offset in
            source.row(border.index(y + offset - middle, count: height))
        }
        weighted_rows(rows.count, rows, column, source.length, start + margin)
    }

    /// Fills the margins of a line with what lies beyond the border.
    private func pad(
        _ line: UnsafeMutableBufferPointer<Float>, width: Int, channels: Int, margin: Int
    ) {
        for x in Array(-margin..<0) + Array(width..<width + margin) {
            let source = border.index(x, count: width)
            for channel in 0..<channels {
                // The column's weights have summed the constant too.
                line[(x + margin) * channels + channel] =
                    source.map { line[($0 + margin) * channels + channel] } ?? outsideSum
            }
        }
    }

    /// What the column's weights make of the value beyond the border.
    private var outsideSum: Float { border.fill * column.reduce(0, +) }

    /// Writes the weighted sums along a line.
    private func sumAlong(
        _ line: UnsafeMutableBufferPointer<Float>, channels: Int,
        _ output: UnsafeMutableBufferPointer<Float>
    ) {
        guard let start = line.baseAddress, let target = output.baseAddress else { return }
        let moved = row.indices.map { Optional(UnsafePointer(start) + $0 * channels) }
        weighted_rows(moved.count, moved, row, output.count, target)
    }
}

/// The rows of a picture and the row beyond it, which several threads read.
private struct SharedRows: @unchecked Sendable {
    let values: UnsafeBufferPointer<Float>
    let outside: UnsafeBufferPointer<Float>
    let length: Int

    /// The start of a row; without a number that of the row beyond the picture.
    func row(_ number: Int?) -> UnsafePointer<Float>? {
        number.map { values.baseAddress! + $0 * length } ?? outside.baseAddress
    }
}
