extension SlideLevel {
    /// How many pixels lie along a side of the squares that `Slide.condensed(level:progress:)`
    /// averages: the smallest power of two that leaves at most 16 million pixels; 1 for a level that
    /// is so small anyway.
    public var condensation: Int {
        var factor = 1
        while size.shrunk(by: factor).area > condensedArea { factor *= 2 }
        return factor
    }
}

extension Slide {
    /// A level as a picture of at most about 16 million pixels, read anew with each call.
    public func condensed(level index: Int, progress: (Double) -> Void) throws -> SlideRaster<Image>
    {
        let levels = levels
        guard levels.indices.contains(index) else {
            throw SlideError.noSuchLevel(level: index, count: levels.count)
        }
        return try averaged(level: index, by: levels[index].condensation, progress: progress)
    }
}

extension SlideRaster<Image> {
    /// The picture with each pixel the mean of a square of `factor` x `factor` pixels; what squares
    /// hold beyond the border is white.
    func shrunk(by factor: Int) -> SlideRaster {
        if factor == 1 { return self }
        let size = size.shrunk(by: factor)
        var padded = Image(
            size: PixelSize(width: size.width * factor, height: size.height * factor))
        padded.paste(pixels, x: 0, y: 0)
        return SlideRaster(
            padded.resized(to: size),
            frame: RasterFrame(origin: frame.origin, downsample: downsample * Double(factor)))
    }
}

extension PixelSize {
    /// How many squares of a side cover it.
    func shrunk(by side: Int) -> PixelSize {
        PixelSize(width: (width - 1) / side + 1, height: (height - 1) / side + 1)
    }
}

/// The most pixels of a condensed level, and of a level that is read at once: 48 MB as an image.
let condensedArea = 16_000_000
