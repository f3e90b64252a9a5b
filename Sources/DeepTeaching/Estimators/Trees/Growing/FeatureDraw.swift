/// Which features a node looks at, and in which order.
struct FeatureDraw {
    private let count: Int
    private let isDrawn: Bool
    private var order: [Int]
    private var generator: SeededGenerator

    /// - Parameter generator: draws the features.
    init(plan: GrowthPlan, generator: SeededGenerator) {
        count = plan.featuresPerSplit
        isDrawn = plan.drawsFeatures
        order = Array(0..<plan.features.featureCount)
        self.generator = generator
    }

    /// The best cut among the drawn features, or nil if no feature can be cut.
    ///
    /// - Parameter rounding: a score must be larger by this share to be better.
    mutating func bestCut(
        of items: UnsafeBufferPointer<NodeItem>, search: SplitSearch, rounding: Double
    ) -> Cut? {
        var best: Cut?
        var looked = 0
        var foundVarying = false
        while looked < order.count, looked < count || !foundVarying {
            if isDrawn {
                let index = looked + generator.index(below: order.count - looked)
                order.swapAt(looked, index)
            }
            switch search.bestCut(feature: order[looked], items: items) {
            case .constant: break
            case .tooFew: foundVarying = true
            case .cut(let cut):
                foundVarying = true
                let least = best.map { $0.score + rounding * abs($0.score) } ?? -.infinity
                if cut.score > least { best = cut }
            }
            looked += 1
        }
        return best
    }
}
