/// The smaller and smaller trees that a tree becomes when leaves have a price.
///
/// With R(T) the impurity of a tree's leaves, each weighted by its share of the samples, the cost of a
/// tree of |T| leaves is R(T) + alpha |T|. As alpha grows, one branch after the other is no longer worth
/// its leaves: the branch below node t goes at
///
///     alpha = (R(t) - R(T_t)) / (|T_t| - 1)
///
/// Choose an alpha by validation, and take `pruned(alpha:)` of the tree.
///
/// Source: Breiman, Friedman, Olshen and Stone, Classification and Regression Trees, 1984, chapter 3.
public struct CostComplexityPath: Sendable, Equatable, Codable {
    /// The prices at which a branch goes, from 0 for the whole tree; the last one leaves the root alone.
    public let alphas: [Double]

    /// R(T) of the tree that is left at each.
    public let impurities: [Double]

    /// |T|, the number of leaves of the tree that is left at each.
    public let leafCounts: [Int]
}

extension DecisionTree.Fitted {
    /// The trees that this one becomes by pruning.
    public var costComplexityPath: CostComplexityPath { nodes.costComplexityPath }

    /// The smallest tree among those of the lowest cost R(T) + alpha |T|; with 0 the tree itself.
    ///
    /// - Parameter alpha: the price of a leaf, in the unit of the impurity.
    /// - Throws: `EstimatorError` if the price is negative, infinite or none.
    public func pruned(alpha: Double) throws -> Self {
        Self(nodes: try nodes.pruned(alpha: alpha))
    }
}

extension RegressionTree.Fitted {
    /// The trees that this one becomes by pruning.
    public var costComplexityPath: CostComplexityPath { nodes.costComplexityPath }

    /// The smallest tree among those of the lowest cost R(T) + alpha |T|; with 0 the tree itself.
    ///
    /// - Parameter alpha: the price of a leaf, in the unit of the variance.
    /// - Throws: `EstimatorError` if the price is negative, infinite or none.
    public func pruned(alpha: Double) throws -> Self {
        Self(nodes: try nodes.pruned(alpha: alpha))
    }
}

extension TreeNodes {
    fileprivate var costComplexityPath: CostComplexityPath {
        var pruning = CostComplexityPruning(self)
        var alphas = [0.0]
        var impurities = [pruning.impurity]
        var leafCounts = [pruning.leafCount]
        while let alpha = pruning.pruneWeakest(upTo: .infinity) {
            alphas.append(alpha)
            impurities.append(pruning.impurity)
            leafCounts.append(pruning.leafCount)
        }
        return CostComplexityPath(
            alphas: alphas, impurities: impurities, leafCounts: leafCounts)
    }

    fileprivate func pruned(alpha: Double) throws -> TreeNodes {
        guard alpha >= 0, alpha.isFinite else {
            throw EstimatorError.unusableSetting(
                name: "alpha", value: "\(alpha)", allowed: "a number from 0 on")
        }
        if alpha == 0 { return self }
        var pruning = CostComplexityPruning(self)
        while pruning.pruneWeakest(upTo: alpha) != nil {}
        return cut(at: pruning.isLeaf)
    }

    /// The tree in which these nodes are leaves.
    private func cut(at isNewLeaf: [Bool]) -> TreeNodes {
        var tree = TreeNodes(
            featureCount: featureCount, valueCount: valueCount, allowsMissing: allowsMissing)
        tree.append(0, of: self)
        var places = [Int](repeating: 0, count: count)
        var isKept = [Bool](repeating: false, count: count)
        isKept[0] = true
        // Children stand after their parent, so a node is known to be kept when its turn comes.
        for node in steps.indices where isKept[node] && !isNewLeaf[node] {
            let child = Int(steps[node].child)
            tree.steps[places[node]] = steps[node]
            tree.steps[places[node]].child = Int32(tree.count)
            if allowsMissing { tree.missingGoesBelow[places[node]] = missingGoesBelow[node] }
            for child in [child, child + 1] {
                isKept[child] = true
                places[child] = tree.count
                tree.append(child, of: self)
            }
        }
        return tree
    }

    /// Adds a node of another tree as a leaf.
    private mutating func append(_ node: Int, of other: TreeNodes) {
        steps.append(.leaf(count))
        if allowsMissing { missingGoesBelow.append(false) }
        sampleCounts.append(other.sampleCounts[node])
        weights.append(other.weights[node])
        impurities.append(other.impurities[node])
        values += other.values(of: node)
    }
}
