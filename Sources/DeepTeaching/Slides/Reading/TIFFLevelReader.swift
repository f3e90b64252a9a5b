/// Reads one level of plain red, green, blue tiles through libtiff, for what OpenSlide gets wrong:
/// levels smaller than their own tiles, mirrored ones, unknown channels, tiles without bytes, and
/// levels that it does not know.
final class TIFFLevelReader: Sendable {
    private let directory: TIFFDirectory
    private let tiles: TIFFTiles
    private let path: String

    // A TIFF handle serves one thread at a time, so each reading thread borrows one.
    private let idle = Locked<[TIFFFile]>([])

    /// Nil if the directory has no tiles, or tiles of another kind.
    init?(path: String, directory: TIFFDirectory) {
        guard directory.pixels.isPlainRGB || directory.pixels.isSeparateRGB,
            let tiles = directory.tiles
        else { return nil }
        self.path = path
        self.directory = directory
        self.tiles = tiles
    }

    /// The pixels of a rectangle of the level; outside, and where tiles are missing, lies the
    /// background.
    ///
    /// Where the corner falls between pixels, each is the mean of its four neighbours, weighted by
    /// their nearness, as OpenSlide interpolates.
    func read(left: Double, top: Double, size: PixelSize, over background: RGB) throws -> Image {
        let (column, rightShare) = SubpixelShift.split(left)
        let (row, lowerShare) = SubpixelShift.split(top)
        let shift = SubpixelShift(rightShare: rightShare, lowerShare: lowerShare)
        if shift.isNone { return try read(left: column, top: row, size: size, over: background) }
        let larger = PixelSize(width: size.width + 1, height: size.height + 1)
        return shift.applied(
            to: try read(left: column, top: row, size: larger, over: background))
    }

    private func read(left: Int, top: Int, size: PixelSize, over background: RGB) throws -> Image {
        var image = Image(size: size, color: background)
        let region = PixelRectangle(x: left, y: top, width: size.width, height: size.height)
        if tiles.isBlank(in: region) { return image }
        let file = try borrow()
        let span = tiles.span(of: region)
        for row in span.rows {
            for column in span.columns {
                try paste(column: column, row: row, of: file, into: &image, left: left, top: top)
            }
        }
        idle.withLock { $0.append(file) }
        return image
    }

    /// Copies what a tile shows of a rectangle that begins at `left` and `top`.
    private func paste(
        column: Int, row: Int, of file: TIFFFile, into image: inout Image, left: Int, top: Int
    ) throws {
        let index = row * tiles.columns + column
        if tiles.isMissing[index] { return }
        let bytes = try colors(ofTile: index, of: file)
        let (x, y) = (column * tiles.size.width, row * tiles.size.height)
        // What a tile holds beyond the picture is padding.
        let visible = PixelSize(
            width: min(tiles.size.width, tiles.picture.width - x),
            height: min(tiles.size.height, tiles.picture.height - y))
        image.paste(
            bytes, size: visible, rowLength: tiles.size.width, left: x - left, top: y - top)
    }

    /// Red, green and blue of a tile, padding included.
    private func colors(ofTile index: Int, of file: TIFFFile) throws -> [UInt8] {
        let (channels, area) = (directory.pixels.samplesPerPixel, tiles.size.area)
        if directory.pixels.isSeparateRGB {
            // All tiles of red come first, then those of green, then those of blue.
            let rows = (tiles.picture.height - 1) / tiles.size.height + 1
            return interleaved(
                try (0..<3).map {
                    try file.readTile($0 * rows * tiles.columns + index, byteCount: area)
                })
        }
        let samples = try file.readTile(index, byteCount: channels * area)
        return channels == 3 ? samples : firstThree(of: channels, in: samples)
    }

    /// A handle on this level's directory. After an error it is not given back, but closed.
    private func borrow() throws -> TIFFFile {
        if let file = idle.withLock({ $0.popLast() }) { return file }
        guard let file = TIFFFile(path: path) else {
            throw ReadFailure(reason: "the file has changed since it was opened")
        }
        try file.select(directory)
        return file
    }
}

/// The pixels of three channels that lie one after the other.
private func interleaved(_ channels: [[UInt8]]) -> [UInt8] {
    let count = channels[0].count
    return [UInt8](unsafeUninitializedCapacity: 3 * count) { output, filled in
        for (channel, samples) in channels.enumerated() {
            for pixel in 0..<count { output[3 * pixel + channel] = samples[pixel] }
        }
        filled = 3 * count
    }
}

/// Red, green and blue of pixels that have more channels.
private func firstThree(of channels: Int, in samples: [UInt8]) -> [UInt8] {
    let count = samples.count / channels
    return [UInt8](unsafeUninitializedCapacity: 3 * count) { output, filled in
        for pixel in 0..<count {
            for channel in 0..<3 {
                output[3 * pixel + channel] = samples[channels * pixel + channel]
            }
        }
        filled = 3 * count
    }
}
