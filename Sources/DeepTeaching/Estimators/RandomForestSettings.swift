/// How a random forest is to be grown: many trees, each on its own draw of the samples, each node
/// looking at its own draw of the features; their probabilities are averaged.
///
/// ```swift
/// let forest = try RandomForestSettings(treeCount: 200, classWeights: .balanced)
///     .fit(features: table, labels: labels, seed: 7)
/// print(forest.outOfBag?.error ?? 1)
/// ```
///
/// Source: Breiman, Random forests, Machine Learning, 2001.
public struct RandomForestSettings: Sendable, Equatable, Codable {
    /// The number of trees.
    public var treeCount: Int

    /// How each tree is grown.
    public var tree: DecisionTreeSettings

    /// Whether each tree learns from as many samples as there are, drawn with replacement; about
    /// 37 % are then left out of a tree, and judge it. Without, all trees learn from all samples.
    public var bootstrap: Bool

    /// Settings; the defaults are the usual ones for classification.
    public init(
        treeCount: Int = 100, maximumDepth: Int? = nil, minimumLeafSamples: Int = 1,
        featuresPerSplit: FeaturesPerSplit = .squareRoot, classWeights: ClassWeights = .uniform,
        bootstrap: Bool = true
    ) {
        self.treeCount = treeCount
        self.tree = DecisionTreeSettings(
            maximumDepth: maximumDepth, minimumLeafSamples: minimumLeafSamples,
            featuresPerSplit: featuresPerSplit, classWeights: classWeights)
        self.bootstrap = bootstrap
    }

    /// Grows a forest, its trees in parallel; the result does not depend on the number of threads.
    ///
    /// - Parameters:
    ///   - features: finite numbers, axes [samples, features].
    ///   - labels: the class of each sample, from 0.
    ///   - classCount: the number of classes, or nil for the largest label and one.
    ///   - seed: decides all draws.
    /// - Throws: `EstimatorError` if samples, labels or settings cannot be used.
    public func fit<Scalar: TensorScalar>(
        features: Tensor<Scalar>, labels: [Int], classCount: Int? = nil, seed: UInt64 = 0
    ) throws -> FittedRandomForest {
        guard treeCount >= 1 else {
            throw EstimatorError.unusableSetting(
                name: "treeCount", value: "\(treeCount)", allowed: "1 or more")
        }
        let table = try SampleTable(features)
        let classes = try table.checkedClassCount(labels: labels, classCount: classCount)
        let plan = try tree.growthPlan(table: table, labels: labels, classCount: classes)
        let trees = parallelMap(treeCount) { number in
            grow(tree: number, plan: plan, seed: seed)
        }
        var forest = FittedRandomForest(trees: trees)
        if bootstrap {
            let isOut = parallelMap(treeCount) { number in
                draws(tree: number, samples: table.sampleCount, seed: seed).draws.map { $0 == 0 }
            }
            forest.outOfBag = OutOfBagEstimate(
                trees: trees, isOut: isOut, table: table, labels: labels)
        }
        return forest
    }

    /// Grows one tree of the forest; its draws depend on the seed and its number alone.
    func grow(tree number: Int, plan: GrowthPlan, seed: UInt64) -> FittedDecisionTree {
        let (draws, generator) = draws(
            tree: number, samples: plan.features.sampleCount, seed: seed)
        return plan.grow(draws: draws, generator: generator)
    }

    /// How often each sample takes part in a tree, and the generator after that draw.
    private func draws(
        tree number: Int, samples: Int, seed: UInt64
    ) -> (draws: [Int], generator: SeededGenerator) {
        var generator = SeededGenerator(seed: seed, stream: "random forest, tree \(number)")
        guard bootstrap else { return ([Int](repeating: 1, count: samples), generator) }
        var draws = [Int](repeating: 0, count: samples)
        for _ in 0..<samples { draws[generator.index(below: samples)] += 1 }
        return (draws, generator)
    }
}
