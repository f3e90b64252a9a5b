/// A forest of regression trees: each on its own draw of the samples; their predictions are averaged.
///
/// This value says how a forest is to be grown; `fit` returns a ``Fitted``, and only that can predict.
///
/// ```swift
/// let forest = try RegressionForest(trees: 200).fit(table, targets: ages, seed: 7)
/// print(forest.outOfBag?.determination ?? 0)
/// ```
///
/// Source: Breiman, Random forests, Machine Learning, 2001, section 11.
public struct RegressionForest: Sendable, Equatable, Codable {
    /// The number of trees.
    public var trees: Int

    /// How each tree is grown.
    public var tree: RegressionTree

    /// Whether each tree learns from as many samples as there are, drawn with replacement; about
    /// 37 % are then left out of a tree, and judge it. Without, all trees learn from all samples.
    public var bootstrap: Bool

    /// A forest yet to be grown; the defaults are the usual ones for regression, where each node looks at
    /// all features.
    public init(
        trees: Int = 100, of tree: RegressionTree = RegressionTree(), bootstrap: Bool = true
    ) {
        self.trees = trees
        self.tree = tree
        self.bootstrap = bootstrap
    }

    /// Grows the forest, its trees in parallel; the result does not depend on the number of threads.
    ///
    /// - Parameters:
    ///   - features: finite numbers, axes [samples, features]; not a number where one is missing and
    ///     the settings of the tree allow it.
    ///   - targets: the number to predict for each sample.
    ///   - weights: how much each sample counts, numbers from 0 on, not all 0; nil for all the same. A
    ///     sample of weight 0 is never drawn.
    ///   - seed: decides all draws.
    /// - Throws: `EstimatorError` if samples, targets, weights or settings cannot be used.
    public func fit<Scalar: TensorScalar>(
        _ features: Tensor<Scalar>, targets: [Double], weights: [Double]? = nil,
        seed: UInt64 = 0
    ) throws -> Fitted {
        let plan = try tree.growthPlan(
            table: try tree.table(of: features), targets: targets, weights: weights, isForest: true)
        let grove = try Grove(trees: trees, plan: plan, bootstrap: bootstrap, seed: seed)
        let rows = try TreeRows(features, for: grove.trees[0])
        let means = grove.outOfBagMeans(of: rows)
        return Fitted(
            nodes: grove.trees,
            outOfBag: means.map {
                RegressionOutOfBagEstimate(predictions: $0.map { $0?[0] }, targets: targets)
            })
    }
}
