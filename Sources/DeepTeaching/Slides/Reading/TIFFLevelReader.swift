/// Reads one level of plain red, green, blue tiles through libtiff, for what OpenSlide gets wrong:
/// levels smaller than their own tiles, and tiles without bytes.
final class TIFFLevelReader: Sendable {
    let directory: TIFFDirectory

    private let path: String

    // A TIFF handle serves one thread at a time, so each reading thread borrows one.
    private let idle = Locked<[TIFFFile]>([])

    init(path: String, directory: TIFFDirectory) {
        self.path = path
        self.directory = directory
    }

    /// The pixels of a rectangle of the level; outside, and where tiles are missing, lies the
    /// background.
    func read(left: Int, top: Int, size: PixelSize, over background: RGB) throws -> Image {
        var image = Image(size: size, color: background)
        let file = try borrow()
        let tileSize = directory.tileSize
        for tile in directory.tiles(left: left, top: top, size: size)
        where !directory.isMissing[tile] {
            let tileLeft = tile % directory.columns * tileSize.width
            let tileTop = tile / directory.columns * tileSize.height
            // What a tile holds beyond the picture is padding.
            let visible = PixelSize(
                width: min(tileSize.width, directory.size.width - tileLeft),
                height: min(tileSize.height, directory.size.height - tileTop))
            let bytes = try file.readTile(tile, byteCount: 3 * tileSize.area)
            image.paste(
                bytes, size: visible, rowLength: tileSize.width, left: tileLeft - left,
                top: tileTop - top)
        }
        idle.withLock { $0.append(file) }
        return image
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
