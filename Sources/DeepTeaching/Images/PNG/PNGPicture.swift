import CPNG
import Foundation

/// What a PNG file shows, 8 bits a channel, as the file stores it.
struct PNGPicture {
    /// No picture may hold more pixels: 16,384 x 16,384.
    static let maximumArea = 1 << 28

    let size: PixelSize

    /// 1 is grey, 2 grey and alpha, 3 RGB, 4 RGBA.
    let channelCount: Int

    /// The bytes of the channels, pixel by pixel.
    let bytes: [UInt8]

    /// Reads a file of any kind.
    init(_ url: URL) throws {
        guard let data = try? Data(contentsOf: url) else { throw PNGError.missing(path: url.path) }
        try self.init(data, path: url.path)
    }

    /// Reads the bytes of a file; `path` is how errors name it.
    init(_ data: Data, path: String) throws {
        (size, channelCount, bytes) = try data.withUnsafeBytes { file in
            var source = cpng_source()
            source.bytes = file.bindMemory(to: UInt8.self).baseAddress
            source.count = file.count
            func decode(into pixels: UnsafeMutablePointer<UInt8>?) throws {
                guard cpng_decode(&source, pixels) else {
                    throw PNGError.unreadable(path: path, reason: Self.message(of: source))
                }
            }
            try decode(into: nil)
            let size = PixelSize(width: Int(source.width), height: Int(source.height))
            guard size.area <= Self.maximumArea else {
                throw PNGError.tooLarge(path: path, size: size)
            }
            // A pixel takes at least one bit, and no compression makes less than a 1032nd of it:
            // a small file never makes us ask for much memory.
            guard size.area / 8 / 1032 <= file.count else {
                throw PNGError.unreadable(path: path, reason: "it is cut off")
            }
            let channelCount = Int(source.channels)
            var bytes = [UInt8](repeating: 0, count: channelCount * size.area)
            try bytes.withUnsafeMutableBufferPointer { try decode(into: $0.baseAddress) }
            return (size, channelCount, bytes)
        }
    }

    private static func message(of source: cpng_source) -> String {
        let message = withUnsafeBytes(of: source.message) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        return message.isEmpty ? "it needs more memory than there is" : message
    }
}

extension PNGPicture {
    /// Red, green and blue; transparent pixels are blended with white, byte by byte:
    /// (a c + (255 - a) 255) / 255, rounded.
    var rgb: [UInt8] {
        if channelCount == 3 { return bytes }
        let (isGray, hasAlpha) = (channelCount <= 2, channelCount.isMultiple(of: 2))
        let offsets = isGray ? [0, 0, 0] : [0, 1, 2]
        var result = [UInt8](repeating: 0, count: 3 * size.area)
        for pixel in 0..<size.area {
            let start = pixel * channelCount
            let alpha = hasAlpha ? Int(bytes[start + channelCount - 1]) : 255
            for (channel, offset) in offsets.enumerated() {
                let blend = alpha * Int(bytes[start + offset]) + (255 - alpha) * 255
                result[3 * pixel + channel] = UInt8((blend + 127) / 255)
            }
        }
        return result
    }

    /// The brightness of each pixel: grey as it is stored, colours as `Image.luma()` weighs them.
    var gray: [UInt8] {
        if channelCount == 1 { return bytes }
        return Image(size: size, pixels: rgb).luma().values.map { UInt8($0) }
    }
}
