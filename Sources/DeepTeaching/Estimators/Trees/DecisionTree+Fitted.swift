extension DecisionTree {
    /// A grown decision tree: questions at the inner nodes, class probabilities at the leaves.
    ///
    /// Nodes are numbered from the root, 0; the two children of a node follow each other.
    public struct Fitted: FittedClassifier, Equatable {
        /// The number of features of a sample.
        public let featureCount: Int

        /// The number of classes.
        public let classCount: Int

        /// How much each feature lowered the Gini impurity, summed over its splits and weighted by
        /// the samples there; sums to 1, or all 0 in a tree of one leaf. It favours features of many
        /// values: compare `permutationImportance`.
        public internal(set) var impurityImportance: [Double]

        /// The questions, as prediction walks through them.
        var steps: [Step] = []

        /// The number of different samples at each node.
        var sampleCounts: [Int] = []

        /// The share of each class at each node, axes [node, class].
        var shares: [Double] = []

        /// One node, packed for speed.
        struct Step: Sendable, Equatable {
            /// A sample whose feature is at most this goes to `child`, else to `child + 1`.
            var threshold: Double

            /// The feature asked for, or -1 at a leaf.
            var feature: Int32

            var child: Int32
        }

        /// The number of nodes, leaves among them.
        public var nodeCount: Int { steps.count }

        /// The number of leaves.
        public var leafCount: Int { steps.count { $0.feature < 0 } }

        /// The number of questions on the longest way from the root to a leaf.
        public var depth: Int {
            var depths = [Int](repeating: 0, count: steps.count)
            for (node, step) in steps.enumerated() where step.feature >= 0 {
                depths[Int(step.child)] = depths[node] + 1
                depths[Int(step.child) + 1] = depths[node] + 1
            }
            return depths.max() ?? 0
        }

        /// What stands at node `index`, 0 to `nodeCount - 1`; the root is 0.
        public func node(_ index: Int) -> DecisionTreeNode {
            require(
                steps.indices.contains(index),
                "there is no node \(index) in a tree of \(nodeCount) nodes")
            let step = steps[index]
            let split = DecisionTreeNode.Split(
                feature: Int(step.feature), threshold: step.threshold, below: Int(step.child),
                above: Int(step.child) + 1)
            return DecisionTreeNode(
                split: step.feature < 0 ? nil : split, sampleCount: sampleCounts[index],
                probabilities: Array(shares[index * classCount..<(index + 1) * classCount]))
        }
    }
}
