extension DecisionTree {
    /// Grows the tree.
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
        _ features: Tensor<Scalar>, labels: [Int], classCount: Int? = nil, seed: UInt64 = 0
    ) throws -> Fitted {
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
