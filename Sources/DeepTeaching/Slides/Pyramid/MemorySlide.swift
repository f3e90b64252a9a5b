/// A slide that lives in memory: a picture and its halvings, for lessons and tests.
public struct MemorySlide: Slide, Equatable {
    /// What to call the slide in messages and tables.
    public let name: String

    /// The pictures of the pyramid, the finest first; each halves the one before.
    public let levels: [SlideLevel]

    /// The resolution of level 0, or nil if it is not known.
    public let micronsPerPixel: MicronsPerPixel?

    /// What is unusual about the slide.
    public let warnings: [SlideWarning]

    private let images: [Image]

    /// A pyramid over a picture.
    ///
    /// A pixel of a level is the mean of 2 x 2 pixels of the finer level; where the finer level has
    /// an odd width or height, the last pixels average those that exist.
    ///
    /// - Parameters:
    ///   - name: what to call the slide.
    ///   - image: the pixels of level 0.
    ///   - micronsPerPixel: the resolution of level 0.
    ///   - smallestSide: halving goes on as long as the shorter side keeps at least this length.
    public init(
        name: String = "slide in memory", image: Image, micronsPerPixel: MicronsPerPixel? = nil,
        smallestSide: Int = 64
    ) {
        self.init(
            name: name, image: image, micronsPerPixel: micronsPerPixel, smallestSide: smallestSide,
            warnings: SlideWarning(resolution: micronsPerPixel).map { [$0] } ?? [])
    }

    /// A pyramid over a picture of which more is known.
    init(
        name: String, image: Image, micronsPerPixel: MicronsPerPixel?, smallestSide: Int = 64,
        warnings: [SlideWarning]
    ) {
        require(
            image.size.width > 0 && image.size.height > 0,
            "a slide needs pixels, but the picture measures \(image.size)")
        require(smallestSide > 0, "a smallest side of \(smallestSide) pixels is not positive")
        self.name = name
        self.micronsPerPixel = micronsPerPixel
        self.warnings = warnings
        var images = [image]
        while let last = images.last, min(last.size.width, last.size.height) / 2 >= smallestSide {
            images.append(
                last.resized(
                    to: PixelSize(
                        width: (last.size.width + 1) / 2, height: (last.size.height + 1) / 2)))
        }
        self.images = images
        levels = images.indices.map {
            SlideLevel(size: images[$0].size, downsample: Double(1 << $0))
        }
    }

    /// The pixels of a rectangle; white lies outside.
    ///
    /// The origin is rounded to the nearest pixel of the level, as `SlideRegion` says.
    ///
    /// - Throws: `SlideError` if the level does not exist, or the region is empty or too large.
    public func read(origin: BaselinePoint, size: PixelSize, level: Int) throws -> Image {
        let region = try SlideRegion(origin: origin, size: size, level: level, of: levels)
        var image = Image(size: size)
        image.paste(
            images[level].pixels, size: images[level].size, left: -region.pixels.x,
            top: -region.pixels.y)
        return image
    }
}
