/// The nodes of a grown tree, whatever its leaves answer with: lists with one entry a node.
///
/// Nodes are numbered from the root, 0; the two children of a node follow each other, and stand after
/// it.
struct TreeNodes: Sendable, Equatable {
    /// The number of features of a sample.
    let featureCount: Int

    /// How many numbers a node answers with: one a class, or one.
    let valueCount: Int

    /// Whether samples may have missing values.
    let allowsMissing: Bool

    /// The questions, as prediction walks through them.
    var steps: [Step] = []

    /// Whether samples whose feature is missing go to the lower child; empty without missing values.
    var missingGoesBelow: [Bool] = []

    /// The number of different samples at each node.
    var sampleCounts: [Int] = []

    /// The weight of the samples at each node; only ratios mean something.
    var weights: [Double] = []

    /// How mixed each node is, by the criterion of the tree.
    var impurities: [Double] = []

    /// What each node answers with, axes [node, value].
    var values: [Double] = []

    /// One node, packed for speed.
    struct Step: Sendable, Equatable {
        /// A sample whose feature is at most this goes to `child`, else to `child + 1`.
        var threshold: Double

        /// The feature asked for; 0 at a leaf.
        var feature: Int32

        /// The first of the two children; a leaf is its own child, where all samples stay.
        var child: Int32

        static func leaf(_ node: Int) -> Step {
            Step(threshold: .infinity, feature: 0, child: Int32(node))
        }
    }

    /// A threshold above all numbers: the question is whether the value is there or missing.
    static var isThere: Double { .greatestFiniteMagnitude }

    /// A tree without nodes, to be grown.
    init(featureCount: Int, valueCount: Int, allowsMissing: Bool) {
        self.featureCount = featureCount
        self.valueCount = valueCount
        self.allowsMissing = allowsMissing
    }

    var count: Int { steps.count }

    func isLeaf(_ node: Int) -> Bool { Int(steps[node].child) == node }

    /// Whether two trees can stand in one forest.
    func fits(_ other: TreeNodes) -> Bool {
        (featureCount, valueCount) == (other.featureCount, other.valueCount)
            && allowsMissing == other.allowsMissing
    }

    var leafCount: Int { steps.indices.count { isLeaf($0) } }

    /// The number of questions between the root and each node.
    var depths: [Int] {
        var depths = [Int](repeating: 0, count: count)
        for (node, step) in steps.enumerated() where !isLeaf(node) {
            depths[Int(step.child)] = depths[node] + 1
            depths[Int(step.child) + 1] = depths[node] + 1
        }
        return depths
    }

    /// What a node answers with.
    func values(of node: Int) -> ArraySlice<Double> {
        values[node * valueCount..<(node + 1) * valueCount]
    }

    /// The question that a node asks, or nil at a leaf.
    func split(of node: Int) -> TreeSplit? {
        if isLeaf(node) { return nil }
        let step = steps[node]
        return TreeSplit(
            feature: Int(step.feature), threshold: step.threshold, below: Int(step.child),
            above: Int(step.child) + 1,
            missing: allowsMissing ? Int(step.child) + (missingGoesBelow[node] ? 0 : 1) : nil)
    }

    /// Stops with a sentence if there is no such node.
    func requireNode(_ index: Int) {
        require(
            steps.indices.contains(index),
            "there is no node \(index) in a tree of \(count) nodes")
    }
}
