/// Grows one tree, node by node; the pending nodes wait on a stack, so depth has no limit.
struct TreeGrower {
    private struct Pending {
        let node: Int
        let range: Range<Int>
        let depth: Int
    }

    private let plan: GrowthPlan
    private let search: SplitSearch
    private var generator: SeededGenerator
    private var featureOrder: [Int]
    private var tree: DecisionTree.Fitted
    private var pending: [Pending] = []

    init(plan: GrowthPlan, search: SplitSearch, generator: SeededGenerator) {
        self.plan = plan
        self.search = search
        self.generator = generator
        featureOrder = Array(0..<plan.features.featureCount)
        tree = DecisionTree.Fitted(
            featureCount: plan.features.featureCount, classCount: plan.classCount)
    }

    mutating func grow(draws: [Int]) -> DecisionTree.Fitted {
        var items: [NodeItem] = []
        items.reserveCapacity(draws.count)
        for (sample, count) in draws.enumerated() where count > 0 {
            items.append(NodeItem(sample: sample, label: plan.labels[sample], draws: count))
        }
        items.withUnsafeMutableBufferPointer { items in
            tree.appendLeaf()
            pending.append(Pending(node: 0, range: 0..<items.count, depth: 0))
            while let next = pending.popLast() { settle(next, items: items) }
        }
        tree.normalizeImportance()
        return tree
    }

    /// Writes what a node holds, and splits it if that helps.
    private mutating func settle(
        _ next: Pending, items: UnsafeMutableBufferPointer<NodeItem>
    ) {
        let inside = UnsafeMutableBufferPointer(rebasing: items[next.range])
        let classes = classWeights(of: inside)
        let total = classes.reduce(0, +)
        tree.describe(next.node, classes: classes, total: total, samples: inside.count)
        let isPure = classes.contains(total)
        guard !isPure, next.depth < plan.maximumDepth,
            inside.count >= 2 * plan.minimumLeafSamples,
            let cut = bestCut(items: UnsafeBufferPointer(inside), node: classes)
        else { return }
        let middle = next.range.lowerBound + search.divide(inside, by: cut)
        let squares = classes.reduce(0) { $0 + $1 * $1 }
        let below = tree.split(
            next.node, feature: cut.feature, threshold: threshold(of: cut),
            decrease: cut.score - squares / total)
        pending.append(
            Pending(
                node: below + 1, range: middle..<next.range.upperBound, depth: next.depth + 1))
        pending.append(
            Pending(node: below, range: next.range.lowerBound..<middle, depth: next.depth + 1))
    }

    /// The best cut among the drawn features, or nil if no feature can be cut.
    private mutating func bestCut(
        items: UnsafeBufferPointer<NodeItem>, node: [Double]
    ) -> Cut? {
        var best: Cut?
        var looked = 0
        var foundVarying = false
        let draws = plan.featuresPerSplit < featureOrder.count
        while looked < featureOrder.count, looked < plan.featuresPerSplit || !foundVarying {
            if draws {
                let index = looked + generator.index(below: featureOrder.count - looked)
                featureOrder.swapAt(looked, index)
            }
            switch search.bestCut(feature: featureOrder[looked], items: items, node: node) {
            case .constant: break
            case .tooFew: foundVarying = true
            case .cut(let cut):
                foundVarying = true
                if cut.score > best?.score ?? -.infinity { best = cut }
            }
            looked += 1
        }
        return best
    }

    private func classWeights(of items: UnsafeMutableBufferPointer<NodeItem>) -> [Double] {
        var draws = [Int](repeating: 0, count: plan.classCount)
        for item in items { draws[item.label] += item.draws }
        return zip(draws, plan.weights).map { Double($0) * $1 }
    }

    /// The middle between the two values next to the cut.
    private func threshold(of cut: Cut) -> Double {
        let values = plan.features.distinct[cut.feature]
        let lower = values[Int(cut.rankBelow)]
        let upper = values[Int(cut.rankAbove)]
        let middle = lower / 2 + upper / 2
        // Rounding may push the middle of two neighbouring numbers onto the upper one.
        return middle >= lower && middle < upper ? middle : lower
    }
}
