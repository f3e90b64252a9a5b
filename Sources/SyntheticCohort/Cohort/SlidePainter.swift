import DeepTeaching

/// What the file of a slide holds: all its tiles, and how they are stored.
struct SlidePainter: Sendable {
    let plan: SlidePlan

    /// Writes the slide's file.
    var writer: PyramidWriter { writer(format: plan.slide.format) }

    /// Writes the slide's mask: with the same levels, but no scanner made it.
    var maskWriter: PyramidWriter { writer(format: .tiled) }

    private func writer(format: PyramidFormat) -> PyramidWriter {
        let profile = plan.profile
        return PyramidWriter(
            size: profile.slideSize, micronsPerPixel: MicronsPerPixel(profile.micronsPerPixel),
            tileSide: profile.tileSide, format: format, quality: plan.style.scanner.jpegQuality,
            isBig: true)
    }

    /// All tiles of all levels, as they are before JPEG.
    var pyramid: TilePyramid<Image> {
        TilePyramid(layout: writer.layout) { tile(origin: $0, size: $1) }
    }

    /// A rectangle of level 0; nil where the scanner left out bare glass.
    func tile(origin: BaselinePoint, size: PixelSize) -> Image? {
        let renderer = SlideRenderer(plan: plan)
        let (x, y) = (Int(origin.x), Int(origin.y))
        if plan.slide.format == .philips && renderer.isGlass(x: x, y: y, size: size) { return nil }
        return renderer.image(x: x, y: y, size: size)
    }
}

extension SyntheticSlide {
    /// The fourth hospital has a scanner of Philips.
    var format: PyramidFormat { center % 5 == 3 ? .philips : .tiled }
}
