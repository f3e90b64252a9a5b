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
        return SlideOverview(
            image: try shrunk(level: index, by: factor),
            downsample: level.downsample * Double(factor))
    }
}
