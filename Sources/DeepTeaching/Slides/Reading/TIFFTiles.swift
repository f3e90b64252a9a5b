import CTIFFShim

/// How the picture of a TIFF directory is cut into tiles, and which of them have bytes.
struct TIFFTiles: Sendable {
    /// Width and height of the picture.
    let picture: PixelSize

    /// Width and height of a tile.
    let size: PixelSize

    /// Whether each tile of this number, row by row, has no bytes in the file.
    let isMissing: [Bool]

    /// How many tiles have no bytes.
    let missingCount: Int

    /// The number of tiles side by side.
    var columns: Int { (picture.width - 1) / size.width + 1 }

    /// The tiles of the current directory of an open file, or nil if their numbers make no sense.
    init?(current file: OpaquePointer, picture: PixelSize, tileSize: PixelSize) {
        guard tileSize.width > 0, tileSize.height > 0 else { return nil }
        let count = ((picture.width - 1) / tileSize.width + 1)
            .multipliedReportingOverflow(by: (picture.height - 1) / tileSize.height + 1)
        // libtiff counts one tile a channel where channels lie apart.
        guard !count.overflow, count.partialValue <= Int(TIFFNumberOfTiles(file)) else {
            return nil
        }
        self.picture = picture
        size = tileSize
        var missing = 0
        isMissing = (0..<UInt32(count.partialValue)).map {
            let isMissing =
                TIFFGetStrileByteCount(file, $0) == 0 || TIFFGetStrileOffset(file, $0) == 0
            if isMissing { missing += 1 }
            return isMissing
        }
        missingCount = missing
    }

    /// The rows and columns of tiles that hold pixels of a rectangle of the picture; empty if it
    /// lies beside it.
    func span(of region: PixelRectangle) -> (rows: Range<Int>, columns: Range<Int>) {
        let right = min(picture.width, region.x + region.width)
        let bottom = min(picture.height, region.y + region.height)
        let left = max(0, region.x)
        let top = max(0, region.y)
        guard left < right, top < bottom else { return (0..<0, 0..<0) }
        return (
            top / size.height..<(bottom - 1) / size.height + 1,
            left / size.width..<(right - 1) / size.width + 1
        )
    }

    /// The tiles without bytes that hold pixels of a rectangle of the picture.
    func missing(in region: PixelRectangle) -> [Int] {
        if missingCount == 0 { return [] }
        let span = span(of: region)
        return span.rows.flatMap { row in
            span.columns.lazy.map { row * columns + $0 }.filter { isMissing[$0] }
        }
    }

    /// Whether a rectangle of the picture needs no tile with bytes.
    func isBlank(in region: PixelRectangle) -> Bool {
        if missingCount == 0 { return false }
        let span = span(of: region)
        return span.rows.allSatisfy { row in
            span.columns.allSatisfy { isMissing[row * columns + $0] }
        }
    }

    /// Whether a rectangle of the picture needs a tile without bytes.
    func meetsMissing(in region: PixelRectangle) -> Bool {
        if missingCount == 0 { return false }
        let span = span(of: region)
        return span.rows.contains { row in
            span.columns.contains { isMissing[row * columns + $0] }
        }
    }
}
