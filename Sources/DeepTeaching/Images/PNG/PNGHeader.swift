import Foundation

/// What a PNG file says before its pixels begin: its size, and how large a pixel is. Checksums are not
/// looked at: `PNGPicture` does that.
///
/// Source: W3C, Portable Network Graphics specification, sections 5.3 and 11.3.5.3, 2003.
struct PNGHeader {
    /// Width and height; nil if the file does not begin as a PNG does.
    private(set) var size: PixelSize?

    /// Pixels per metre along each axis, as the chunk pHYs states them; nil without a sound one.
    private(set) var pixelsPerMeter: (x: Int, y: Int)?

    init(_ file: Data) {
        let bytes = [UInt8](file.prefix(1 << 20))
        func number(_ place: Int) -> Int {
            bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
        }
        // Behind the signature: length, type, content and checksum of each chunk.
        var place = 8
        while place + 12 <= bytes.count {
            let (length, content) = (number(place), place + 8)
            guard length <= bytes.count - content - 4 else { return }
            let type = String(decoding: bytes[place + 4..<content], as: UTF8.self)
            if type == "IHDR", length >= 8 {
                size = PixelSize(width: number(content), height: number(content + 4))
            }
            // The unit 1 is the metre; 0 tells the shape of a pixel alone.
            if type == "pHYs", length == 9, bytes[content + 8] == 1 {
                pixelsPerMeter = (number(content), number(content + 4))
            }
            if type == "IDAT" { return }
            place = content + length + 4
        }
    }
}
