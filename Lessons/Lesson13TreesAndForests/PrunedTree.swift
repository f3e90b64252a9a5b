import DeepTeaching

// listing: PrunedTree
/// A tree that is grown whole, and then loses the branches that are not
/// worth their leaves.
struct PrunedTree: Classifier {
    /// The price of a leaf.
    var alpha: Double

    func fit<Scalar: TensorScalar>(
        _ features: Tensor<Scalar>, labels: [Int], classCount: Int?,
        seed: UInt64
    ) throws -> DecisionTree.Fitted {
        let whole = try DecisionTree().fit(
            features, labels: labels, classCount: classCount, seed: seed)
        return try whole.pruned(alpha: alpha)
    }
}
// end listing
