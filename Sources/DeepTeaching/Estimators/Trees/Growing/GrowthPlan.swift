/// Samples and checked settings from which trees are grown, shared by all trees of a forest.
struct GrowthPlan: Sendable {
    let features: RankedFeatures
    let labels: [Int]

    /// The weight of each class.
    let weights: [Double]
    let featuresPerSplit: Int
    let maximumDepth: Int
    let minimumLeafSamples: Int

    var classCount: Int { weights.count }

    /// Grows one tree.
    ///
    /// - Parameters:
    ///   - draws: how often each sample takes part; the sum is positive.
    ///   - generator: draws the features that a node looks at.
    func grow(draws: [Int], generator: SeededGenerator) -> DecisionTree.Fitted {
        features.ranks.withUnsafeBufferPointer { ranks in
            guard let ranks = ranks.baseAddress else { fatalError("a plan without samples") }
            let search = SplitSearch(
                ranks: ranks, of: features, weights: weights,
                minimumLeafSamples: minimumLeafSamples)
            var grower = TreeGrower(plan: self, search: search, generator: generator)
            return grower.grow(draws: draws)
        }
    }
}
