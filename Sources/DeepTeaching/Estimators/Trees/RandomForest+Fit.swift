extension RandomForest {
    /// Grows the forest, its trees in parallel; the result does not depend on the number of threads.
    ///
    /// - Parameters:
    ///   - features: finite numbers, axes [samples, features]; not a number where one is missing and
    ///     the settings of the tree allow it.
    ///   - labels: the class of each sample, from 0.
    ///   - classCount: the number of classes, or nil for the largest label and one.
    ///   - seed: decides all draws.
    /// - Throws: `EstimatorError` if samples, labels or settings cannot be used.
    public func fit<Scalar: TensorScalar>(
        _ features: Tensor<Scalar>, labels: [Int], classCount: Int? = nil, seed: UInt64 = 0
    ) throws -> Fitted {
        try grow(features, labels: labels, weights: nil, classCount: classCount, seed: seed)
    }

    /// Grows the forest from samples that do not count the same.
    ///
    /// - Parameters:
    ///   - features: as above.
    ///   - labels: the class of each sample, from 0.
    ///   - weights: how much each sample counts, times the weight of its class: numbers from 0 on, not
    ///     all 0. A sample of weight 0 is never drawn.
    ///   - classCount: the number of classes, or nil for the largest label and one.
    ///   - seed: decides all draws.
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
        let plan = try tree.growthPlan(
            table: try tree.table(of: features), labels: labels, weights: weights,
            classCount: classCount, isForest: true)
        let grove = try Grove(trees: trees, plan: plan, bootstrap: bootstrap, seed: seed)
        let rows = try TreeRows(features, for: grove.trees[0])
        return Fitted(
            nodes: grove.trees,
            outOfBag: grove.outOfBagMeans(of: rows).map {
                OutOfBagEstimate(probabilities: $0, labels: labels)
            })
    }
}
