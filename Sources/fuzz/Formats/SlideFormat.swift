import DeepTeaching
import Foundation

/// Slides. Accepted means: every level can be read, or is refused in words, and reading it again gives
/// the same pixels.
struct SlideFormat: FileFormat {
    static let name = "slide"
    static let words = [
        "Aperio", "|MPP = 0.5", "|AppMag = 20", "<DataObject", "\0", "MM\0*", "II*\0",
    ]

    let file: URL

    init(in folder: URL) { file = folder.appending(path: "slide.tif") }

    /// Small pyramids, most of whose bytes say what they are, and few what they show.
    var samples: [Data] {
        get throws {
            let kinds: [(PyramidFormat, isBig: Bool)] =
                PyramidFormat.allCases.flatMap { [($0, false), ($0, true)] }
            return try kinds.map { format, isBig in
                let writer = PyramidWriter(
                    size: PixelSize(width: 1100, height: 700), micronsPerPixel: MicronsPerPixel(2),
                    tileSide: 512, format: format, quality: 20, isBig: isBig)
                try writer.write(to: file) { origin, size in
                    origin.x < 600 ? Image(size: size, color: RGB(200, 120, 170)) : nil
                }
                return try Data(contentsOf: file)
            }
        }
    }

    func fault(in bytes: Data) throws -> String? {
        let slide = try SlideFile(file)
        let thumbnail = try slide.thumbnail(maximumSide: 64)
        guard max(thumbnail.size.width, thumbnail.size.height) <= 64 else {
            return "a thumbnail measures \(thumbnail.size)"
        }
        _ = try TissueMask(of: slide)
        for level in slide.levels.indices {
            let origin = BaselinePoint(x: 5, y: -3)
            let size = PixelSize(width: 70, height: 40)
            let region = try slide.read(origin: origin, size: size, level: level)
            guard try slide.read(origin: origin, size: size, level: level) == region else {
                return "level \(level) read twice gives other pixels"
            }
        }
        return nil
    }
}
