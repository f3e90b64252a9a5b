/// Six numbers that a confidence map says about a slide, after the exercise of deep.TEACHING's scenario
/// of medical image classification.
///
/// A slide without tissue, or with nothing above the threshold, has zeros, never something that is no
/// number.
///
/// ```swift
/// let six = try SixFeatures(of: map)
/// print(six.longestDiameter, "mm")
/// ```
public struct SixFeatures: Sendable, Equatable, Codable {
    /// The largest probability of all cells with tissue.
    public let highestProbability: Double

    /// The mean probability of the cells with tissue; cells without tissue do not count.
    public let meanProbability: Double

    /// The area of all cells above the threshold, mm2.
    public let tumorArea: Double

    /// The number of regions above the threshold.
    public let regionCount: Double

    /// The area of the region with the longest diameter, mm2.
    public let largestArea: Double

    /// The longest diameter of all regions, from corner to corner, mm.
    public let longestDiameter: Double

    /// Measures a map.
    ///
    /// - Parameter settings: which cells are tumour, and how they make regions. Holes are filled by default.
    /// - Throws: `MapError.notAProbability` if the map holds something that is none.
    public init(
        of map: ConfidenceMap, settings: DetectionSettings = DetectionSettings()
    ) throws {
        let features = try SlideFeatures(
            map: map, detections: map.detections(settings: settings),
            threshold: Double(settings.threshold))
        func value(_ measure: RegionMeasure) -> Double {
            features[.regions(measure, threshold: Double(settings.threshold))] ?? 0
        }
        highestProbability = features[.probability(.maximum)] ?? 0
        meanProbability = features[.probability(.mean)] ?? 0
        tumorArea = value(.area)
        regionCount = value(.count)
        largestArea = value(.largestArea)
        longestDiameter = value(.longestDiameter)
    }
}
