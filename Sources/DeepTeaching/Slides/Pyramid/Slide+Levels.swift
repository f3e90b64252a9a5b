extension Slide {
    /// The coarsest level that is not coarser than asked for, or level 0.
    ///
    /// Real pyramids halve only nearly: their downsamples are 2.0005 or 4.0161. So a level counts
    /// as not coarser if it is so within a thousandth.
    ///
    /// - Parameter downsample: how many level-0 pixels one pixel should cover along an axis.
    public func level(forDownsample downsample: Double) -> Int {
        level(forDownsample: downsample, tolerance: 1e-3)
    }

    /// The coarsest level whose pixels are not larger than asked for, within 2 %, or level 0.
    ///
    /// - Parameter micronsPerPixel: how many micrometres one pixel should cover.
    /// - Throws: `SlideError` if the slide does not say its resolution, or the wanted one is not a
    ///   positive number.
    public func level(forMicronsPerPixel micronsPerPixel: Double) throws -> Int {
        let downsample = try downsample(forMicronsPerPixel: micronsPerPixel)
        return level(forDownsample: downsample, tolerance: resolutionTolerance)
    }

    /// How many level-0 pixels lie along one wanted pixel.
    func downsample(forMicronsPerPixel wanted: Double) throws -> Double {
        guard wanted > 0, wanted.isFinite else {
            throw SlideError.invalidResolution("\(wanted)")
        }
        guard let micronsPerPixel else { throw SlideError.unknownResolution(slide: name) }
        return wanted / micronsPerPixel.mean
    }

    private func level(forDownsample downsample: Double, tolerance: Double) -> Int {
        let limit = downsample * (1 + tolerance)
        let candidates = levels.indices.filter { levels[$0].downsample <= limit }
        return candidates.max { levels[$0].downsample < levels[$1].downsample } ?? 0
    }
}

/// Resolutions that differ by less than this share count as the same.
let resolutionTolerance = 0.02
