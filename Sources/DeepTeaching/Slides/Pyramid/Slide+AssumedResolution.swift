extension MicronsPerPixel {
    /// The resolution that is assumed of a slide that says none: 0.5 micrometres a pixel.
    ///
    /// Scanners make pixels of about 0.25 micrometres with an objective of 40x and of 0.5 with one of
    /// 20x. The coarser is assumed: what is sought on a slide that is finer is then sought in more
    /// detail than it needs, and nothing is overlooked. It stays a guess, which
    /// `SlideWarning.unknownResolution` tells; lengths and patches are never measured by it.
    public static let assumed = MicronsPerPixel(0.5)
}

extension Slide {
    /// The resolution of level 0: what the slide says, or else what is assumed.
    public var assumedMicronsPerPixel: MicronsPerPixel { micronsPerPixel ?? .assumed }
}
