import DeepTeaching
import Foundation

/// Plain pictures as slides: TIFF in strips, PNG. Accepted means: the size is one that can be, each
/// level can be read, and reading the file again gives the same pixels.
struct PictureFormat: FileFormat {
    static let name = "picture"
    static let words = ["II*\0", "MM\0*", "IHDR", "pHYs", "\u{89}PNG"]

    let file: URL

    init(in folder: URL) { file = folder.appending(path: "picture.tif") }

    var samples: [Data] {
        get throws {
            var image = Image(size: PixelSize(width: 9, height: 7))
            for x in 0..<9 { image[x: x, y: x % 7] = RGB(UInt8(20 * x), 100, 255) }
            return [Self.tiff(image, isGray: false), Self.tiff(image, isGray: true)]
                + [try image.pngData()]
        }
    }

    /// A TIFF of one strip without compression.
    private static func tiff(_ image: Image, isGray: Bool) -> Data {
        let channels = isGray ? 1 : 3
        let pixels = isGray ? image.luma().values.map { UInt8($0) } : image.pixels
        var bytes = Data("II".utf8)
        func append(_ value: Int, count: Int) {
            for byte in 0..<count { bytes.append(UInt8(value >> (8 * byte) & 255)) }
        }
        append(42, count: 2)
        append(8 + pixels.count + pixels.count % 2, count: 4)
        bytes += pixels + [UInt8](repeating: 0, count: pixels.count % 2)
        let tags = [
            (256, image.size.width), (257, image.size.height), (258, 8), (259, 1),
            (262, isGray ? 1 : 2), (273, 8), (277, channels), (278, image.size.height),
            (279, pixels.count), (284, 1), (296, 3),
        ]
        append(tags.count, count: 2)
        for (tag, value) in tags {
            append(tag, count: 2)
            append(4, count: 2)
            append(1, count: 4)
            append(value, count: 4)
        }
        append(0, count: 4)
        return bytes
    }

    func fault(in bytes: Data) throws -> String? {
        let slide = try MemorySlide(picture: file)
        guard slide.levels[0].size.area <= MemorySlide.maximumPictureArea else {
            return "the picture measures \(slide.levels[0].size)"
        }
        guard slide.micronsPerPixel?.isPlausible ?? true else { return "odd resolution" }
        for level in slide.levels.indices {
            _ = try slide.read(
                origin: BaselinePoint(x: -2, y: 1), size: PixelSize(side: 5), level: level)
        }
        return try MemorySlide(picture: file) == slide ? nil : "read twice it gives other pixels"
    }
}
