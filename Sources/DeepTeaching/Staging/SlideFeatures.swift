/// What a confidence map says about a slide, in numbers that are told apart by their `SlideFeature`.
///
/// Lengths are millimetres and areas square millimetres, never pixels, so that slides of different
/// scanners compare. A slide without tissue or detections has zeros, never something that is no
/// number.
public struct SlideFeatures: Sendable, Equatable {
    /// What is measured, each feature once.
    public let features: [SlideFeature]

    /// The value of each feature; finite.
    public let values: [Double]

    /// The value of a feature, or nil if it was not measured.
    public subscript(feature: SlideFeature) -> Double? {
        features.firstIndex(of: feature).map { values[$0] }
    }

    /// Features that were computed elsewhere.
    ///
    /// - Throws: `StagingError.unusableFeature` if a value is not finite.
    public init(_ features: [SlideFeature], values: [Double]) throws {
        require(
            features.count == values.count,
            "\(features.count) features of a slide need as many values, not \(values.count)")
        for (feature, value) in zip(features, values) where !value.isFinite {
            throw StagingError.unusableFeature(feature, value: "\(value)")
        }
        self.features = features
        self.values = values
    }

    /// The features of a slide from its map and the regions above one threshold.
    ///
    /// - Throws: `MapError` or `StagingError` if the map or a detection holds something that cannot be.
    public init(map: ConfidenceMap, detections: [Detection], threshold: Double = 0.5) throws {
        try self.init(map: map, regions: [(threshold, detections)])
    }

    /// The features of a slide from its map and the regions above several thresholds.
    ///
    /// Of the whole map, over the cells with tissue: the largest and the mean probability, their
    /// standard deviation, and the probabilities below which 50, 90, 99 and 99.9 % lie. For each
    /// threshold, those of `RegionFeatures`.
    ///
    /// - Parameter regions: thresholds with the detections above each.
    /// - Throws: `MapError` or `StagingError` if the map or a detection holds something that cannot be.
    public init(
        map: ConfidenceMap, regions: [(threshold: Double, detections: [Detection])]
    ) throws {
        let cell = map.cellMicrons
        let tissueArea = Double(map.covered.foregroundCount) * cell.x * cell.y / 1e6
        let probabilities = try MapProbabilities(of: map)
        var pairs = ProbabilityMeasure.allCases.map { measure in
            (SlideFeature.probability(measure), probabilities[measure])
        }
        for (threshold, detections) in regions {
            let features = try RegionFeatures(detections: detections, tissueArea: tissueArea)
            pairs += RegionMeasure.allCases.map { measure in
                (.regions(measure, threshold: threshold), features[measure])
            }
        }
        try self.init(pairs.map(\.0), values: pairs.map(\.1))
    }
}

/// The probabilities of the cells with tissue; a map without tissue has a single 0.
private struct MapProbabilities {
    private let sorted: [Double]

    /// - Throws: `MapError.notAProbability`, of cells without tissue too.
    init(of map: ConfidenceMap) throws {
        let covered = try map.tissueProbabilities()
        sorted = covered.isEmpty ? [0] : covered.sorted()
    }

    subscript(measure: ProbabilityMeasure) -> Double {
        switch measure {
        case .maximum: quantile(1, ofSorted: sorted)
        case .mean: mean
        case .standardDeviation: standardDeviation
        case .median: quantile(0.5, ofSorted: sorted)
        case .quantile90: quantile(0.9, ofSorted: sorted)
        case .quantile99: quantile(0.99, ofSorted: sorted)
        case .quantile999: quantile(0.999, ofSorted: sorted)
        }
    }

    private var mean: Double { sorted.reduce(0, +) / Double(sorted.count) }

    private var standardDeviation: Double {
        let mean = mean
        let squares = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (squares / Double(sorted.count)).squareRoot()
    }
}
