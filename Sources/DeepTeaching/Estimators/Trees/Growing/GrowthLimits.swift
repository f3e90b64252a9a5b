/// The settings that all trees share.
protocol GrowthSettings {
    var maximumDepth: Int? { get }
    var maximumLeaves: Int? { get }
    var minimumSplitSamples: Int { get }
    var minimumLeafSamples: Int { get }
    var minimumImpurityDecrease: Double { get }
    var featuresPerSplit: FeaturesPerSplit { get }
    var allowsMissingValues: Bool { get }
}

/// Where a tree stops to grow, checked.
struct GrowthLimits: Sendable {
    let maximumDepth: Int

    /// Nil if the leaves are not counted.
    let maximumLeaves: Int?
    let minimumSplitSamples: Int
    let minimumLeafSamples: Int
    let minimumImpurityDecrease: Double
    let allowsMissing: Bool

    /// - Throws: `EstimatorError.unusableSetting` if with a setting no tree can be grown.
    init(_ settings: some GrowthSettings) throws {
        func check(_ isUsable: Bool, _ name: String, _ value: Any, _ allowed: String) throws {
            if isUsable { return }
            throw EstimatorError.unusableSetting(
                name: name, value: "\(value)", allowed: allowed)
        }
        let (depth, leaves) = (settings.maximumDepth ?? 0, settings.maximumLeaves ?? 1)
        try check(depth >= 0, "maximumDepth", depth, "0 or more, or nil")
        try check(leaves >= 1, "maximumLeaves", leaves, "1 or more, or nil")
        let (split, leaf) = (settings.minimumSplitSamples, settings.minimumLeafSamples)
        try check(split >= 2, "minimumSplitSamples", split, "2 or more")
        try check(leaf >= 1, "minimumLeafSamples", leaf, "1 or more")
        let decrease = settings.minimumImpurityDecrease
        try check(
            decrease >= 0 && decrease.isFinite, "minimumImpurityDecrease", decrease,
            "a number from 0 on")
        maximumDepth = settings.maximumDepth ?? .max
        maximumLeaves = settings.maximumLeaves
        minimumSplitSamples = split
        minimumLeafSamples = leaf
        minimumImpurityDecrease = decrease
        allowsMissing = settings.allowsMissingValues
    }
}

extension GrowthSettings {
    /// The checked features of training samples, which may be missing if the settings allow it.
    func table<Scalar: TensorScalar>(of features: Tensor<Scalar>) throws -> SampleTable {
        try SampleTable(features, acceptsMissing: allowsMissingValues)
    }

    /// What all trees of these settings share.
    func growthPlan(
        table: SampleTable, target: any GrowthTarget, isForest: Bool
    ) throws -> GrowthPlan {
        GrowthPlan(
            table: table, target: target,
            featuresPerSplit: try featuresPerSplit.count(of: table.featureCount),
            limits: try GrowthLimits(self), isForest: isForest)
    }
}
