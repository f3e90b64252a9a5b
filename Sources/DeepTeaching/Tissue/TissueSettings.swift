/// How tissue is told from glass.
public struct TissueSettings: Sendable, Equatable {
    /// What a pixel is measured by. It is chosen when the settings are made, since the two limits
    /// below are in its units.
    public let measure: TissueMeasure

    /// The resolution of the mask: the finer, the slower.
    public var micronsPerPixel = 16.0

    /// Between these values of the measure lies the threshold, whatever the histogram says: a slide
    /// that is all tissue must not lose its paler half.
    public var thresholdRange: ClosedRange<Double>

    /// By how much the mean measures of tissue and glass must differ at least; if they do not, there
    /// is no tissue on the slide.
    public var minimumContrast: Double

    /// Pixels above this share of the threshold, from 0 to 1, are tissue too if they hang together
    /// with tissue, edge by edge (hysteresis): with 1, the default, there is one threshold only.
    public var lowerShare = 1.0

    /// Pixels darker than this luma (0 to 255) are no tissue: black blocks and pen.
    public var minimumLuma = 45.0

    /// Hues in degrees that no H&E stain has, but pens have: from yellow-green to blue.
    public var penHues = 70.0...228.0

    /// Hues that a pen and pale haematoxylin share: a pen is more colourful, by this saturation.
    public var blueHues = 228.0...240.0

    /// Above this saturation (0 to 1) a blue pixel is pen.
    public var bluePenSaturation = 0.5

    /// Tissue pieces below this area in square micrometres are specks of dust: 0.015 mm2.
    public var minimumArea = 15_000.0

    /// Holes in tissue up to this area in square micrometres are closed: 0.03 mm2.
    public var maximumHoleArea = 30_000.0

    /// What `SlideMaterials` finds and is taken out of the tissue at the end: pen, black blocks and
    /// folds, as far as they are named here. None by default.
    public var excluded: Set<SlideMaterial> = []

    /// The settings that the lessons use, or those for another measure.
    public init(measure: TissueMeasure = .saturation) {
        self.measure = measure
        thresholdRange = measure.thresholdRange
        minimumContrast = measure.minimumContrast
    }
}

extension TissueSettings {
    /// What is wrong with the settings, as a sentence; nil if nothing is.
    public var problem: String? {
        let limits = [thresholdRange, penHues, blueHues].flatMap { [$0.lowerBound, $0.upperBound] }
        let numbers = [minimumContrast, minimumLuma, bluePenSaturation] + limits
        if !numbers.allSatisfy(\.isFinite) {
            return "a limit of the tissue settings is infinite: give a number"
        }
        if !(micronsPerPixel > 0 && micronsPerPixel.isFinite) {
            return
                "tissue cannot be sought at \(micronsPerPixel) micrometres a pixel: give a number "
                + "above 0, such as 16"
        }
        if !(0...1).contains(lowerShare) {
            return "the lower threshold is a share of the threshold, from 0 to 1, not \(lowerShare)"
        }
        if !(minimumArea >= 0 && maximumHoleArea >= 0) {
            return "areas of specks and holes are square micrometres from 0 on, not \(minimumArea) "
                + "and \(maximumHoleArea)"
        }
        return nil
    }

    /// Stops with a sentence if the settings make no sense.
    func requireSense() {
        if let problem { require(false, problem) }
    }
}
