/// The decoded tiles of one picture that were read last, as red, green and blue bytes.
///
/// Regions that overlap, or begin between tiles, then decode each tile once. Several threads may use
/// it at once.
final class TileCache: Sendable {
    /// As much as OpenSlide keeps: about 170 tiles of 256 x 256 pixels.
    static let standardByteLimit = 32 << 20

    private let byteLimit: Int
    private let kept = Locked(Kept())

    fileprivate struct Kept {
        var tiles: [Int: (bytes: [UInt8], use: Int)] = [:]
        var byteCount = 0
        var uses = 0
    }

    /// An empty cache that never holds more than so many bytes.
    init(byteLimit: Int = TileCache.standardByteLimit) { self.byteLimit = byteLimit }

    /// How many bytes it holds.
    var byteCount: Int { kept.withLock { $0.byteCount } }

    /// The bytes of a tile, if they are kept.
    func bytes(of tile: Int) -> [UInt8]? {
        kept.withLock { kept in
            guard let bytes = kept.tiles[tile]?.bytes else { return nil }
            kept.uses += 1
            kept.tiles[tile]?.use = kept.uses
            return bytes
        }
    }

    /// Keeps the bytes of a tile, unless they alone are more than it may hold.
    func keep(_ bytes: [UInt8], of tile: Int) {
        guard bytes.count <= byteLimit else { return }
        kept.withLock { kept in
            kept.uses += 1
            let replaced = kept.tiles.updateValue((bytes, kept.uses), forKey: tile)
            kept.byteCount += bytes.count - (replaced?.bytes.count ?? 0)
            if kept.byteCount > byteLimit { kept.forgetOldest(downTo: byteLimit / 2) }
        }
    }
}

extension TileCache.Kept {
    /// Half of the tiles at once, so that the order is looked at seldom.
    fileprivate mutating func forgetOldest(downTo limit: Int) {
        for (tile, value) in tiles.sorted(by: { $0.value.use < $1.value.use }) {
            guard byteCount > limit else { return }
            tiles[tile] = nil
            byteCount -= value.bytes.count
        }
    }
}
