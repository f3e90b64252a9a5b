import DeepTeaching
import Foundation

/// A picture as the bytes of a PNG file.
enum PictureFile {
    static func png(_ image: Image) throws -> Data {
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        let header = bigEndian(image.size.width) + bigEndian(image.size.height) + [8, 2, 0, 0, 0]
        file += chunk("IHDR", header) + chunk("IDAT", stored(rows(image))) + chunk("IEND", [])
        return Data(file)
    }

    private static func rows(_ image: Image) -> [UInt8] {
        let stride = 3 * image.size.width
        return (0..<image.size.height).flatMap { row in
            [0] + image.pixels[(row * stride)..<((row + 1) * stride)]
        }
    }

    /// A zlib stream of uncompressed blocks.
    private static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = [0x78, 0x01]
        var low: UInt32 = 1
        var high: UInt32 = 0
        for byte in bytes {
            low = (low + UInt32(byte)) % 65521
            high = (high + low) % 65521
        }
        for start in stride(from: 0, to: max(1, bytes.count), by: 65535) {
            let block = bytes[start..<min(bytes.count, start + 65535)]
            let count = UInt16(block.count)
            let isLast: UInt8 = start + 65535 >= bytes.count ? 1 : 0
            result += [isLast, UInt8(count & 255), UInt8(count >> 8)]
            result += [UInt8(~count & 255), UInt8(~count >> 8)] + block
        }
        return result + bigEndian(Int(high << 16 | low))
    }

    private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + content
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in body {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? 0xEDB8_8320 ^ (crc >> 1) : crc >> 1 }
        }
        return bigEndian(content.count) + body + bigEndian(Int(~crc))
    }

    private static func bigEndian(_ value: Int) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
    }
}
