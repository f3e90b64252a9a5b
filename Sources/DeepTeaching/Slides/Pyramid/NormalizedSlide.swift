/// A slide in another staining than its own: what is read of it is changed, its levels are not.
///
/// ```swift
/// let macenko = MacenkoNormalizer()
/// let own = try macenko.profile(of: try slide.thumbnail(maximumSide: 1024).pixels)
/// let normalized = NormalizedSlide(slide, by: try macenko.change(from: own, to: target))
/// ```
public struct NormalizedSlide: Slide {
    /// The slide as it is.
    public let original: any Slide

    /// What brings its pixels to the other staining.
    public let change: any StainChange

    /// A slide whose pixels are changed as they are read.
    public init(_ original: any Slide, by change: any StainChange) {
        self.original = original
        self.change = change
    }

    /// The original's name.
    public var name: String { original.name }

    /// The original's levels.
    public var levels: [SlideLevel] { original.levels }

    /// The original's resolution.
    public var micronsPerPixel: MicronsPerPixel? { original.micronsPerPixel }

    /// The pixels of a rectangle in the other staining.
    ///
    /// - Throws: `SlideError` if the original cannot be read there.
    public func read(origin: BaselinePoint, size: PixelSize, level: Int) throws -> Image {
        change(try original.read(origin: origin, size: size, level: level))
    }

    /// The original's picture of a level in the other staining.
    ///
    /// - Throws: `SlideError` if the original cannot be read.
    public func condensed(level: Int, progress: (Double) -> Void) throws -> SlideRaster<Image> {
        let raster = try original.condensed(level: level, progress: progress)
        return SlideRaster(change(raster.pixels), frame: raster.frame)
    }

    /// What is unusual about the original.
    public var warnings: [SlideWarning] { original.warnings }
}
