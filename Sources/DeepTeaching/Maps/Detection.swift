/// One place where a confidence map found tumour: a connected region above a threshold.
public struct Detection: Sendable, Equatable, Codable {
    /// The centroid, in level-0 pixels.
    public var center: BaselinePoint

    /// The largest distance between two points of the region, in micrometres.
    public var longestDiameter: Double

    /// The area in square micrometres.
    public var area: Double

    /// The largest probability inside.
    public var maximumProbability: Double

    /// The mean probability inside.
    public var meanProbability: Double

    /// A detection from its measurements.
    public init(
        center: BaselinePoint, longestDiameter: Double, area: Double, maximumProbability: Double,
        meanProbability: Double
    ) {
        self.center = center
        self.longestDiameter = longestDiameter
        self.area = area
        self.maximumProbability = maximumProbability
        self.meanProbability = meanProbability
    }
}
