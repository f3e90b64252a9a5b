/// One node of a fitted decision tree.
public struct DecisionTreeNode: Sendable, Equatable {
    /// The question, or nil at a leaf.
    public let split: TreeSplit?

    /// The number of different training samples that reach the node.
    public let sampleCount: Int

    /// The weighted share of each class, p_k.
    public let probabilities: [Double]

    /// How mixed the node is by the criterion of its tree, such as 1 - sum_k p_k^2: 0 if all samples have
    /// one class.
    public let impurity: Double
}
