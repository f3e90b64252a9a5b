/// The trees of a forest while it grows, and which samples each has not seen.
struct Grove {
    let trees: [TreeNodes]

    /// For each tree and sample whether the tree did not draw it; nil without bootstrap.
    let isOut: [[Bool]]?

    /// Grows the trees in parallel; the result does not depend on the number of threads.
    ///
    /// - Throws: `EstimatorError` if there is to be no tree.
    init(trees count: Int, plan: GrowthPlan, bootstrap: Bool, seed: UInt64) throws {
        guard count >= 1 else {
            throw EstimatorError.unusableSetting(
                name: "trees", value: "\(count)", allowed: "1 or more")
        }
        let grown = parallelMap(count) { number in
            Self.grow(tree: number, plan: plan, bootstrap: bootstrap, seed: seed)
        }
        trees = grown.map(\.nodes)
        isOut = bootstrap ? grown.map(\.isOut) : nil
    }

    /// Grows one tree of the forest; its draws depend on the seed and its number alone.
    static func grow(
        tree number: Int, plan: GrowthPlan, bootstrap: Bool, seed: UInt64
    ) -> (nodes: TreeNodes, isOut: [Bool]) {
        var generator = SeededGenerator(seed: seed, stream: "random forest, tree \(number)")
        let draws = bootstrap ? plan.bootstrap(using: &generator) : plan.onceEach
        return (
            plan.grow(draws: draws, generator: generator),
            bootstrap ? draws.map { $0 == 0 } : []
        )
    }

    /// The mean answer to each training sample of the trees that did not see it, or nil for a sample that
    /// all have seen.
    func outOfBagMeans<Scalar>(of rows: TreeRows<Scalar>) -> [[Double]?]? {
        guard let isOut else { return nil }
        let (trees, width) = (trees, trees[0].valueCount)
        let parts = parallelMap(TreeNodes.partCount(of: rows.sampleCount)) { part in
            let samples = TreeNodes.samples(ofPart: part, of: rows.sampleCount)
            let sums = TreeNodes.sums(trees, of: rows, samples: samples, where: isOut)
            return samples.map { sample -> [Double]? in
                let judges = isOut.count { $0[sample] }
                let start = (sample - samples.lowerBound) * width
                return judges == 0
                    ? nil : sums[start..<start + width].map { $0 / Double(judges) }
            }
        }
        return Array(parts.joined())
    }
}
