/// Samples and checked settings from which trees are grown, shared by all trees of a forest.
struct GrowthPlan: Sendable {
    let features: RankedFeatures
    let target: any GrowthTarget
    let featuresPerSplit: Int
    let limits: GrowthLimits

    /// Whether each node draws the order in which it looks at the features, of which it takes the first
    /// if several are equally good. In a forest that looks at all of them, trees would else be alike.
    let drawsFeatures: Bool

    /// The samples that count at all.
    let samples: [Int]

    init(
        table: SampleTable, target: any GrowthTarget, featuresPerSplit: Int, limits: GrowthLimits,
        isForest: Bool
    ) {
        features = RankedFeatures(table)
        self.target = target
        self.featuresPerSplit = featuresPerSplit
        self.limits = limits
        drawsFeatures = isForest || featuresPerSplit < table.featureCount
        samples = (0..<table.sampleCount).filter { target.takesPart($0) }
    }

    /// Each sample that counts, once.
    var onceEach: [Int] {
        var draws = [Int](repeating: 0, count: features.sampleCount)
        for sample in samples { draws[sample] = 1 }
        return draws
    }

    /// As many samples as count, drawn with replacement: how often each was drawn.
    func bootstrap(using generator: inout SeededGenerator) -> [Int] {
        var draws = [Int](repeating: 0, count: features.sampleCount)
        for _ in samples { draws[samples[generator.index(below: samples.count)]] += 1 }
        return draws
    }

    /// Grows one tree.
    ///
    /// - Parameters:
    ///   - draws: how often each sample takes part; the sum is positive.
    ///   - generator: draws the features that a node looks at.
    func grow(draws: [Int], generator: SeededGenerator) -> TreeNodes {
        features.ranks.withUnsafeBufferPointer { ranks in
            guard let ranks = ranks.baseAddress else { fatalError("a plan without samples") }
            let criterion = target.criterion(draws: draws)
            let search = SplitSearch(
                ranks: ranks, of: features, criterion: criterion,
                minimumLeafSamples: limits.minimumLeafSamples)
            var grower = TreeGrower(
                plan: self, search: search, criterion: criterion, generator: generator)
            return grower.grow(draws: draws)
        }
    }
}
