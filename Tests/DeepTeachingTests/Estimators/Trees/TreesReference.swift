import DeepTeaching

/// The values that Tests/Reference/trees.py writes.
struct TreesReference: Decodable {
    /// A scikit-learn tree as lists in depth-first order.
    struct Nodes: Decodable {
        let features: [Int]
        let thresholds: [Double?]
        let samples: [Int]
        let impurities: [Double]
        let missingBelow: [Bool]
    }

    struct Pruning: Decodable {
        let alphas: [Double]
        let impurities: [Double]
        let prices: [Double]
        let leaves: [Int]
        let importances: [Double]
    }

    struct Tree: Decodable {
        let name: String
        let isClass, isWeighted, isMissing, isEntropy, isBalanced: Bool
        let depth, leaves: Int?
        let split, leaf: Int
        let decrease: Double
        let tree: Nodes
        let predictions: [[Double]]
        let importances: [Double]
        let pruning: Pruning?
    }

    struct Score: Decodable {
        let mean, deviation: Double
    }

    struct Quality: Decodable {
        let x: [[Double]]
        let y: [Int]
        let z: [Double]
        let scores: [String: Score]
    }

    let x: [[Double]]
    let gaps: [[Double?]]
    let y: [Int]
    let z: [Double]
    let weights: [Double]
    let trees: [Tree]
    let quality: Quality

    static let loaded = Result { try reference("trees", as: TreesReference.self) }

    /// In `Float`, as scikit-learn computes: its thresholds lie between rounded values.
    func table(missing: Bool) throws -> Tensor<Float> {
        try Tensor(
            samples: missing
                ? gaps.map { $0.map { $0.map { Float($0) } ?? .nan } }
                : x.map { $0.map { Float($0) } })
    }
}

extension TreesReference.Tree {
    /// The tree grown by the library.
    func classTree(_ values: TreesReference) throws -> DecisionTree.Fitted {
        let settings = DecisionTree(
            criterion: isEntropy ? .entropy : .gini, maximumDepth: depth, maximumLeaves: leaves,
            minimumSplitSamples: split, minimumLeafSamples: leaf,
            minimumImpurityDecrease: decrease, classWeights: isBalanced ? .balanced : .uniform,
            allowsMissingValues: true)
        let table = try values.table(missing: isMissing)
        return isWeighted
            ? try settings.fit(table, labels: values.y, weights: values.weights)
            : try settings.fit(table, labels: values.y)
    }

    /// The tree grown by the library.
    func numberTree(_ values: TreesReference) throws -> RegressionTree.Fitted {
        try RegressionTree(
            maximumDepth: depth, maximumLeaves: leaves, minimumSplitSamples: split,
            minimumLeafSamples: leaf, minimumImpurityDecrease: decrease, allowsMissingValues: true
        ).fit(
            values.table(missing: isMissing), targets: values.z,
            weights: isWeighted ? values.weights : nil)
    }
}
