/// A regression tree: it asks questions as a ``DecisionTree`` does, and predicts the mean of the training
/// targets at the leaf that a sample reaches; its splits leave the smallest variance.
///
/// This value says how a tree is to be grown; `fit` returns a ``Fitted``, and only that can predict.
///
/// ```swift
/// let tree = try RegressionTree(maximumDepth: 3).fit(table, targets: ages)
/// print(tree.rules(featureNames: names))
/// ```
///
/// Source: Breiman, Friedman, Olshen and Stone, Classification and Regression Trees, 1984, chapter 8.
public struct RegressionTree: Sendable, Equatable, Codable, GrowthSettings {
    /// The number of questions on the longest way to a leaf; nil for no limit.
    public var maximumDepth: Int?

    /// The number of leaves, of which those come to be first that lower the variance most; nil for no
    /// limit.
    public var maximumLeaves: Int?

    /// Only a node of so many samples is split; samples that a forest draws several times count once,
    /// here and below.
    public var minimumSplitSamples: Int

    /// No leaf holds fewer samples.
    public var minimumLeafSamples: Int

    /// A node is split only if the variance that is left in the whole tree becomes smaller by as much, in
    /// the square of the targets' unit.
    public var minimumImpurityDecrease: Double

    /// How many features each node looks at. If all of those are constant in the node, it goes on
    /// drawing until one is not.
    public var featuresPerSplit: FeaturesPerSplit

    /// Whether a feature may be missing, as in ``DecisionTree/allowsMissingValues``.
    public var allowsMissingValues: Bool

    /// A tree yet to be grown; the defaults grow a full tree over all features.
    public init(
        maximumDepth: Int? = nil, maximumLeaves: Int? = nil, minimumSplitSamples: Int = 2,
        minimumLeafSamples: Int = 1, minimumImpurityDecrease: Double = 0,
        featuresPerSplit: FeaturesPerSplit = .all, allowsMissingValues: Bool = false
    ) {
        self.maximumDepth = maximumDepth
        self.maximumLeaves = maximumLeaves
        self.minimumSplitSamples = minimumSplitSamples
        self.minimumLeafSamples = minimumLeafSamples
        self.minimumImpurityDecrease = minimumImpurityDecrease
        self.featuresPerSplit = featuresPerSplit
        self.allowsMissingValues = allowsMissingValues
    }
}
