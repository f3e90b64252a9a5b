import Curriculum
import DeepTeaching

/// Reads a region pixel by pixel, in ways that may be wrong.
struct RegionReader {
    var index: (_ row: Int, _ column: Int, _ columns: Int, _ rows: Int) -> Int = {
        row, column, columns, _ in row * columns + column
    }
    var isShown: (_ x: Int, _ y: Int) -> Bool = { _, _ in true }
    var missing = RGB.white
    var outside = RGB.white
    var clamps = false
    private let level: DecodedLevel

    init(_ level: DecodedLevel) { self.level = level }

    static func columns(of level: DecodedLevel) -> Int {
        (level.size.width + level.tileSize.width - 1) / level.tileSize.width
    }

    static func rows(of level: DecodedLevel) -> Int {
        (level.size.height + level.tileSize.height - 1) / level.tileSize.height
    }

    static func first(_ origin: BaselinePoint, _ level: DecodedLevel) -> (x: Int, y: Int) {
        (
            Int((origin.x / level.downsample + 0.5).rounded(.down)),
            Int((origin.y / level.downsample + 0.5).rounded(.down))
        )
    }

    func image(_ origin: BaselinePoint, _ size: PixelSize) -> Image {
        let first = Self.first(origin, level)
        return image(first.x, first.y, size)
    }

    func image(_ left: Int, _ top: Int, _ size: PixelSize) -> Image {
        var image = Image(size: size, color: outside)
        for v in 0..<size.height {
            for u in 0..<size.width {
                if let color = color(left + u, top + v) { image[x: u, y: v] = color }
            }
        }
        return image
    }

    private func color(_ column: Int, _ row: Int) -> RGB? {
        let x = clamps ? max(0, min(level.size.width - 1, column)) : column
        let y = clamps ? max(0, min(level.size.height - 1, row)) : row
        guard (0..<level.size.width).contains(x), (0..<level.size.height).contains(y),
            isShown(x, y)
        else { return nil }
        let (width, height) = (level.tileSize.width, level.tileSize.height)
        let number = index(
            y / height, x / width, Self.columns(of: level), Self.rows(of: level))
        guard level.tiles.indices.contains(number) else { return nil }
        guard let tile = level.tiles[number] else { return missing }
        return tile[x: x % width, y: y % height]
    }
}
