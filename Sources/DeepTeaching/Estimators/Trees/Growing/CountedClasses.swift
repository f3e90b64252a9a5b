/// The Gini criterion of a tree whose samples count by their class alone; see ``CountedSides``.
final class CountedClasses: SplitCriterion {
    private let labels: [Int]
    private let weights: [Double]
    private var node: [Double]
    private let memory: UnsafeMutablePointer<Double>

    /// - Parameters:
    ///   - labels: the class of each sample.
    ///   - weights: the weight of each class.
    init(labels: [Int], weights: [Double]) {
        self.labels = labels
        self.weights = weights
        node = weights
        memory = .allocate(capacity: 3 * weights.count)
        memory.initialize(from: weights, count: weights.count)
        (memory + weights.count).initialize(repeating: 0, count: 2 * weights.count)
    }

    deinit { memory.deallocate() }

    /// Its class in the lower 16 bits, its draws in the upper.
    func item(sample: Int, draws: Int) -> NodeItem {
        NodeItem(sample: sample, payload: UInt32(draws) << 16 | UInt32(labels[sample]))
    }

    func summary(of items: UnsafeBufferPointer<NodeItem>) -> NodeSummary {
        var draws = [Int](repeating: 0, count: weights.count)
        for item in items { draws[Int(item.payload & 0xffff)] += Int(item.payload &>> 16) }
        node = zip(draws, weights).map { Double($0) * $1 }
        let total = node.reduce(0, +)
        let shares = node.map { $0 / total }
        return NodeSummary(
            values: shares, weight: total, impurity: giniImpurity(of: shares),
            score: node.reduce(0) { $0 + $1 * $1 } / total, isPure: node.contains(total))
    }

    /// Whole numbers are summed exactly.
    var rounding: Double { 0 }

    func bestCut(_ scan: CutScan) -> (place: Int, score: Double)? {
        let count = node.count
        let sides = CountedSides(
            weights: memory, below: memory + count, above: memory + 2 * count,
            weightAbove: node.reduce(0, +), squaresAbove: node.reduce(0) { $0 + $1 * $1 })
        for k in 0..<count {
            sides.below[k] = 0
            sides.above[k] = node[k]
        }
        return DeepTeaching.bestCut(scan, sides: sides)
    }
}

/// The Gini impurity of classes with these shares, 1 - sum_k p_k^2.
func giniImpurity(of shares: [Double]) -> Double {
    max(0, 1 - shares.reduce(0) { $0 + $1 * $1 })
}
