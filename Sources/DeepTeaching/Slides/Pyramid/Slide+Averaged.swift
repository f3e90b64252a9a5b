extension Slide {
    /// A whole level, each pixel the mean of a square of `factor` x `factor` pixels.
    ///
    /// Squares that reach over the right or lower border are filled up with the white that lies
    /// there. A large level is read in blocks on all cores, each shrunk before the next ones are
    /// read, so a file without a coarse level needs little memory.
    ///
    /// - Parameters:
    ///   - index: the level.
    ///   - factor: the side of a square.
    ///   - tile: the tiles that are decoded at once: blocks hold whole ones where they can.
    ///   - blank: the colour of a rectangle of the level that is known without reading it.
    ///   - progress: is told the share that is done.
    /// - Throws: `SlideError` if the slide cannot be read, or the result would be too large.
    func averaged(
        level index: Int, by factor: Int, tile: PixelSize = PixelSize(side: 256),
        blank: @Sendable (PixelRectangle) -> RGB? = { _ in nil },
        progress: (Double) -> Void = { _ in }
    ) throws -> SlideRaster<Image> {
        let level = levels[index]
        let size = level.size.shrunk(by: factor)
        guard size.width <= SlideRegion.maximumArea / size.height else {
            throw SlideError.regionTooLarge(size, maximumArea: SlideRegion.maximumArea)
        }
        @Sendable func picture(of block: PixelRectangle) throws -> Image {
            let source = PixelRectangle(
                x: block.x * factor, y: block.y * factor, width: block.width * factor,
                height: block.height * factor)
            if let color = blank(source) { return Image(size: block.size, color: color) }
            return try read(
                origin: level.frame.region(of: source).origin, size: source.size, level: index
            ).resized(to: block.size)
        }
        let blocks = LevelBlocks(of: size, factor: factor, tile: tile)
        var image = Image(size: size)
        for row in 0..<blocks.rowCount {
            let whole = blocks.row(row)
            let scaled = PixelRectangle(
                x: 0, y: whole.y * factor, width: whole.width * factor,
                height: whole.height * factor)
            if let color = blank(scaled) {
                image.paste(Image(size: whole.size, color: color), x: 0, y: whole.y)
            } else {
                for part in blocks.parts(ofRow: row) {
                    let pictures = try parallelMap(part.count) { try picture(of: part[$0]) }
                    for (block, picture) in zip(part, pictures) {
                        image.paste(picture, x: block.x, y: block.y)
                    }
                }
            }
            progress(Double(row + 1) / Double(blocks.rowCount))
        }
        return SlideRaster(image, downsample: level.downsample * Double(factor))
    }
}

/// How a level is cut into blocks, in the pixels of the picture that is made of it.
private struct LevelBlocks {
    private let size: PixelSize
    private let block: PixelSize

    /// How many blocks may be in memory together: half a gigabyte at most.
    private let atOnce: Int

    init(of size: PixelSize, factor: Int, tile: PixelSize) {
        self.size = size
        // What can be read at once is.
        let isSmall = size.width * factor <= condensedArea / (size.height * factor)
        block =
            isSmall
            ? size
            : PixelSize(
                width: LevelBlocks.side(factor: factor, tile: tile.width),
                height: LevelBlocks.side(factor: factor, tile: tile.height))
        atOnce = max(1, min(16, condensedArea / (block.area * factor * factor)))
    }

    var rowCount: Int { (size.height - 1) / block.height + 1 }

    /// All blocks of a row as one rectangle.
    func row(_ index: Int) -> PixelRectangle {
        let y = index * block.height
        return PixelRectangle(
            x: 0, y: y, width: size.width, height: min(block.height, size.height - y))
    }

    /// The blocks of a row, in groups that fit into memory.
    func parts(ofRow index: Int) -> [[PixelRectangle]] {
        let row = row(index)
        let blocks = stride(from: 0, to: size.width, by: block.width).map {
            PixelRectangle(
                x: $0, y: row.y, width: min(block.width, size.width - $0), height: row.height)
        }
        return stride(from: 0, to: blocks.count, by: atOnce).map {
            Array(blocks[$0..<min($0 + atOnce, blocks.count)])
        }
    }

    /// The side of a block: about 1024 pixels of the level, and whole tiles if they allow it, so
    /// that none is decoded twice.
    private static func side(factor: Int, tile: Int) -> Int {
        let common = factor / greatestCommonDivisor(factor, tile) * tile
        let step = common <= 8192 ? common : factor
        return step * max(1, 1024 / step) / factor
    }
}

private func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    b == 0 ? a : greatestCommonDivisor(b, a % b)
}
