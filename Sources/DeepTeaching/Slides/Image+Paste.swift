extension Image {
    /// Copies a picture of interleaved bytes into this one, its top left corner at column `left`
    /// and row `top`; what would lie outside is left out.
    mutating func paste(_ bytes: [UInt8], size source: PixelSize, left: Int, top: Int) {
        let firstColumn = max(0, left)
        let lastColumn = min(size.width, left + source.width)
        let firstRow = max(0, top)
        let lastRow = min(size.height, top + source.height)
        guard firstColumn < lastColumn, firstRow < lastRow else { return }
        let width = size.width
        let count = 3 * (lastColumn - firstColumn)
        pixels.withUnsafeMutableBytes { target in
            bytes.withUnsafeBytes { bytes in
                for row in firstRow..<lastRow {
                    let from = 3 * ((row - top) * source.width + firstColumn - left)
                    let to = 3 * (row * width + firstColumn)
                    UnsafeMutableRawBufferPointer(rebasing: target[to..<to + count])
                        .copyMemory(
                            from: UnsafeRawBufferPointer(rebasing: bytes[from..<from + count]))
                }
            }
        }
    }
}
