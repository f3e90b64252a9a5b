import DeepTeaching
import Foundation

/// Pictures. Accepted means: the checksums of the chunks that hold the picture are right, and the size
/// is the one that the file names.
struct PNGFormat: FileFormat {
    static let name = "png"
    static let words = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "sRGB", "iCCP", "acTL"]

    let file: URL

    init(in folder: URL) { file = folder.appending(path: "picture.png") }

    var samples: [Data] {
        get throws {
            var image = Image(size: PixelSize(width: 9, height: 7))
            for x in 0..<9 { image[x: x, y: x % 7] = RGB(UInt8(20 * x), 100, 255) }
            var mask = Mask(size: PixelSize(width: 5, height: 3))
            mask[x: 2, y: 1] = true
            let maskFile = file.deletingLastPathComponent().appending(path: "mask.png")
            try mask.writePNG(to: maskFile)
            return [try image.pngData(), try Data(contentsOf: maskFile)]
        }
    }

    /// The checksum of every chunk.
    static func mended(_ bytes: Data) -> Data {
        var mended = bytes
        for chunk in PNGChunk.all(in: bytes) {
            let sum = CyclicChecksum.of(bytes[chunk.checked])
            for (place, shift) in zip(chunk.checked.upperBound..., [24, 16, 8, 0] as [UInt32]) {
                mended[place] = UInt8(sum >> shift & 255)
            }
        }
        return mended
    }

    func fault(in bytes: Data) throws -> String? {
        let image = try Image(png: file)
        _ = try Mask(png: file)
        let chunks = PNGChunk.all(in: bytes)
        for chunk in chunks where ["IHDR", "PLTE", "IDAT"].contains(chunk.type) {
            guard CyclicChecksum.of(bytes[chunk.checked]) == chunk.checksum(in: bytes) else {
                return "the checksum of a chunk \(chunk.type) is wrong"
            }
        }
        guard let header = chunks.first, header.checked.count >= 12 else { return "no header" }
        func number(at offset: Int) -> Int {
            bytes[(header.checked.lowerBound + offset)...].prefix(4).reduce(0) { $0 << 8 | Int($1) }
        }
        let size = PixelSize(width: number(at: 4), height: number(at: 8))
        return image.size == size
            ? nil : "the picture measures \(image.size), the file says \(size)"
    }
}

/// A piece of a PNG file: its length, its type, its content, its checksum.
private struct PNGChunk {
    let type: String

    /// Type and content, over which the checksum goes.
    let checked: Range<Int>

    func checksum(in bytes: Data) -> UInt32 {
        bytes[checked.upperBound...].prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// The chunks that are whole.
    static func all(in bytes: Data) -> [PNGChunk] {
        var chunks: [PNGChunk] = []
        var place = 8
        while place + 12 <= bytes.count {
            let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
            guard place + 12 + length <= bytes.count else { break }
            let checked = place + 4..<place + 8 + length
            let type = String(decoding: bytes[checked].prefix(4), as: UTF8.self)
            chunks.append(PNGChunk(type: type, checked: checked))
            place = checked.upperBound + 4
        }
        return chunks
    }
}
