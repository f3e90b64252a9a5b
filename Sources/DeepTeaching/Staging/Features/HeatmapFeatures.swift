/// The 28 features of a heatmap; see ``HeatmapFeature``.
///
/// A region that is not there has zeros, and so has a slide without tissue.
public struct HeatmapFeatures: Sendable, Equatable {
    /// The values in the order of `HeatmapFeature.allCases`; finite.
    public let values: [Double]

    /// The value of a feature.
    public subscript(feature: HeatmapFeature) -> Double { byFeature[feature] ?? 0 }

    private let byFeature: [HeatmapFeature: Double]

    /// Measures a map. Regions are those of eight neighbours, as the threshold cuts them out.
    ///
    /// - Throws: `MapError.notAProbability` if the map holds something that is none.
    public init(of map: ConfidenceMap) throws {
        let heatmap = try Heatmap(map)
        let regions = try heatmap.largestRegions(HeatmapFeature.RegionRank.allCases.count)
        var byFeature: [HeatmapFeature: Double] = [:]
        for feature in HeatmapFeature.allCases {
            switch feature {
            case .slide(let measure, let threshold):
                byFeature[feature] = heatmap.value(of: measure, above: threshold)
            case .region(let rank, let measure):
                let isThere = regions.indices.contains(rank.rawValue)
                byFeature[feature] = isThere ? regions[rank.rawValue].value(of: measure) : 0
            }
        }
        self.byFeature = byFeature
        values = HeatmapFeature.allCases.map { byFeature[$0] ?? 0 }
    }
}

/// A map whose values are known to be probabilities.
private struct Heatmap {
    let map: ConfidenceMap

    /// The probabilities of the cells with tissue.
    let covered: [Double]

    init(_ map: ConfidenceMap) throws {
        self.map = map
        covered = try map.tissueProbabilities()
    }

    func value(
        of measure: HeatmapFeature.SlideMeasure, above threshold: HeatmapThreshold
    ) -> Double {
        // Compared in the map's own precision: 0.9 as a Float is less than 0.9 as a Double.
        let tumor = covered.filter { Float($0) > Float(threshold.rawValue) }
        let cells = Double(max(1, covered.count))
        return switch measure {
        case .tumorByTissue: Double(tumor.count) / cells
        case .confidenceByTissue: tumor.reduce(0, +) / cells
        }
    }

    /// The regions above 0.5 with the largest areas; of equally large ones the first from the top.
    func largestRegions(_ count: Int) throws -> [MeasuredRegion] {
        let mask = map.probabilities.mask(above: Float(HeatmapThreshold.half.rawValue))
        let labels = mask.intersection(map.covered).connectedComponents(connectivity: .eight)
        let intensities = try labels.intensities(of: map.probabilities)
        let regions = labels.regions().sorted { ($1.area, $0.label) < ($0.area, $1.label) }
        return regions.prefix(count).map { region in
            MeasuredRegion(
                region: region, cell: map.cellMicrons, intensity: intensities[region.label - 1])
        }
    }
}

/// A region, its scale and its probabilities.
private struct MeasuredRegion {
    let region: Region
    let cell: MicronsPerPixel
    let intensity: RegionIntensity?

    func value(of measure: HeatmapFeature.ShapeMeasure) -> Double {
        switch measure {
        case .area: Double(region.area) * cell.x * cell.y / 1e6
        case .eccentricity: region.eccentricity
        case .extent: region.extent
        case .solidity: region.solidity
        case .majorAxis: region.majorAxis * cell.mean / 1e3
        case .boxRatio: boxRatio
        case .maximumProbability: Double(intensity?.maximum ?? 0)
        case .meanProbability: intensity?.mean ?? 0
        case .minimumProbability: Double(intensity?.minimum ?? 0)
        }
    }

    private var boxRatio: Double {
        let (width, height) = (
            Double(region.boundingBox.width) * cell.x, Double(region.boundingBox.height) * cell.y
        )
        return max(width, height) / min(width, height)
    }
}
