/// What has been read from a slide so far.
public struct SlideStatistics: Sendable, Equatable, Codable, CustomStringConvertible {
    /// How many regions were read.
    public var regionsRead = 0

    /// How many pixels were returned, of all levels together.
    public var pixelsRead = 0

    /// How many tiles that the scanner left out were met; a tile that is met twice counts once.
    public var missingTiles = 0

    /// Nothing read yet.
    public init() {}

    /// For example "65536 pixels read in 1 region, 0 missing tiles".
    public var description: String {
        "\(pixelsRead) pixels read in \(regionsRead) \(regionsRead == 1 ? "region" : "regions"), "
            + "\(missingTiles) missing \(missingTiles == 1 ? "tile" : "tiles")"
    }
}

/// Statistics with the memory of which missing tiles were met already.
struct SlideReadings: Sendable {
    private struct Tile: Hashable {
        let level: Int
        let index: Int
    }

    private(set) var statistics = SlideStatistics()
    private var missing: Set<Tile> = []

    mutating func add(pixels: Int, missingTiles: [Int], level: Int) {
        statistics.regionsRead += 1
        statistics.pixelsRead += pixels
        for index in missingTiles { missing.insert(Tile(level: level, index: index)) }
        statistics.missingTiles = missing.count
    }
}
