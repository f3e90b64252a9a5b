/// A picture of tissue on glass, at several resolutions: a file, or a pyramid in memory.
public protocol Slide: Sendable {
    /// What to call the slide in messages and tables: for a file, its name without the folder.
    var name: String { get }

    /// The pictures of the pyramid, the finest first.
    var levels: [SlideLevel] { get }

    /// The resolution of level 0, or nil if the file does not say.
    var micronsPerPixel: MicronsPerPixel? { get }

    /// The pixels of a rectangle.
    ///
    /// - Parameters:
    ///   - origin: the top left corner, in level-0 pixels whatever the level.
    ///   - size: width and height in pixels of `level`.
    ///   - level: the index of the level to read.
    /// - Returns: an image of exactly `size`; what lies outside the slide, and tiles that the
    ///   scanner left out, are white.
    /// - Throws: `SlideError` if the file cannot be read there.
    func read(origin: BaselinePoint, size: PixelSize, level: Int) throws -> Image

    /// A level as a picture of at most about 16 million pixels, for overviews, thumbnails and masks.
    ///
    /// A slide without coarse levels must be read as a whole for each of them. So one that is slow
    /// to read should keep the picture, and a slide that wraps another should ask that one. Without
    /// an own one, the level is read.
    ///
    /// - Parameters:
    ///   - level: the index of the level.
    ///   - progress: is told the share that is done, from 0 to 1.
    /// - Returns: the level, each pixel the mean of a square of `SlideLevel.condensation` pixels a
    ///   side; what squares hold beyond the border is white.
    /// - Throws: `SlideError` if the slide cannot be read.
    func condensed(level: Int, progress: (Double) -> Void) throws -> SlideRaster<Image>

    /// What is unusual about the slide, and how it is read therefore; without an own list, what its
    /// resolution tells.
    var warnings: [SlideWarning] { get }
}

/// One picture of a slide's pyramid.
public struct SlideLevel: Sendable, Equatable {
    /// Width and height in pixels of this level.
    public let size: PixelSize

    /// How many level-0 pixels one pixel of this level covers along an axis; 1 for level 0.
    public let downsample: Double

    /// A level of a size and a downsample.
    public init(size: PixelSize, downsample: Double) {
        self.size = size
        self.downsample = downsample
    }

    /// How the pixels of the level lie on the slide.
    public var frame: RasterFrame { RasterFrame(downsample: downsample) }
}
