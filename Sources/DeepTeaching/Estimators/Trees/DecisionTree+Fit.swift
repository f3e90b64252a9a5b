extension DecisionTree {
    /// Grows the tree.
    ///
    /// Of equally good splits it takes the feature it looks at first, and there the lowest
    /// threshold.
    ///
    /// - Parameters:
    ///   - features: finite numbers, axes [samples, features]; not a number where one is missing and
    ///     the settings allow it.
    ///   - labels: the class of each sample, from 0.
    ///   - classCount: the number of classes, or nil for the largest label and one.
    ///   - seed: decides which features each node looks at, if not all.
    /// - Throws: `EstimatorError` if samples, labels or settings cannot be used.
    public func fit<Scalar: TensorScalar>(
        _ features: Tensor<Scalar>, labels: [Int], classCount: Int? = nil, seed: UInt64 = 0
    ) throws -> Fitted {
        try grow(features, labels: labels, weights: nil, classCount: classCount, seed: seed)
    }

    /// Grows the tree from samples that do not count the same.
    ///
    /// - Parameters:
    ///   - features: as above.
    ///   - labels: the class of each sample, from 0.
    ///   - weights: how much each sample counts, times the weight of its class: numbers from 0 on, not
    ///     all 0. A sample of weight 0 takes no part.
    ///   - classCount: the number of classes, or nil for the largest label and one.
    ///   - seed: decides which features each node looks at, if not all.
    /// - Throws: `EstimatorError` if samples, labels, weights or settings cannot be used.
    public func fit<Scalar: TensorScalar>(
        _ features: Tensor<Scalar>, labels: [Int], weights: [Double], classCount: Int? = nil,
        seed: UInt64 = 0
    ) throws -> Fitted {
        try grow(features, labels: labels, weights: weights, classCount: classCount, seed: seed)
    }

    private func grow<Scalar: TensorScalar>(
        _ features: Tensor<Scalar>, labels: [Int], weights: [Double]?, classCount: Int?,
        seed: UInt64
    ) throws -> Fitted {
        let plan = try growthPlan(
            table: try table(of: features), labels: labels, weights: weights,
            classCount: classCount, isForest: false)
        return Fitted(
            nodes: plan.grow(
                draws: plan.onceEach,
                generator: SeededGenerator(seed: seed, stream: "decision tree")))
    }

    /// What all trees of these settings on these samples share.
    func growthPlan(
        table: SampleTable, labels: [Int], weights: [Double]? = nil, classCount: Int?,
        isForest: Bool
    ) throws -> GrowthPlan {
        let classes = try table.checkedClassCount(labels: labels, classCount: classCount)
        return try growthPlan(
            table: table,
            target: try ClassTarget(
                labels: labels,
                classWeights: try classWeights.weights(labels: labels, classCount: classes),
                sampleWeights: weights, criterion: criterion),
            isForest: isForest)
    }
}
