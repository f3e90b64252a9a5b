/// A decision tree: it asks one question a node, "is feature f at most t?", and chooses the f and t
/// after which the classes are least mixed.
///
/// This value says how a tree is to be grown; `fit` returns a ``Fitted``, and only that can predict.
///
/// ```swift
/// let tree = try DecisionTree(maximumDepth: 3).fit(table, labels: labels)
/// print(tree.rules(featureNames: names, classNames: ["negative", "tumour"]))
/// ```
///
/// Source: Breiman, Friedman, Olshen and Stone, Classification and Regression Trees, 1984.
public struct DecisionTree: Sendable, Equatable, Codable {
    /// The number of questions on the longest way to a leaf; nil for no limit.
    public var maximumDepth: Int?

    /// No leaf holds fewer samples; in a forest, samples that were drawn several times count once.
    public var minimumLeafSamples: Int

    /// How many features each node looks at. If all of those are constant in the node, it goes on
    /// drawing until one is not.
    public var featuresPerSplit: FeaturesPerSplit

    /// How much each class counts.
    public var classWeights: ClassWeights

    /// A tree yet to be grown; the defaults grow a full tree over all features.
    public init(
        maximumDepth: Int? = nil, minimumLeafSamples: Int = 1,
        featuresPerSplit: FeaturesPerSplit = .all, classWeights: ClassWeights = .uniform
    ) {
        self.maximumDepth = maximumDepth
        self.minimumLeafSamples = minimumLeafSamples
        self.featuresPerSplit = featuresPerSplit
        self.classWeights = classWeights
    }
}
