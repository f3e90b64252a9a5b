/// A random forest: many trees, each on its own draw of the samples, each node looking at its own
/// draw of the features; their probabilities are averaged.
///
/// This value says how a forest is to be grown; `fit` returns a ``Fitted``, and only that can predict.
///
/// ```swift
/// let forest = try RandomForest(trees: 200, classWeights: .balanced)
///     .fit(table, labels: labels, seed: 7)
/// print(forest.outOfBag?.error ?? 1)
/// ```
///
/// Source: Breiman, Random forests, Machine Learning, 2001.
public struct RandomForest: Sendable, Equatable, Codable {
    /// The number of trees.
    public var trees: Int

    /// How each tree is grown.
    public var tree: DecisionTree

    /// Whether each tree learns from as many samples as there are, drawn with replacement; about
    /// 37 % are then left out of a tree, and judge it. Without, all trees learn from all samples.
    public var bootstrap: Bool

    /// A forest yet to be grown; the defaults are the usual ones for classification.
    public init(
        trees: Int = 100, maximumDepth: Int? = nil, minimumLeafSamples: Int = 1,
        featuresPerSplit: FeaturesPerSplit = .squareRoot, classWeights: ClassWeights = .uniform,
        bootstrap: Bool = true
    ) {
        self.init(
            trees: trees,
            of: DecisionTree(
                maximumDepth: maximumDepth, minimumLeafSamples: minimumLeafSamples,
                featuresPerSplit: featuresPerSplit, classWeights: classWeights),
            bootstrap: bootstrap)
    }

    /// A forest of trees with all settings of a tree's own; set its `featuresPerSplit` to
    /// `.squareRoot` for trees that differ.
    public init(trees: Int = 100, of tree: DecisionTree, bootstrap: Bool = true) {
        self.trees = trees
        self.tree = tree
        self.bootstrap = bootstrap
    }
}
