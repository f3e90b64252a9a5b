extension Image {
    /// Copies a picture onto this one; what lies beyond the border is cut off.
    ///
    /// - Parameters:
    ///   - image: the picture to copy.
    ///   - x: the column of this picture where its left edge comes to lie; may be negative.
    ///   - y: the row of this picture where its upper edge comes to lie; may be negative.
    public mutating func paste(_ image: Image, x: Int, y: Int) {
        paste(image.pixels, size: image.size, left: x, top: y)
    }

    /// Copies a picture of interleaved bytes into this one, its top left corner at column `left`
    /// and row `top`; what would lie outside is left out.
    ///
    /// - Parameter rowLength: how many pixels lie from one row to the next, if more than the width.
    mutating func paste(
        _ bytes: [UInt8], size source: PixelSize, rowLength: Int? = nil, left: Int, top: Int
    ) {
        let rowLength = rowLength ?? source.width
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
                    let from = 3 * ((row - top) * rowLength + firstColumn - left)
                    let to = 3 * (row * width + firstColumn)
                    UnsafeMutableRawBufferPointer(rebasing: target[to..<to + count])
                        .copyMemory(
                            from: UnsafeRawBufferPointer(rebasing: bytes[from..<from + count]))
                }
            }
        }
    }
}
