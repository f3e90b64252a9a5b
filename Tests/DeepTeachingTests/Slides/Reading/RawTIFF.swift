import DeepTeaching
import Foundation

/// A TIFF that a test writes byte by byte, so that it may say anything, also what no library writes.
struct RawTIFF {
    var pages: [Page]

    /// One directory: numbers and texts by their tag, and the bytes of its tiles or strips.
    struct Page {
        /// The numbers of a tag: as 16 bits where all fit, else as 32.
        var numbers: [UInt16: [UInt32]]

        var texts: [UInt16: String] = [:]

        /// Numbers that are stored as fractions.
        var fractions: [UInt16: Double] = [:]

        /// The bytes of each tile; none for a tile that is missing.
        var tiles: [[UInt8]]

        /// Whether the picture is in tiles; else it is one strip.
        var isTiled = true
    }

    /// Writes the file.
    func write(to url: URL) throws {
        var bytes: [UInt8] = Array("II".utf8) + [42, 0, 0, 0, 0, 0]
        var link = 4
        for page in pages {
            let offsets = page.tiles.map { tile -> UInt32 in
                defer { bytes += tile }
                return UInt32(bytes.count)
            }
            bytes.put(UInt32(bytes.count), at: link)
            let entries = page.entries(offsets: offsets)
            var tail = bytes.count + 2 + 12 * entries.count + 4
            link = tail - 4
            var data: [UInt8] = []
            bytes.append16(entries.count)
            for entry in entries {
                bytes.append16(Int(entry.tag))
                bytes.append16(entry.kind)
                bytes.append32(entry.count)
                if entry.bytes.count <= 4 {
                    bytes += entry.bytes + [UInt8](repeating: 0, count: 4 - entry.bytes.count)
                } else {
                    bytes.append32(tail)
                    data += entry.bytes
                    tail += entry.bytes.count
                }
            }
            bytes.append32(0)
            bytes += data
        }
        try Data(bytes).write(to: url)
    }
}

extension RawTIFF.Page {
    /// A picture without compression, in 8-bit red, green and blue.
    init(_ image: Image, tileSide: Int = 16) {
        let size = image.size
        let (columns, rows) = (
            (size.width - 1) / tileSide + 1, (size.height - 1) / tileSide + 1
        )
        let tiles = (0..<columns * rows).map { index in
            var tile = Image(size: PixelSize(side: tileSide), color: RGB(1, 2, 3))
            tile.paste(image, x: -(index % columns) * tileSide, y: -(index / columns) * tileSide)
            return tile.pixels
        }
        self.init(
            numbers: [
                254: [0], 256: [UInt32(size.width)], 257: [UInt32(size.height)],
                258: [8, 8, 8], 259: [1], 262: [2], 277: [3], 284: [1],
                322: [UInt32(tileSide)], 323: [UInt32(tileSide)],
            ], tiles: tiles)
    }

    /// The page as a smaller version of the first one.
    var reduced: RawTIFF.Page {
        var page = self
        page.numbers[254] = [1]
        return page
    }

    /// The page without a tile's bytes.
    func missing(_ index: Int) -> RawTIFF.Page {
        var page = self
        page.tiles[index] = []
        return page
    }

    fileprivate struct Entry {
        let tag: UInt16
        let kind: Int
        let count: Int
        let bytes: [UInt8]
    }

    fileprivate func entries(offsets: [UInt32]) -> [Entry] {
        var numbers = numbers
        numbers[isTiled ? 324 : 273] = numbers[isTiled ? 324 : 273] ?? offsets
        numbers[isTiled ? 325 : 279] =
            numbers[isTiled ? 325 : 279] ?? tiles.map { UInt32($0.count) }
        var entries: [Entry] = []
        for (tag, values) in numbers {
            let isShort = values.allSatisfy { $0 < 65536 }
            var bytes: [UInt8] = []
            for value in values {
                isShort ? bytes.append16(Int(value)) : bytes.append32(Int(value))
            }
            entries.append(
                Entry(tag: tag, kind: isShort ? 3 : 4, count: values.count, bytes: bytes))
        }
        for (tag, text) in texts {
            let bytes = Array(text.utf8) + [0]
            entries.append(Entry(tag: tag, kind: 2, count: bytes.count, bytes: bytes))
        }
        for (tag, value) in fractions {
            var bytes: [UInt8] = []
            bytes.append32(Int(value * 1000))
            bytes.append32(1000)
            entries.append(Entry(tag: tag, kind: 5, count: 1, bytes: bytes))
        }
        return entries.sorted { $0.tag < $1.tag }
    }
}

extension [UInt8] {
    fileprivate mutating func append16(_ value: Int) {
        self += [UInt8(value & 255), UInt8(value >> 8 & 255)]
    }

    fileprivate mutating func append32(_ value: Int) {
        append16(value & 65535)
        append16(value >> 16)
    }

    fileprivate mutating func put(_ value: UInt32, at place: Int) {
        for byte in 0..<4 { self[place + byte] = UInt8(value >> (8 * UInt32(byte)) & 255) }
    }
}
