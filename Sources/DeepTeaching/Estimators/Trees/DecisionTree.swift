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
public struct DecisionTree: Sendable, Equatable, Codable, GrowthSettings {
    /// How the mixture of classes is measured.
    public var criterion: ClassificationCriterion

    /// The number of questions on the longest way to a leaf; nil for no limit.
    public var maximumDepth: Int?

    /// The number of leaves, of which those come to be first that lower the impurity most; nil for no
    /// limit.
    public var maximumLeaves: Int?

    /// Only a node of so many samples is split; samples that a forest draws several times count once,
    /// here and below.
    public var minimumSplitSamples: Int

    /// No leaf holds fewer samples.
    public var minimumLeafSamples: Int

    /// A node is split only if the impurity of the whole tree becomes smaller by as much,
    /// (W / n) (I - (W_below / W) I_below - (W_above / W) I_above), with W the weight of the node, n of all
    /// samples, and I the impurities.
    public var minimumImpurityDecrease: Double

    /// How many features each node looks at. If all of those are constant in the node, it goes on
    /// drawing until one is not.
    public var featuresPerSplit: FeaturesPerSplit

    /// How much each class counts.
    public var classWeights: ClassWeights

    /// Whether a feature may be missing, which is written as not a number; otherwise that is an error.
    ///
    /// Where a node splits by a feature that some of its samples lack, those go to the side on which they
    /// leave the purer children; a split may also just ask whether the feature is there. In prediction a
    /// missing feature goes the same way, and where none was missing in training, to the child that had
    /// more samples (of equally many, above).
    public var allowsMissingValues: Bool

    /// A tree yet to be grown; the defaults grow a full tree over all features.
    public init(
        criterion: ClassificationCriterion = .gini, maximumDepth: Int? = nil,
        maximumLeaves: Int? = nil, minimumSplitSamples: Int = 2, minimumLeafSamples: Int = 1,
        minimumImpurityDecrease: Double = 0, featuresPerSplit: FeaturesPerSplit = .all,
        classWeights: ClassWeights = .uniform, allowsMissingValues: Bool = false
    ) {
        self.criterion = criterion
        self.maximumDepth = maximumDepth
        self.maximumLeaves = maximumLeaves
        self.minimumSplitSamples = minimumSplitSamples
        self.minimumLeafSamples = minimumLeafSamples
        self.minimumImpurityDecrease = minimumImpurityDecrease
        self.featuresPerSplit = featuresPerSplit
        self.classWeights = classWeights
        self.allowsMissingValues = allowsMissingValues
    }
}
