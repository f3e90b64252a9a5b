/// What the regions above one threshold say about a slide. "The largest region" is that with the
/// longest diameter, since staging goes by length. Without regions all are 0.
public struct RegionFeatures: Sendable, Equatable {
    /// The number of regions.
    public let count: Double

    /// The area of all regions, mm2.
    public let area: Double

    /// The area of all regions by the area of tissue; 0 without tissue.
    public let tissueFraction: Double

    /// The longest diameter of the largest region, mm: what tells ITC, micro and macro apart.
    public let longestDiameter: Double

    /// The longest diameter of the second largest region, mm.
    public let secondDiameter: Double

    /// The area of the largest region, mm2.
    public let largestArea: Double

    /// Its mean width, area by longest diameter, mm: small for the streaks along a fold.
    public let largestWidth: Double

    /// The largest probability in the largest region.
    public let largestMaximum: Double

    /// The mean probability in the largest region.
    public let largestMean: Double

    /// Measures the regions above one threshold.
    ///
    /// - Parameter tissueArea: the area of tissue on the slide, mm2.
    /// - Throws: `StagingError.unusableDetection` if a measurement is not a number or negative.
    public init(detections: [Detection], tissueArea: Double) throws {
        for detection in detections { try Self.check(detection) }
        let bySize = detections.sorted {
            ($0.longestDiameter, $0.area) > ($1.longestDiameter, $1.area)
        }
        let largest = bySize.first
        count = Double(detections.count)
        area = bySize.reduce(0) { $0 + $1.area } / 1e6
        tissueFraction = tissueArea > 0 ? area / tissueArea : 0
        longestDiameter = (largest?.longestDiameter ?? 0) / 1e3
        secondDiameter = (bySize.dropFirst().first?.longestDiameter ?? 0) / 1e3
        largestArea = (largest?.area ?? 0) / 1e6
        largestWidth = longestDiameter > 0 ? largestArea / longestDiameter : 0
        largestMaximum = largest?.maximumProbability ?? 0
        largestMean = largest?.meanProbability ?? 0
    }

    /// The value of a measure.
    public subscript(measure: RegionMeasure) -> Double {
        switch measure {
        case .count: count
        case .area: area
        case .tissueFraction: tissueFraction
        case .longestDiameter: longestDiameter
        case .secondDiameter: secondDiameter
        case .largestArea: largestArea
        case .largestWidth: largestWidth
        case .largestMaximum: largestMaximum
        case .largestMean: largestMean
        }
    }

    private static func check(_ detection: Detection) throws {
        let measures = [
            ("longest diameter", detection.longestDiameter), ("area", detection.area),
            ("maximum probability", detection.maximumProbability),
            ("mean probability", detection.meanProbability),
        ]
        for (measure, value) in measures where !(value >= 0 && value.isFinite) {
            throw StagingError.unusableDetection(measure: measure, value: "\(value)")
        }
    }
}
