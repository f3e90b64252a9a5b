import Foundation

/// A picture of a whole slide that knows how coarse it is.
public struct SlideOverview: Sendable, Equatable {
    /// The whole slide.
    public let image: Image

    /// How many level-0 pixels one pixel covers along an axis.
    public let downsample: Double
}

extension Slide {
    /// The whole slide in about the given resolution, for a mask or a figure.
    ///
    /// It reads the coarsest level that is not coarser than asked for, in strips, and averages
    /// squares of whole pixels, so a file without a coarse level needs no more memory.
    ///
    /// - Parameter downsample: how many level-0 pixels one pixel should cover; the overview's own
    ///   `downsample` may be up to a half smaller.
    /// - Throws: `SlideError` if the file cannot be read.
    public func overview(downsample: Double) throws -> SlideOverview {
        let index = level(forDownsample: downsample)
        let level = levels[index]
        let shorter = max(1, min(level.size.width, level.size.height))
        let factor = min(shorter, max(1, Int(downsample / level.downsample + 0.01)))
        let size = PixelSize(
            width: (level.size.width + factor - 1) / factor,
            height: (level.size.height + factor - 1) / factor)
        // Strips of about 16 million pixels.
        let rowsPerStrip = max(1, min(size.height, 16_000_000 / (size.width * factor * factor)))
        var pixels: [UInt8] = []
        for first in stride(from: 0, to: size.height, by: rowsPerStrip) {
            let rows = min(rowsPerStrip, size.height - first)
            let strip = try read(
                origin: BaselinePoint(x: 0, y: Double(first * factor) * level.downsample),
                size: PixelSize(width: size.width * factor, height: rows * factor), level: index)
            pixels += strip.resized(to: PixelSize(width: size.width, height: rows)).pixels
        }
        return SlideOverview(
            image: Image(size: size, pixels: pixels),
            downsample: level.downsample * Double(factor))
    }
}
