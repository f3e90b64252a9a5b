import DeepTeaching

// listing: PrunedTree
/// A tree that is grown whole, and then loses each branch that is not worth its leaves.
struct PrunedTree: Classifier {
    /// The price of a leaf.
    var alpha: Double

    func fit<Scalar: TensorScalar>(
        _ features: Tensor<Scalar>, labels: [Int], classCount: Int?, seed: UInt64
    ) throws -> DecisionTree.Fitted {
        try DecisionTree()
            .fit(features, labels: labels, classCount: classCount, seed: seed)
            .pruned(alpha: alpha)
    }
}
// end listing
