/// How a decision tree is to be grown.
///
/// A tree asks one question a node, "is feature f at most t?", and chooses the f and t after which
/// the classes are least mixed. `fit` returns a `FittedDecisionTree`; only that can predict.
///
/// ```swift
/// let tree = try DecisionTreeSettings(maximumDepth: 3).fit(features: table, labels: labels)
/// print(tree.rules(featureNames: names, classNames: ["negative", "tumour"]))
/// ```
///
/// Source: Breiman, Friedman, Olshen and Stone, Classification and Regression Trees, 1984.
public struct DecisionTreeSettings: Sendable, Equatable, Codable {
    /// The number of questions on the longest way to a leaf; nil for no limit.
    public var maximumDepth: Int?

    /// No leaf holds fewer samples; in a forest, samples that were drawn several times count once.
    public var minimumLeafSamples: Int

    /// How many features each node looks at. If all of those are constant in the node, it goes on
    /// drawing until one is not.
    public var featuresPerSplit: FeaturesPerSplit

    /// How much each class counts.
    public var classWeights: ClassWeights

    /// Settings; the defaults grow a full tree over all features.
    public init(
        maximumDepth: Int? = nil, minimumLeafSamples: Int = 1,
        featuresPerSplit: FeaturesPerSplit = .all, classWeights: ClassWeights = .uniform
    ) {
        self.maximumDepth = maximumDepth
        self.minimumLeafSamples = minimumLeafSamples
        self.featuresPerSplit = featuresPerSplit
        self.classWeights = classWeights
    }

    /// Grows a tree.
    ///
    /// Of equally good splits it takes the feature it looks at first, and there the lowest
    /// threshold.
    ///
    /// - Parameters:
    ///   - features: finite numbers, axes [samples, features].
    ///   - labels: the class of each sample, from 0.
    ///   - classCount: the number of classes, or nil for the largest label and one.
    ///   - seed: decides which features each node looks at, if not all.
    /// - Throws: `EstimatorError` if samples, labels or settings cannot be used.
    public func fit<Scalar: TensorScalar>(
        features: Tensor<Scalar>, labels: [Int], classCount: Int? = nil, seed: UInt64 = 0
    ) throws -> FittedDecisionTree {
        let table = try SampleTable(features)
        let classes = try table.checkedClassCount(labels: labels, classCount: classCount)
        let plan = try growthPlan(
            table: table, labels: labels, classCount: classes)
        return plan.grow(
            draws: [Int](repeating: 1, count: table.sampleCount),
            generator: SeededGenerator(seed: seed, stream: "decision tree"))
    }

    /// What all trees of these settings on these samples share.
    func growthPlan(table: SampleTable, labels: [Int], classCount: Int) throws -> GrowthPlan {
        guard maximumDepth ?? 0 >= 0 else {
            throw EstimatorError.unusableSetting(
                name: "maximumDepth", value: "\(maximumDepth ?? 0)", allowed: "0 or more, or nil")
        }
        guard minimumLeafSamples >= 1 else {
            throw EstimatorError.unusableSetting(
                name: "minimumLeafSamples", value: "\(minimumLeafSamples)", allowed: "1 or more")
        }
        return GrowthPlan(
            features: RankedFeatures(table), labels: labels,
            weights: try classWeights.weights(labels: labels, classCount: classCount),
            featuresPerSplit: try featuresPerSplit.count(of: table.featureCount),
            maximumDepth: maximumDepth ?? .max, minimumLeafSamples: minimumLeafSamples)
    }
}
