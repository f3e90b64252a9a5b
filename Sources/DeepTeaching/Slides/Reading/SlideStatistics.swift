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
    private(set) var statistics = SlideStatistics()

    // Whether each tile of each level was met; as long as the highest one so far.
    private var isMet: [Int: [Bool]] = [:]

    /// Counts a region that was read.
    mutating func add(pixels: Int, level: Int, missing: [Int]) {
        statistics.regionsRead += 1
        statistics.pixelsRead += pixels
        meet(missing, level: level)
    }

    /// Counts tiles without bytes that were met.
    mutating func meet(_ missing: [Int], level: Int) {
        guard let last = missing.max() else { return }
        let known = isMet[level]?.count ?? 0
        if last >= known {
            isMet[level, default: []] += [Bool](repeating: false, count: last + 1 - known)
        }
        for tile in missing where isMet[level]?[tile] == false {
            isMet[level]?[tile] = true
            statistics.missingTiles += 1
        }
    }
}
