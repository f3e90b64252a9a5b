/// One pass over a picture: paints its tiles and writes all levels at once.
///
/// The tiles of all levels form a tree in which each has four children on the finer level. It is
/// walked depth first, so a tile is kept only until its parent has taken its quarter.
struct PyramidPass {
    let writer: PyramidWriter
    let files: [TiledFile]
    let report: (Double) -> Void
    let image: (BaselinePoint, PixelSize) throws -> Image
    private var writtenTiles = 0

    init(
        writer: PyramidWriter, files: [TiledFile], report: @escaping (Double) -> Void,
        image: @escaping (BaselinePoint, PixelSize) throws -> Image
    ) {
        self.writer = writer
        self.files = files
        self.report = report
        self.image = image
    }

    /// Paints and writes everything.
    mutating func run() throws {
        let top = files.count - 1
        // How many level-0 pixels a tile of the coarsest level spans.
        let span = writer.tileSide << top
        for y in 0..<(writer.size.height + span - 1) / span {
            for x in 0..<(writer.size.width + span - 1) / span {
                _ = try tile(level: top, x: x, y: y)
            }
        }
    }

    /// Writes the tile in column `x` and row `y` of a level and all below it.
    ///
    /// - Returns: its pixels, or nil where the level has none: halving rounds down, so the last
    ///   column of a finer level may have no parent.
    private mutating func tile(level: Int, x: Int, y: Int) throws -> Image? {
        let side = writer.tileSide
        let levelSize = files[level].size
        let size = PixelSize(
            width: min(side, levelSize.width - x * side),
            height: min(side, levelSize.height - y * side))
        let isEmpty = size.width <= 0 || size.height <= 0
        guard level > 0 else {
            if isEmpty { return nil }
            let painted = try paint(x: x * side, y: y * side, size: size)
            try files[0].write(painted, x: x, y: y)
            return painted
        }
        var tile = Image(size: isEmpty ? PixelSize(side: 0) : size)
        for child in 0..<4 {
            let column = child % 2
            let row = child / 2
            let finer = try self.tile(level: level - 1, x: 2 * x + column, y: 2 * y + row)
            guard !isEmpty, let finer else { continue }
            tile.placeHalf(of: finer, x: column * side / 2, y: row * side / 2)
        }
        if isEmpty { return nil }
        try files[level].write(tile, x: x, y: y)
        return tile
    }

    private mutating func paint(x: Int, y: Int, size: PixelSize) throws -> Image {
        let painted = try image(BaselinePoint(x: Double(x), y: Double(y)), size)
        guard painted.size == size else {
            throw PyramidWriterError.wrongSize(expected: size, got: painted.size)
        }
        writtenTiles += 1
        let side = writer.tileSide
        let columns = (writer.size.width + side - 1) / side
        let rows = (writer.size.height + side - 1) / side
        report(Double(writtenTiles) / Double(columns * rows))
        return painted
    }
}

extension Image {
    /// Puts `finer`, at half its size, at column `x` and row `y`: each pixel is the rounded mean of
    /// 2 x 2. What has no room is left out.
    mutating func placeHalf(of finer: Image, x: Int, y: Int) {
        let columns = min(finer.size.width / 2, size.width - x)
        let rows = min(finer.size.height / 2, size.height - y)
        guard columns > 0, rows > 0 else { return }
        let width = size.width
        pixels.withUnsafeMutableBufferPointer { output in
            finer.pixels.withUnsafeBufferPointer { input in
                for row in 0..<rows {
                    let upper = 6 * row * finer.size.width
                    let lower = upper + 3 * finer.size.width
                    let start = 3 * ((y + row) * width + x)
                    for column in 0..<columns {
                        for channel in 0..<3 {
                            let left = 6 &* column &+ channel
                            let sum =
                                Int(input[upper &+ left]) &+ Int(input[upper &+ left &+ 3])
                                &+ Int(input[lower &+ left]) &+ Int(input[lower &+ left &+ 3])
                            output[start &+ 3 &* column &+ channel] =
                                UInt8(truncatingIfNeeded: (sum &+ 2) &>> 2)
                        }
                    }
                }
            }
        }
    }
}
