extension TissueMask {
    /// Finds the tissue on a slide that is stained with haematoxylin and eosin.
    ///
    /// Stained tissue is colourful and glass is not, so a pixel is tissue if its saturation is
    /// above Otsu's threshold. Darkness would not do: pen strokes and blocks that the scanner left
    /// out are dark too. Pixels that are nearly black, or have the hue of a pen, are taken out
    /// before the threshold is sought. Then specks go and small holes close, by their size in
    /// micrometres.
    ///
    /// The settings choose another measure than saturation, a second and lower threshold, or that
    /// pen, black blocks and folds as `SlideMaterials` finds them are taken out as well.
    ///
    /// - Parameters:
    ///   - slide: a slide; if it does not state its resolution, `MicronsPerPixel.assumed` counts for
    ///     the sizes of specks and holes.
    ///   - settings: limits and sizes.
    ///   - progress: is told the share that is done, from 0 to 1: a slide without coarse levels
    ///     takes long to read.
    /// - Throws: `SlideError` if the slide cannot be read.
    public init(
        of slide: some Slide, settings: TissueSettings = TissueSettings(),
        progress: (Double) -> Void = { _ in }
    ) throws {
        settings.requireSense()
        let resolution = slide.assumedMicronsPerPixel.mean
        let overview = try slide.overview(
            downsample: max(1, settings.micronsPerPixel / resolution), progress: progress)
        self.init(of: overview, micronsPerPixel: resolution, settings: settings)
    }

    /// Finds the tissue on a picture of a slide.
    ///
    /// There is no tissue, and no threshold, where nothing can be told apart: on glass alone, on a
    /// picture of a single colour, on one that is black, on one of a single pixel, and by saturation
    /// on a grey picture, of which another measure may be asked.
    ///
    /// - Parameters:
    ///   - overview: the whole slide, coarse.
    ///   - micronsPerPixel: the micrometres that a pixel of level 0 covers.
    ///   - settings: limits and sizes.
    public init(
        of overview: SlideRaster<Image>, micronsPerPixel: Double,
        settings: TissueSettings = TissueSettings()
    ) {
        settings.requireSense()
        require(
            micronsPerPixel > 0 && micronsPerPixel.isFinite,
            "a pixel of level 0 cannot cover \(micronsPerPixel) micrometres")
        let image = overview.pixels
        func inFrame(_ mask: Mask) -> SlideRaster<Mask> {
            SlideRaster(mask, frame: overview.frame)
        }
        // A slide of which nothing was scanned is one white, and may be huge.
        if image.isOneGray {
            self.init(inFrame(Mask(size: image.size)))
            return
        }
        let measure = settings.measure.values(of: image)
        let candidates = image.withoutInk(settings)
        let values = zip(measure.values, candidates.pixels).filter(\.1).map(\.0)
        guard let threshold = TissueMask.threshold(of: values, settings: settings) else {
            self.init(inFrame(Mask(size: image.size)))
            return
        }
        let side = overview.downsample * micronsPerPixel
        let mask = measure.mask(above: threshold, within: candidates, settings)
            .cleaned(settings, pixelArea: side * side)
            .intersection(candidates)
        self.init(
            inFrame(
                settings.excluded.isEmpty
                    ? mask
                    : mask.subtracting(
                        overview.artefacts(micronsPerPixel: micronsPerPixel, settings))),
            threshold: threshold)
    }

    /// Otsu's threshold within the limits; nil if what lies above and below hardly differs.
    private static func threshold(of values: [Float], settings: TissueSettings) -> Double? {
        guard let otsu = Histogram(of: values).otsuThreshold else { return nil }
        let threshold = min(
            settings.thresholdRange.upperBound, max(settings.thresholdRange.lowerBound, otsu))
        var (sumAbove, above, sumBelow, below) = (0.0, 0, 0.0, 0)
        for value in values {
            if Double(value) > threshold {
                sumAbove += Double(value)
                above += 1
            } else {
                sumBelow += Double(value)
                below += 1
            }
        }
        guard above > 0 else { return nil }
        let glass = below > 0 ? sumBelow / Double(below) : 0
        let contrast = sumAbove / Double(above) - glass
        return contrast >= settings.minimumContrast ? threshold : nil
    }
}

extension Plane {
    /// The candidates above the threshold, and what hangs together with them above the lower one.
    fileprivate func mask(
        above threshold: Double, within candidates: Mask, _ settings: TissueSettings
    ) -> Mask {
        let strict = mask(above: Float(threshold)).intersection(candidates)
        if settings.lowerShare == 1 { return strict }
        // Only candidates may join two pieces, not the ink between them.
        return mask(above: Float(threshold * settings.lowerShare)).intersection(candidates)
            .reconstructed(from: strict, connectivity: .four)
    }
}

extension Mask {
    /// Without specks, with rounded corners and without small holes.
    fileprivate func cleaned(_ settings: TissueSettings, pixelArea: Double) -> Mask {
        func pixels(_ area: Double) -> Double { min(area / pixelArea, Double(Int32.max)) }
        return removingSpecksAndLines(below: Int(pixels(settings.minimumArea).rounded(.up)))
            .closed(by: .disk(radius: 1))
            .fillingHoles(upTo: Int(pixels(settings.maximumHoleArea)))
    }

    /// The connected regions whose solid part, without what is only one or two pixels thick, has
    /// at least `area` pixels: specks of dust and the pale rims of pen strokes have none.
    private func removingSpecksAndLines(below area: Int) -> Mask {
        let components = connectedComponents(connectivity: .eight)
        let solid = opened(by: .disk(radius: 1))
        var areas = [Int](repeating: 0, count: components.count + 1)
        for (index, label) in components.labels.enumerated() where solid.pixels[index] {
            areas[Int(label)] += 1
        }
        return components.foreground { areas[$0] >= max(1, area) }
    }
}

extension SlideRaster<Image> {
    /// The materials that the settings exclude, as one mask.
    fileprivate func artefacts(micronsPerPixel: Double, _ settings: TissueSettings) -> Mask {
        var materials = MaterialSettings()
        materials.tissue = settings
        return SlideMaterials(of: self, micronsPerPixel: micronsPerPixel, settings: materials)
            .mask { settings.excluded.contains($0) }
    }
}

extension Image {
    /// Whether all bytes are the same, so that no pixel has a colour.
    fileprivate var isOneGray: Bool {
        guard let first = pixels.first else { return true }
        return pixels.allSatisfy { $0 == first }
    }

    /// The pixels that are neither nearly black nor of a pen's colour.
    fileprivate func withoutInk(_ settings: TissueSettings) -> Mask {
        let luma = self.luma()
        var mask = Mask(size: size)
        for pixel in 0..<size.area {
            let color = RGB(pixels[3 * pixel], pixels[3 * pixel + 1], pixels[3 * pixel + 2])
            let isPen = settings.isPen(color.hsv)
            mask.pixels[pixel] = Double(luma.values[pixel]) >= settings.minimumLuma && !isPen
        }
        return mask
    }
}

extension TissueSettings {
    fileprivate func isPen(_ color: HSV) -> Bool {
        let (hue, saturation) = (Double(color.hue), Double(color.saturation))
        // The hue of what is nearly grey says nothing.
        return saturation > 0.1 && penHues.contains(hue)
            || saturation > bluePenSaturation && blueHues.contains(hue)
    }
}
