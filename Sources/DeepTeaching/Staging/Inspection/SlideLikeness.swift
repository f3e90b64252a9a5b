import Foundation

/// What two copies of one slide have in common, and two scans never: as many bytes, the same levels,
/// and the same pixels in the middle of the coarsest one.
struct SlideLikeness: Sendable, Hashable {
    private let bytes: Int
    private let sizes: [PixelSize]
    private let pixels: [UInt8]

    /// Enough pixels that noise tells slides apart.
    private static let side = 64

    /// Reads a little of a slide.
    ///
    /// - Throws: `SlideError` if it cannot be read there.
    init(of slide: any Slide, in file: URL) throws {
        let level = slide.levels.indices.max {
            slide.levels[$0].downsample < slide.levels[$1].downsample
        }
        let coarsest = level ?? 0
        let size = slide.levels[coarsest].size
        let (width, height) = (min(Self.side, size.width), min(Self.side, size.height))
        let part = PixelRectangle(
            x: (size.width - width) / 2, y: (size.height - height) / 2, width: width,
            height: height)
        pixels = try slide.read(
            origin: slide.levels[coarsest].frame.region(of: part).origin, size: part.size,
            level: coarsest
        ).pixels
        sizes = slide.levels.map(\.size)
        let path = file.resolvingSymlinksInPath().path
        bytes = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    }
}
