/// Grows one tree, node by node; the pending nodes wait in a list, so depth has no limit.
struct TreeGrower {
    private struct Pending {
        let node: Int
        let range: Range<Int>
        let depth: Int
    }

    /// A node that can be cut: the first are those that gain most, then those that are older.
    private struct Candidate: Comparable {
        let place: Pending
        let cut: Cut

        /// The weighted impurity that the cut takes away.
        let decrease: Double

        static func < (one: Candidate, other: Candidate) -> Bool {
            (other.decrease, one.place.node) < (one.decrease, other.place.node)
        }

        static func == (one: Candidate, other: Candidate) -> Bool {
            one.place.node == other.place.node
        }
    }

    private let plan: GrowthPlan
    private let search: SplitSearch
    private let criterion: any SplitCriterion
    private var features: FeatureDraw
    private var tree: TreeNodes

    init(
        plan: GrowthPlan, search: SplitSearch, criterion: any SplitCriterion,
        generator: SeededGenerator
    ) {
        self.plan = plan
        self.search = search
        self.criterion = criterion
        features = FeatureDraw(plan: plan, generator: generator)
        tree = TreeNodes(
            featureCount: plan.features.featureCount, valueCount: plan.target.valueCount,
            allowsMissing: plan.limits.allowsMissing)
    }

    mutating func grow(draws: [Int]) -> TreeNodes {
        var items: [NodeItem] = []
        items.reserveCapacity(draws.count)
        for (sample, count) in draws.enumerated() where count > 0 {
            items.append(criterion.item(sample: sample, draws: count))
        }
        items.withUnsafeMutableBufferPointer { items in
            tree.appendLeaf()
            let root = Pending(node: 0, range: 0..<items.count, depth: 0)
            if let leaves = plan.limits.maximumLeaves {
                growBestFirst(from: root, items: items, leaves: leaves)
            } else {
                growDepthFirst(from: root, items: items)
            }
        }
        return tree
    }

    private mutating func growDepthFirst(
        from root: Pending, items: UnsafeMutableBufferPointer<NodeItem>
    ) {
        var pending = [root]
        while let next = pending.popLast() {
            guard let candidate = settle(next, items: items) else { continue }
            let children = split(candidate, items: items)
            pending.append(children.above)
            pending.append(children.below)
        }
    }

    /// Cuts where it gains most, until there are so many leaves.
    private mutating func growBestFirst(
        from root: Pending, items: UnsafeMutableBufferPointer<NodeItem>, leaves: Int
    ) {
        var candidates = PriorityQueue<Candidate>()
        if let first = settle(root, items: items) { candidates.insert(first) }
        var count = 1
        while count < leaves, let best = candidates.popFirst() {
            let children = split(best, items: items)
            for child in [children.below, children.above] {
                if let candidate = settle(child, items: items) { candidates.insert(candidate) }
            }
            count += 1
        }
    }

    /// Writes what a node holds, and says how to split it if that helps.
    private mutating func settle(
        _ next: Pending, items: UnsafeMutableBufferPointer<NodeItem>
    ) -> Candidate? {
        let inside = UnsafeBufferPointer(rebasing: items[next.range])
        let summary = criterion.summary(of: inside)
        tree.describe(next.node, summary, samples: inside.count)
        let limits = plan.limits
        guard !summary.isPure, next.depth < limits.maximumDepth,
            inside.count >= limits.minimumSplitSamples,
            inside.count / 2 >= limits.minimumLeafSamples,
            let cut = features.bestCut(of: inside, search: search, rounding: criterion.rounding)
        else { return nil }
        let decrease = cut.score - summary.score
        // As scikit-learn does, a decrease counts that is too small by rounding alone.
        guard decrease / tree.weights[0] + .ulpOfOne >= limits.minimumImpurityDecrease else {
            return nil
        }
        return Candidate(place: next, cut: cut, decrease: decrease)
    }

    private mutating func split(
        _ candidate: Candidate, items: UnsafeMutableBufferPointer<NodeItem>
    ) -> (below: Pending, above: Pending) {
        let (place, cut) = (candidate.place, candidate.cut)
        let inside = UnsafeMutableBufferPointer(rebasing: items[place.range])
        let countBelow = search.divide(inside, by: cut)
        let middle = place.range.lowerBound + countBelow
        // A missing value that was never seen here goes where more samples went.
        let isMoreBelow = countBelow > inside.count - countBelow
        let below = tree.split(
            place.node, feature: cut.feature, threshold: plan.features.threshold(of: cut),
            missingGoesBelow: cut.sawMissing ? cut.missingGoesBelow : isMoreBelow)
        return (
            Pending(
                node: below, range: place.range.lowerBound..<middle, depth: place.depth + 1),
            Pending(
                node: below + 1, range: middle..<place.range.upperBound, depth: place.depth + 1)
        )
    }
}
