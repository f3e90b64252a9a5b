/// A tree while its weakest branches are taken away one by one; see ``CostComplexityPath``.
struct CostComplexityPruning {
    /// A branch and the price at which it goes, the cheapest and then the oldest first.
    private struct Branch: Comparable {
        let alpha: Double
        let node: Int

        static func < (one: Branch, other: Branch) -> Bool {
            (one.alpha, one.node) < (other.alpha, other.node)
        }
    }

    /// Whether each node is a leaf of what is left, or below one.
    private(set) var isLeaf: [Bool]

    /// Of each node that is left: R(t), R(T_t) and |T_t|.
    private let ownImpurities: [Double]
    private var branchImpurities: [Double]
    private var leafCounts: [Int]

    private let steps: [TreeNodes.Step]
    private var parents: [Int]
    private var branches = PriorityQueue<Branch>()

    init(_ tree: TreeNodes) {
        steps = tree.steps
        isLeaf = tree.steps.indices.map { tree.isLeaf($0) }
        ownImpurities = zip(tree.weights, tree.impurities).map { $0 / tree.weights[0] * $1 }
        branchImpurities = ownImpurities
        leafCounts = [Int](repeating: 1, count: tree.count)
        parents = [Int](repeating: -1, count: tree.count)
        // Children stand after their parent.
        for node in steps.indices.reversed() where !isLeaf[node] {
            let child = Int(steps[node].child)
            for child in [child, child + 1] { parents[child] = node }
            branchImpurities[node] = branchImpurities[child] + branchImpurities[child + 1]
            leafCounts[node] = leafCounts[child] + leafCounts[child + 1]
            branches.insert(branch(at: node))
        }
    }

    /// R(T) of what is left.
    var impurity: Double { branchImpurities[0] }

    /// |T| of what is left.
    var leafCount: Int { leafCounts[0] }

    private func branch(at node: Int) -> Branch {
        let gain = ownImpurities[node] - branchImpurities[node]
        return Branch(alpha: max(0, gain / Double(leafCounts[node] - 1)), node: node)
    }

    /// Takes the weakest branch away, if it costs no more; returns what it costs.
    mutating func pruneWeakest(upTo price: Double) -> Double? {
        while let weakest = branches.popFirst() {
            // Branches stay in the queue when they change or go; the newest entry is the right one.
            if isLeaf[weakest.node] || branch(at: weakest.node) != weakest { continue }
            if weakest.alpha > price { return nil }
            prune(weakest.node)
            return weakest.alpha
        }
        return nil
    }

    private mutating func prune(_ node: Int) {
        var below = [node]
        while let next = below.popLast() {
            if isLeaf[next] { continue }
            isLeaf[next] = true
            below += [Int(steps[next].child), Int(steps[next].child) + 1]
        }
        let impurity = ownImpurities[node] - branchImpurities[node]
        let leaves = leafCounts[node] - 1
        branchImpurities[node] = ownImpurities[node]
        leafCounts[node] = 1
        var parent = parents[node]
        while parent >= 0 {
            branchImpurities[parent] += impurity
            leafCounts[parent] -= leaves
            branches.insert(branch(at: parent))
            parent = parents[parent]
        }
    }
}
