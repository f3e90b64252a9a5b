import Foundation

extension TissueMask {
    /// Finds the tissue on a slide that is stained with haematoxylin and eosin.
    ///
    /// Stained tissue is colourful and glass is not, so a pixel is tissue if its saturation is
    /// above Otsu's threshold. Darkness would not do: pen strokes and blocks that the scanner left
    /// out are dark too. Pixels that are nearly black, or have the hue of a pen, are taken out
    /// before the threshold is sought. Then specks go and small holes close, by their size in
    /// micrometres.
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
        let resolution = slide.assumedMicronsPerPixel.mean
        let overview = try slide.overview(
            downsample: max(1, settings.micronsPerPixel / resolution), progress: progress)
        self.init(of: overview, micronsPerPixel: resolution, settings: settings)
    }

    /// Finds the tissue on a picture of a slide.
    ///
    /// - Parameters:
    ///   - overview: the whole slide, coarse.
    ///   - micronsPerPixel: the micrometres that a pixel of level 0 covers.
    ///   - settings: limits and sizes.
    public init(
        of overview: SlideRaster<Image>, micronsPerPixel: Double,
        settings: TissueSettings = TissueSettings()
    ) {
        let image = overview.pixels
        func inFrame(_ mask: Mask) -> SlideRaster<Mask> {
            SlideRaster(mask, frame: overview.frame)
        }
        // A slide of which nothing was scanned is one white, and may be huge.
        if image.isOneGray {
            self.init(inFrame(Mask(size: image.size)))
            return
        }
        let saturation = image.saturation()
        let candidates = image.withoutInk(settings)
        let values = zip(saturation.values, candidates.pixels).filter(\.1).map(\.0)
        guard let threshold = TissueMask.threshold(of: values, settings: settings) else {
            self.init(inFrame(Mask(size: image.size)))
            return
        }
        let side = overview.downsample * micronsPerPixel
        let pixelArea = side * side
        let raw = saturation.mask(above: Float(threshold)).intersection(candidates)
        let mask =
            raw
            .removingSpecksAndLines(below: Int((settings.minimumArea / pixelArea).rounded(.up)))
            .closed(by: .disk(radius: 1))
            .fillingHoles(upTo: Int(settings.maximumHoleArea / pixelArea))
            .intersection(candidates)
        self.init(inFrame(mask), threshold: threshold)
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

extension Mask {
    /// The connected regions whose solid part, without what is only one or two pixels thick, has
    /// at least `area` pixels: specks of dust and the pale rims of pen strokes have none.
    fileprivate func removingSpecksAndLines(below area: Int) -> Mask {
        let components = connectedComponents(connectivity: .eight)
        let solid = opened(by: .disk(radius: 1))
        var areas = [Int](repeating: 0, count: components.count + 1)
        for (index, label) in components.labels.enumerated() where solid.pixels[index] {
            areas[Int(label)] += 1
        }
        return components.foreground { areas[$0] >= max(1, area) }
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
