extension SlideMaterials {
    /// Tells the materials of a slide apart.
    ///
    /// - Parameters:
    ///   - slide: a slide; if it does not state its resolution, `MicronsPerPixel.assumed` counts for
    ///     the least areas.
    ///   - settings: limits and areas.
    ///   - progress: is told the share that is done, from 0 to 1.
    /// - Throws: `SlideError` if the slide cannot be read.
    public init(
        of slide: some Slide, settings: MaterialSettings = MaterialSettings(),
        progress: (Double) -> Void = { _ in }
    ) throws {
        settings.requireSense()
        let resolution = slide.assumedMicronsPerPixel.mean
        let overview = try slide.overview(
            downsample: max(1, settings.tissue.micronsPerPixel / resolution), progress: progress)
        self.init(of: overview, micronsPerPixel: resolution, settings: settings)
    }

    /// Tells the materials on a picture of a slide apart, one after the other: what is black, what is
    /// ink, what else is tissue, and what of that lies double.
    ///
    /// Ink and black blocks look like no stain. A fold is tissue, and where tissue is dense and dark
    /// by itself, colour does not tell it from a fold; folds narrower than two pixels are missed.
    ///
    /// - Parameters:
    ///   - overview: the whole slide, coarse.
    ///   - micronsPerPixel: the micrometres that a pixel of level 0 covers.
    ///   - settings: limits and areas.
    public init(
        of overview: SlideRaster<Image>, micronsPerPixel: Double,
        settings: MaterialSettings = MaterialSettings()
    ) {
        settings.requireSense()
        let image = overview.pixels
        let side = overview.downsample * micronsPerPixel
        // Square millimetres, as the settings.
        let pixelArea = side * side / 1e6
        var plain = settings.tissue
        plain.excluded = []
        let colors = InkColors(of: image, settings: settings)
        let black = colors.black
        let pen = colors.pen.subtracting(black)
            .removingComponents(smallerThan: pixels(settings.minimumPenArea, pixelArea))
        let ink = black.union(pen)
        let tissue = TissueMask(of: overview, micronsPerPixel: micronsPerPixel, settings: plain)
            .mask.subtracting(ink)
        // Where ink ends, pixels are a mixture, and dark for that reason.
        let clear = tissue.subtracting(ink.dilated(by: .disk(radius: 2)))
        let folds = image.folds(in: clear, settings)
            .removingComponents(smallerThan: pixels(settings.minimumFoldArea, pixelArea))
        let materials = (0..<image.size.area).map { pixel -> SlideMaterial in
            if black.pixels[pixel] { return .black }
            if pen.pixels[pixel] { return .pen }
            if folds.pixels[pixel] { return .fold }
            return tissue.pixels[pixel] ? .tissue : .glass
        }
        self.init(
            SlideRaster(
                MaterialPixels(size: image.size, materials: materials), frame: overview.frame))
    }
}

/// The least number of pixels that cover an area; both in the same unit.
private func pixels(_ area: Double, _ pixelArea: Double) -> Int {
    Int(min((area / pixelArea).rounded(.up), Double(Int32.max)))
}

/// The pixels that are black, and those that have a colour of ink.
private struct InkColors {
    let black: Mask
    let pen: Mask

    init(of image: Image, settings: MaterialSettings) {
        let size = image.size
        var (black, gray) = (Mask(size: size), Mask(size: size))
        var (strong, weak) = (Mask(size: size), Mask(size: size))
        for pixel in 0..<size.area {
            let bytes = 3 * pixel
            let color = RGB(
                image.pixels[bytes], image.pixels[bytes + 1], image.pixels[bytes + 2]
            ).hsv
            let (saturation, value) = (Double(color.saturation), Double(color.value))
            let isGray = saturation * value <= settings.blackInkChroma
            black.pixels[pixel] = value <= settings.blackValue
            gray.pixels[pixel] = isGray && value <= 2 * settings.blackInkValue
            let inks = settings.inks.filter { $0.contains(hueOf: color) }
            strong.pixels[pixel] =
                isGray && value <= settings.blackInkValue
                || inks.contains { saturation >= $0.saturation }
            weak.pixels[pixel] =
                gray.pixels[pixel] || inks.contains { saturation >= $0.rimSaturation }
        }
        // The border of a block is a grey mixture of black and glass; a lone dark pixel has none.
        let blocks = black.reconstructed(from: black.opened(by: .disk(radius: 1)))
        self.black = black.union(blocks.dilated(by: .disk(radius: 1)).intersection(gray))
        pen = weak.reconstructed(from: strong, connectivity: .eight)
    }
}
