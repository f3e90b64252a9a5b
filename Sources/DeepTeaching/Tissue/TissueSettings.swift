/// How tissue is told from glass.
public struct TissueSettings: Sendable, Equatable, Codable {
    /// The resolution of the mask: the finer, the slower.
    public var micronsPerPixel = 16.0

    /// Between these saturations (0 to 1) lies the threshold, whatever the histogram says: a slide
    /// that is all tissue must not lose its paler half.
    public var thresholdRange = 0.04...0.15

    /// By how much the mean saturations of tissue and glass must differ at least; if they do not,
    /// there is no tissue on the slide.
    public var minimumContrast = 0.05

    /// Pixels darker than this luma (0 to 255) are no tissue: black blocks and pen.
    public var minimumLuma = 45.0

    /// Hues in degrees that no H&E stain has, but pens have: from yellow-green to blue.
    public var penHues = 70.0...228.0

    /// Hues that a pen and pale haematoxylin share: a pen is more colourful, by this saturation.
    public var blueHues = 228.0...240.0

    /// Above this saturation (0 to 1) a blue pixel is pen.
    public var bluePenSaturation = 0.5

    /// Tissue pieces below this area in square micrometres are specks of dust.
    public var minimumArea = 15_000.0

    /// Holes in tissue up to this area in square micrometres are closed.
    public var maximumHoleArea = 30_000.0

    /// The settings that the lessons use.
    public init() {}
}
