extension Slide {
    /// The whole slide in about the given resolution, for a mask or a figure.
    ///
    /// It reads the coarsest level that is not coarser than asked for, and averages squares of whole
    /// pixels. A level above 16 million pixels is averaged in two steps, first by
    /// `condensed(level:progress:)`, which a slide file keeps: so a file without a coarse level is
    /// decoded once, and needs no more memory than any other.
    ///
    /// - Parameters:
    ///   - downsample: how many level-0 pixels one pixel should cover; the overview's own
    ///     `downsample` may be up to a half smaller.
    ///   - progress: is told the share that is done, from 0 to 1.
    /// - Throws: `SlideError` if the file cannot be read.
    public func overview(
        downsample: Double, progress: (Double) -> Void = { _ in }
    ) throws -> SlideRaster<Image> {
        let index = level(forDownsample: downsample)
        let level = levels[index]
        let shorter = max(1, min(level.size.width, level.size.height))
        let wanted = max(1, downsample / level.downsample + 0.01)
        let factor = Int(min(Double(shorter), wanted))
        let condensation = level.condensation
        if condensation > 1, factor >= condensation {
            return try condensed(level: index, progress: progress)
                .shrunk(by: factor / condensation)
        }
        return try averaged(level: index, by: factor, progress: progress)
    }
}
