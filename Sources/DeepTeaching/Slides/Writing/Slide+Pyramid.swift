import Foundation

extension Slide {
    /// Writes level 0 as a pyramidal TIFF that OpenSlide, and every viewer of slides, opens. Tiles are
    /// read as they are written, so memory does not grow with the slide; coarser levels are averaged
    /// anew.
    ///
    /// JPEG loses a little at each conversion. The file appears under its name only when it is whole.
    ///
    /// - Parameters:
    ///   - url: the file to write; an existing one is replaced.
    ///   - format: in whose manner the file speaks of itself.
    ///   - quality: the quality of JPEG, 1 to 100.
    ///   - progress: is told the share that is done, from 0 to 1.
    /// - Throws: `SlideError` if the slide does not say its resolution, or cannot be read;
    ///   `PyramidWriterError` if the file cannot be written.
    public func writePyramid(
        to url: URL, format: PyramidFormat = .tiled, quality: Int = 90,
        progress: (Double) -> Void = { _ in }
    ) throws {
        guard let micronsPerPixel else { throw SlideError.unknownResolution(slide: name) }
        let writer = PyramidWriter(
            size: levels[0].size, micronsPerPixel: micronsPerPixel, format: format,
            quality: quality)
        try writer.write(to: url, progress: progress) { origin, size in
            try read(origin: origin, size: size, level: 0)
        }
    }
}
