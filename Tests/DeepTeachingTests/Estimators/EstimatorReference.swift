import DeepTeaching

/// The values that Tests/Reference/estimators.py writes.
struct EstimatorReference: Decodable {
    /// A node of a scikit-learn tree with those below it.
    final class Node: Decodable {
        let samples: Int
        let impurity: Double
        let feature: Int?
        let threshold: Double?
        let below: Node?
        let above: Node?
    }

    struct SplitCase: Decodable {
        let x: [[Double]]
        let y: [Int]
        let tree: Node
        let importance: [Double]
    }

    struct Tree: Decodable {
        let maximumDepth: Int?
        let minimumLeafSamples: Int
        let balanced: Bool
        let weights: [Double]?
        let tree: Node
        let predictions: [Int]
        let probabilities: [[Double]]
        let importance: [Double]

        var settings: DecisionTree {
            DecisionTree(
                maximumDepth: maximumDepth, minimumLeafSamples: minimumLeafSamples,
                classWeights: weights.map { .explicit($0) } ?? (balanced ? .balanced : .uniform))
        }
    }

    struct Score: Decodable {
        let mean: Double
        let deviation: Double
    }

    struct Forest: Decodable {
        let test: Score
        let out_of_bag: Score
    }

    let splits: [SplitCase]
    let x: [[Double]]
    let y: [Int]
    let x_test: [[Double]]
    let y_test: [Int]
    let trees: [Tree]
    let forest: Forest

    static func load() throws -> EstimatorReference {
        try reference("estimators", as: EstimatorReference.self)
    }
}
