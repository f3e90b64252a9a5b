import DeepTeaching

/// The twenty numbers of the lesson: the six, four of the slide at two thresholds, and ten of regions.
struct Measure: Sendable {
    /// What tables call it.
    let name: String

    private let value: @Sendable (SixFeatures, HeatmapFeatures) -> Double

    private init(
        _ name: String, _ value: @escaping @Sendable (SixFeatures, HeatmapFeatures) -> Double
    ) {
        self.name = name
        self.value = value
    }

    static let all: [Measure] =
        six + slide + largest + [
            Measure("area of the second, mm2") { $1[.region(.second, .area)] }
        ]

    private static let six = [
        Measure("highest probability") { six, _ in six.highestProbability },
        Measure("mean probability") { six, _ in six.meanProbability },
        Measure("tumour area, mm2") { six, _ in six.tumorArea },
        Measure("number of regions") { six, _ in six.regionCount },
        Measure("area of the longest, mm2") { six, _ in six.largestArea },
        Measure("longest diameter, mm") { six, _ in six.longestDiameter },
    ]

    private static let slide = [
        Measure("share above 0.5") { $1[.slide(.tumorByTissue, above: .half)] },
        Measure("share above 0.9") { $1[.slide(.tumorByTissue, above: .nineTenths)] },
        Measure("confidence above 0.5") { $1[.slide(.confidenceByTissue, above: .half)] },
        Measure("confidence above 0.9") { $1[.slide(.confidenceByTissue, above: .nineTenths)] },
    ]

    private static let largest = [
        Measure("area of the largest, mm2") { $1[.region(.largest, .area)] },
        Measure("its eccentricity") { $1[.region(.largest, .eccentricity)] },
        Measure("its extent") { $1[.region(.largest, .extent)] },
        Measure("its solidity") { $1[.region(.largest, .solidity)] },
        Measure("its long axis, mm") { $1[.region(.largest, .majorAxis)] },
        Measure("its box, side by side") { $1[.region(.largest, .boxRatio)] },
        Measure("its highest probability") { $1[.region(.largest, .maximumProbability)] },
        Measure("its mean probability") { $1[.region(.largest, .meanProbability)] },
        Measure("its lowest probability") { $1[.region(.largest, .minimumProbability)] },
    ]

    /// The place of the highest probability.
    static let highestProbability = 0

    /// The place of the longest diameter.
    static let longestDiameter = 5

    /// All twenty of a map.
    ///
    /// - Throws: `MapError` if the map holds something that is no probability.
    static func values(of map: ConfidenceMap) throws -> [Double] {
        let (six, heatmap) = (try SixFeatures(of: map), try HeatmapFeatures(of: map))
        return all.map { $0.value(six, heatmap) }
    }
}
