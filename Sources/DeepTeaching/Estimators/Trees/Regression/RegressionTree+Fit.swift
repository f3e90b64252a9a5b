extension RegressionTree {
    /// Grows the tree.
    ///
    /// Of equally good splits it takes the feature it looks at first, and there the lowest
    /// threshold.
    ///
    /// - Parameters:
    ///   - features: finite numbers, axes [samples, features]; not a number where one is missing and
    ///     the settings allow it.
    ///   - targets: the number to predict for each sample.
    ///   - weights: how much each sample counts, numbers from 0 on, not all 0; nil for all the same. A
    ///     sample of weight 0 takes no part.
    ///   - seed: decides which features each node looks at, if not all.
    /// - Throws: `EstimatorError` if samples, targets, weights or settings cannot be used.
    public func fit<Scalar: TensorScalar>(
        _ features: Tensor<Scalar>, targets: [Double], weights: [Double]? = nil,
        seed: UInt64 = 0
    ) throws -> Fitted {
        let plan = try growthPlan(
            table: try table(of: features), targets: targets, weights: weights, isForest: false)
        return Fitted(
            nodes: plan.grow(
                draws: plan.onceEach,
                generator: SeededGenerator(seed: seed, stream: "decision tree")))
    }

    /// What all trees of these settings on these samples share.
    func growthPlan(
        table: SampleTable, targets: [Double], weights: [Double]?, isForest: Bool
    ) throws -> GrowthPlan {
        guard table.sampleCount > 0 else { throw EstimatorError.noSamples }
        guard targets.count == table.sampleCount else {
            throw EstimatorError.targetCount(
                targets: targets.count, samples: table.sampleCount)
        }
        return try growthPlan(
            table: table, target: try NumberTarget(targets, sampleWeights: weights),
            isForest: isForest)
    }
}
