/// Samples that a tree can be asked about: checked, but not copied.
struct TreeRows<Scalar: TensorScalar>: Sendable {
    /// The features, axes [samples, features].
    let features: Tensor<Scalar>

    /// Whether a value is missing.
    let hasMissing: Bool

    var sampleCount: Int { features.shape[0] }

    /// - Throws: `EstimatorError` if the features do not fit the tree.
    init(_ features: Tensor<Scalar>, for tree: TreeNodes) throws {
        self.features = features
        if features.rank == 2, features.shape[1] == tree.featureCount, features.isFinite() {
            hasMissing = false
            return
        }
        // Something is missing or wrong: the table says what.
        let table = try SampleTable(features, acceptsMissing: tree.allowsMissing)
        try table.requireFeatures(tree.featureCount)
        hasMissing = table.hasMissing
    }
}
