/// A slide with a resolution that somebody says in place of its own: for files that do not say how
/// large their pixels are, or say it wrongly.
///
/// ```swift
/// let slide = try SlideFile(URL(fileURLWithPath: "scan.tif"))
/// let known = ResolvedSlide(slide, micronsPerPixel: MicronsPerPixel(0.25))
/// let tissue = try TissueMask(of: known)
/// ```
public struct ResolvedSlide: Slide {
    /// The slide as it is.
    public let original: any Slide

    /// The resolution of level 0 that counts.
    public let micronsPerPixel: MicronsPerPixel?

    /// A slide with another resolution than it says, if it says any.
    public init(_ original: any Slide, micronsPerPixel: MicronsPerPixel) {
        self.original = original
        self.micronsPerPixel = micronsPerPixel
    }

    /// The original's name.
    public var name: String { original.name }

    /// The original's levels.
    public var levels: [SlideLevel] { original.levels }

    /// The pixels of a rectangle, as the original gives them.
    ///
    /// - Throws: `SlideError` if the original cannot be read there.
    public func read(origin: BaselinePoint, size: PixelSize, level: Int) throws -> Image {
        try original.read(origin: origin, size: size, level: level)
    }

    /// The original's picture of a level, which it may have kept.
    ///
    /// - Throws: `SlideError` if the original cannot be read.
    public func condensed(level: Int, progress: (Double) -> Void) throws -> SlideRaster<Image> {
        try original.condensed(level: level, progress: progress)
    }

    /// What is unusual about the original, but for what it says of its resolution.
    public var warnings: [SlideWarning] {
        original.warnings.filter { !$0.isOfResolution }
            + (SlideWarning(resolution: micronsPerPixel).map { [$0] } ?? [])
    }
}
