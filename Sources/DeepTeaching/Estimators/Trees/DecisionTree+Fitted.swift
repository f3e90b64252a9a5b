extension DecisionTree {
    /// A grown decision tree: questions at the inner nodes, class probabilities at the leaves.
    ///
    /// Nodes are numbered from the root, 0; the two children of a node follow each other.
    public struct Fitted: FittedClassifier, Equatable {
        let nodes: TreeNodes

        init(nodes: TreeNodes) { self.nodes = nodes }

        /// The number of features of a sample.
        public var featureCount: Int { nodes.featureCount }

        /// The number of classes.
        public var classCount: Int { nodes.valueCount }

        /// How much each feature lowered the impurity, summed over its splits and weighted by the samples
        /// there; sums to 1, or all 0 in a tree of one leaf. It favours features of many values: compare
        /// ``FittedClassifier/permutationImportance(for:labels:repeats:seed:)``.
        public var featureImportances: [Double] { nodes.featureImportances }

        /// The number of nodes, leaves among them.
        public var nodeCount: Int { nodes.count }

        /// The number of leaves.
        public var leafCount: Int { nodes.leafCount }

        /// The number of questions on the longest way from the root to a leaf.
        public var depth: Int { nodes.depths.max() ?? 0 }

        /// What stands at node `index`, 0 to `nodeCount - 1`; the root is 0.
        public func node(_ index: Int) -> DecisionTreeNode {
            nodes.requireNode(index)
            return DecisionTreeNode(
                split: nodes.split(of: index), sampleCount: nodes.sampleCounts[index],
                probabilities: Array(nodes.values(of: index)), impurity: nodes.impurities[index])
        }

        /// The share of each class at the leaf that each sample reaches.
        ///
        /// - Parameter features: finite numbers, axes [samples, features]; not a number where one is
        ///   missing and the tree was grown to allow it.
        /// - Returns: axes [samples, classes]; each row sums to 1.
        /// - Throws: `EstimatorError` if the features do not fit.
        public func probabilities<Scalar: TensorScalar>(
            for features: Tensor<Scalar>
        ) throws -> Tensor<Double> {
            let rows = try TreeRows(features, for: nodes)
            return Tensor(
                nodes.sums(of: rows, samples: 0..<rows.sampleCount),
                shape: [rows.sampleCount, classCount])
        }
    }
}

extension DecisionTree.Fitted {
    /// Writes the tree as lists with one entry a node.
    public func encode(to encoder: any Encoder) throws { try nodes.encode(to: encoder) }

    /// Reads a tree.
    ///
    /// - Throws: `DecodingError` if the lists do not describe a tree whose leaves hold probabilities.
    public init(from decoder: any Decoder) throws {
        nodes = try TreeNodes(from: decoder)
        let bad = nodes.steps.indices.first { !areProbabilities(nodes.values(of: $0)) }
        if let bad {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath,
                    debugDescription: "The shares of the classes at node \(bad) of a decision tree "
                        + "do not sum to 1."))
        }
    }
}

/// Whether numbers are from 0 to 1 and sum to 1, as far as rounding allows.
func areProbabilities(_ numbers: some Collection<Double>) -> Bool {
    numbers.allSatisfy { -1e-9...1 + 1e-9 ~= $0 } && abs(numbers.reduce(-1, +)) < 1e-6
}
