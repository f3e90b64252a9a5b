extension RegressionTree {
    /// A grown regression tree: questions at the inner nodes, means at the leaves.
    ///
    /// Nodes are numbered from the root, 0; the two children of a node follow each other.
    public struct Fitted: FittedRegressor, Equatable {
        let nodes: TreeNodes

        init(nodes: TreeNodes) { self.nodes = nodes }

        /// The number of features of a sample.
        public var featureCount: Int { nodes.featureCount }

        /// How much each feature lowered the variance, summed over its splits and weighted by the samples
        /// there; sums to 1, or all 0 in a tree of one leaf. It favours features of many values.
        public var featureImportances: [Double] { nodes.featureImportances }

        /// The number of nodes, leaves among them.
        public var nodeCount: Int { nodes.count }

        /// The number of leaves.
        public var leafCount: Int { nodes.leafCount }

        /// The number of questions on the longest way from the root to a leaf.
        public var depth: Int { nodes.depths.max() ?? 0 }

        /// What stands at node `index`, 0 to `nodeCount - 1`; the root is 0.
        public func node(_ index: Int) -> RegressionTreeNode {
            nodes.requireNode(index)
            return RegressionTreeNode(
                split: nodes.split(of: index), sampleCount: nodes.sampleCounts[index],
                mean: nodes.values[index], variance: nodes.impurities[index])
        }

        /// The mean of the training targets at the leaf that each sample reaches.
        ///
        /// - Parameter features: finite numbers, axes [samples, features]; not a number where one is
        ///   missing and the tree was grown to allow it.
        /// - Throws: `EstimatorError` if the features do not fit.
        public func predictions<Scalar: TensorScalar>(
            for features: Tensor<Scalar>
        ) throws -> [Double] {
            let rows = try TreeRows(features, for: nodes)
            return nodes.sums(of: rows, samples: 0..<rows.sampleCount)
        }
    }
}

extension RegressionTree.Fitted {
    /// Writes the tree as lists with one entry a node.
    public func encode(to encoder: any Encoder) throws { try nodes.encode(to: encoder) }

    /// Reads a tree.
    ///
    /// - Throws: `DecodingError` if the lists do not describe a tree with one number a node.
    public init(from decoder: any Decoder) throws {
        nodes = try TreeNodes(from: decoder)
        guard nodes.valueCount == 1 else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath,
                    debugDescription: "A regression tree needs one number a node."))
        }
    }
}

/// One node of a fitted regression tree.
public struct RegressionTreeNode: Sendable, Equatable {
    /// The question, or nil at a leaf.
    public let split: TreeSplit?

    /// The number of different training samples that reach the node.
    public let sampleCount: Int

    /// The weighted mean of their targets.
    public let mean: Double

    /// The weighted variance of their targets, sum w (y - mean)^2 / sum w.
    public let variance: Double
}
