extension RandomForest {
    /// A grown forest; the probability of a class is the mean over its trees.
    public struct Fitted: FittedClassifier, Equatable {
        private let nodes: [TreeNodes]

        /// What the forest says of its own training samples, each judged only by trees that did not
        /// see it; nil for a forest grown without bootstrap.
        public let outOfBag: OutOfBagEstimate?

        init(nodes: [TreeNodes], outOfBag: OutOfBagEstimate?) {
            self.nodes = nodes
            self.outOfBag = outOfBag
        }

        /// The trees; at least one.
        public var trees: [DecisionTree.Fitted] { nodes.map { DecisionTree.Fitted(nodes: $0) } }

        /// The number of features of a sample.
        public var featureCount: Int { nodes[0].featureCount }

        /// The number of classes.
        public var classCount: Int { nodes[0].valueCount }

        /// How much each feature lowered the impurity, the mean over the trees; sums to 1, or all 0 if no
        /// tree has a split. It favours features of many values: compare
        /// ``FittedClassifier/permutationImportance(for:labels:repeats:seed:)``.
        public var featureImportances: [Double] { meanImportances(nodes) }

        /// The mean over the trees of the share of each class at the leaf that a sample reaches.
        ///
        /// - Parameter features: finite numbers, axes [samples, features]; not a number where one is
        ///   missing and the forest was grown to allow it.
        /// - Returns: axes [samples, classes]; each row sums to 1.
        /// - Throws: `EstimatorError` if the features do not fit.
        public func probabilities<Scalar: TensorScalar>(
            for features: Tensor<Scalar>
        ) throws -> Tensor<Double> {
            let rows = try TreeRows(features, for: nodes[0])
            return Tensor(
                TreeNodes.means(nodes, of: rows), shape: [rows.sampleCount, classCount])
        }
    }
}

extension RandomForest.Fitted {
    private enum CodingKeys: String, CodingKey { case trees, outOfBag }

    /// Writes the trees and the estimate.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(trees, forKey: .trees)
        try values.encodeIfPresent(outOfBag, forKey: .outOfBag)
    }

    /// Reads a forest.
    ///
    /// - Throws: `DecodingError` if there is no tree, or trees and estimate do not fit together, or
    ///   something is no probability.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        nodes = try values.decode([DecisionTree.Fitted].self, forKey: .trees).map(\.nodes)
        outOfBag = try values.decodeIfPresent(OutOfBagEstimate.self, forKey: .outOfBag)
        guard let first = nodes.first, nodes.allSatisfy({ $0.fits(first) }) else {
            throw DecodingError.dataCorruptedError(
                forKey: .trees, in: values,
                debugDescription: "A forest needs at least one tree, and the same features and "
                    + "classes in all of them.")
        }
        guard outOfBag?.fits(classCount: first.valueCount) ?? true else {
            throw DecodingError.dataCorruptedError(
                forKey: .outOfBag, in: values,
                debugDescription: "An out-of-bag estimate needs one probability a class.")
        }
    }
}
