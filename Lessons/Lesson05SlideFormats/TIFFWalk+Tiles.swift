import DeepTeaching

/// Where the tiles of a picture lie, in the picture and in the file.
extension TIFFWalk {
    /// A tile of a directory.
    struct Tile {
        let index: Int
        let row: Int
        let column: Int

        /// The pixels that it covers; they may reach beyond the picture.
        let region: PixelRectangle

        /// Where its bytes begin, and how many there are.
        let place: Int
        let byteCount: Int
    }

    /// All tiles, row by row; none for a picture without tiles.
    func tiles(of directory: Directory) throws -> [Tile] {
        guard let width = try directory[322].map(numbers)?.first, width > 0,
            let height = try directory[323].map(numbers)?.first, height > 0,
            let places = try directory[324].map(numbers),
            let byteCounts = try directory[325].map(numbers)
        else { return [] }
        let columns = try (size(of: directory).width - 1) / width + 1
        return zip(places, byteCounts).enumerated().map { index, tile in
            let (row, column) = (index / columns, index % columns)
            return Tile(
                index: index, row: row, column: column,
                region: PixelRectangle(
                    x: column * width, y: row * height, width: width, height: height),
                place: tile.0, byteCount: tile.1)
        }
    }

    /// The tiles that share pixels with a region.
    func tiles(of directory: Directory, in region: PixelRectangle) throws -> [Tile] {
        try tiles(of: directory).filter { $0.region.overlaps(region) }
    }
}

extension PixelRectangle {
    /// Whether both have a pixel in common.
    func overlaps(_ other: PixelRectangle) -> Bool {
        x < other.x + other.width && other.x < x + width && y < other.y + other.height
            && other.y < y + height
    }
}
