extension RegressionForest {
    /// A grown forest; what it predicts is the mean over its trees.
    public struct Fitted: FittedRegressor, Equatable {
        private let nodes: [TreeNodes]

        /// What the forest says of its own training samples, each judged only by trees that did not
        /// see it; nil for a forest grown without bootstrap.
        public let outOfBag: RegressionOutOfBagEstimate?

        init(nodes: [TreeNodes], outOfBag: RegressionOutOfBagEstimate?) {
            self.nodes = nodes
            self.outOfBag = outOfBag
        }

        /// The trees; at least one.
        public var trees: [RegressionTree.Fitted] {
            nodes.map { RegressionTree.Fitted(nodes: $0) }
        }

        /// The number of features of a sample.
        public var featureCount: Int { nodes[0].featureCount }

        /// How much each feature lowered the variance, the mean over the trees; sums to 1, or all 0 if no
        /// tree has a split. It favours features of many values.
        public var featureImportances: [Double] { meanImportances(nodes) }

        /// The mean over the trees of what they predict.
        ///
        /// - Parameter features: finite numbers, axes [samples, features]; not a number where one is
        ///   missing and the forest was grown to allow it.
        /// - Throws: `EstimatorError` if the features do not fit.
        public func predictions<Scalar: TensorScalar>(
            for features: Tensor<Scalar>
        ) throws -> [Double] {
            TreeNodes.means(nodes, of: try TreeRows(features, for: nodes[0]))
        }
    }
}

extension RegressionForest.Fitted {
    private enum CodingKeys: String, CodingKey { case trees, outOfBag }

    /// Writes the trees and the estimate.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(trees, forKey: .trees)
        try values.encodeIfPresent(outOfBag, forKey: .outOfBag)
    }

    /// Reads a forest.
    ///
    /// - Throws: `DecodingError` if there is no tree, or the trees do not fit together.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        nodes = try values.decode([RegressionTree.Fitted].self, forKey: .trees).map(\.nodes)
        outOfBag = try values.decodeIfPresent(
            RegressionOutOfBagEstimate.self, forKey: .outOfBag)
        guard let first = nodes.first, nodes.allSatisfy({ $0.fits(first) }) else {
            throw DecodingError.dataCorruptedError(
                forKey: .trees, in: values,
                debugDescription: "A forest needs at least one tree, and the same features in all "
                    + "of them.")
        }
    }
}
