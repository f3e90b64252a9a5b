/// What a confidence map says about a slide, in numbers with names.
///
/// Lengths are millimetres and areas square millimetres, never pixels, so that slides of different
/// scanners compare. A slide without tissue or detections has zeros, never something that is no
/// number.
public struct SlideFeatures: Sendable, Equatable, Codable {
    /// The name of each feature, with its unit.
    public let names: [String]

    /// The value of each feature; finite.
    public let values: [Double]

    /// The value of the feature called `name`, or nil if there is none of that name.
    public subscript(name: String) -> Double? {
        names.firstIndex(of: name).map { values[$0] }
    }

    /// Features that were computed elsewhere.
    ///
    /// - Throws: `StagingError.otherFeatures` if there are more or fewer values than names,
    ///   `StagingError.unusableFeature` if a value is not finite.
    public init(names: [String], values: [Double]) throws {
        guard names.count == values.count else {
            throw StagingError.otherFeatures(found: values.map { "\($0)" }, expected: names)
        }
        for (name, value) in zip(names, values) where !value.isFinite {
            throw StagingError.unusableFeature(name: name, value: "\(value)")
        }
        self.names = names
        self.values = values
    }

    /// The features of a slide from its map and the regions above one threshold.
    ///
    /// - Throws: `StagingError` if the map or a detection holds something that cannot be.
    public init(map: ConfidenceMap, detections: [Detection], threshold: Double = 0.5) throws {
        try self.init(map: map, regions: [(threshold, detections)])
    }

    /// The features of a slide from its map and the regions above several thresholds.
    ///
    /// Of the whole map, over the cells with tissue: the largest and the mean probability, their
    /// standard deviation, and the probabilities below which 50, 90, 99 and 99.9 % lie. For each
    /// threshold, those of `RegionFeatures`; the name says the threshold.
    ///
    /// - Parameter regions: thresholds with the detections above each.
    /// - Throws: `StagingError` if the map or a detection holds something that cannot be.
    public init(
        map: ConfidenceMap, regions: [(threshold: Double, detections: [Detection])]
    ) throws {
        let overall = try Self.overallFeatures(of: map)
        let cell = map.cellMicrons
        let tissueArea = Double(map.covered.foregroundCount) * cell.x * cell.y / 1e6
        var names = overall.map(\.name)
        var values = overall.map(\.value)
        for (threshold, detections) in regions {
            let features = try RegionFeatures(detections: detections, tissueArea: tissueArea)
            for (name, value) in features.named {
                names.append("\(name) (p > \(threshold))")
                values.append(value)
            }
        }
        try self.init(names: names, values: values)
    }

    private static func overallFeatures(
        of map: ConfidenceMap
    ) throws -> [(name: String, value: Double)] {
        var covered: [Double] = []
        for (index, probability) in map.probabilities.values.enumerated() {
            guard probability >= 0, probability <= 1 else {
                let width = map.probabilities.size.width
                throw StagingError.notAProbability(
                    value: "\(probability)", x: index % width, y: index / width)
            }
            if map.covered.pixels[index] { covered.append(Double(probability)) }
        }
        if covered.isEmpty { covered = [0] }
        covered.sort()
        let mean = covered.reduce(0, +) / Double(covered.count)
        let squares = covered.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return [
            ("maximum probability", quantile(1, ofSorted: covered)),
            ("mean probability", mean),
            ("deviation of the probability", (squares / Double(covered.count)).squareRoot()),
            ("median probability", quantile(0.5, ofSorted: covered)),
            ("90 % quantile of the probability", quantile(0.9, ofSorted: covered)),
            ("99 % quantile of the probability", quantile(0.99, ofSorted: covered)),
            ("99.9 % quantile of the probability", quantile(0.999, ofSorted: covered)),
        ]
    }
}

extension SlideFeatures {
    private enum CodingKeys: String, CodingKey { case names, values }

    /// Reads features.
    ///
    /// - Throws: `StagingError` if there are more or fewer values than names.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            names: try container.decode([String].self, forKey: .names),
            values: try container.decode([Double].self, forKey: .values))
    }
}
