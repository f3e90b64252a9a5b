/// One node of a fitted tree.
public struct DecisionTreeNode: Sendable, Equatable {
    /// The question that an inner node asks.
    public struct Split: Sendable, Equatable {
        /// The index of the feature.
        public let feature: Int

        /// Samples whose feature is at most this go `below`, the others `above`.
        public let threshold: Double

        /// The node where samples at or below the threshold go.
        public let below: Int

        /// The node where samples above the threshold go.
        public let above: Int
    }

    /// The question, or nil at a leaf.
    public let split: Split?

    /// The number of different training samples that reach the node.
    public let sampleCount: Int

    /// The weighted share of each class, p_k.
    public let probabilities: [Double]

    /// The Gini impurity of the node, 1 - sum_k p_k^2: 0 if all samples have one class.
    public var impurity: Double { 1 - probabilities.reduce(0) { $0 + $1 * $1 } }
}
