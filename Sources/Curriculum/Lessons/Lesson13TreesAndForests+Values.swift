import DeepTeaching

/// What a node of a tree asks: "is this feature at most the threshold?"
public struct TreeQuestion: Codable, Sendable, Hashable {
    /// The index of the feature.
    public var feature: Int

    /// Samples whose feature is at most this go below, the others above.
    public var threshold: Double

    /// The impurity of the two children, each weighted by its share of the samples.
    public var impurity: Double

    /// A question.
    public init(feature: Int, threshold: Double, impurity: Double) {
        self.feature = feature
        self.threshold = threshold
        self.impurity = impurity
    }

    /// The best question about some of the features, or nil if no question separates anything: all
    /// samples have one class, or each of these features has one value.
    ///
    /// - Parameters:
    ///   - features: axes [sample, feature].
    ///   - labels: the class of each sample.
    ///   - candidates: the indices of the features that may be asked about.
    /// - Throws: `EstimatorError` if the features are no table of numbers, or no label fits.
    public static func separating(
        features: [[Double]], labels: [Int], among candidates: [Int]
    ) throws -> TreeQuestion? {
        if candidates.isEmpty || labels.isEmpty { return nil }
        let columns = try Tensor(samples: features.map { row in candidates.map { row[$0] } })
        let stump = try DecisionTree(maximumDepth: 1).fit(columns, labels: labels)
        guard let split = stump.node(0).split else { return nil }
        let children = [split.below, split.above].map { stump.node($0) }
        let impurity = children.reduce(0) { $0 + Double($1.sampleCount) * $1.impurity }
        return TreeQuestion(
            feature: candidates[split.feature], threshold: split.threshold,
            impurity: impurity / Double(labels.count))
    }
}

/// A node of a tree.
public struct TreeNode: Codable, Sendable, Hashable {
    /// Where it stands: the root at 0; of the node at place p, the child below the threshold at 2 p + 1
    /// and the child above it at 2 p + 2.
    public var place: Int

    /// What it asks; nil at a leaf.
    public var question: TreeQuestion?

    /// How many training samples of each class came here.
    public var counts: [Int]

    /// A leaf, or a node that asks.
    public init(place: Int, question: TreeQuestion? = nil, counts: [Int]) {
        self.place = place
        self.question = question
        self.counts = counts
    }
}

/// The samples from which one tree learns.
public struct BootstrapSample: Codable, Sendable, Hashable {
    /// The samples in the order in which they were drawn; some of them several times.
    public var inBag: [Int]

    /// The samples that were never drawn, in ascending order.
    public var outOfBag: [Int]

    /// What is in the bag, and what is not.
    public init(inBag: [Int], outOfBag: [Int]) {
        self.inBag = inBag
        self.outOfBag = outOfBag
    }
}

/// A classifier that has learnt already: each class has a score, a sum of features times weights.
public struct GivenClassifier: Codable, Sendable, Hashable {
    /// Axes [class, feature].
    public var weights: [[Double]]

    /// A classifier of these weights.
    public init(weights: [[Double]]) { self.weights = weights }

    /// The class with the highest score; of equally high ones the first.
    public func prediction(for sample: [Double]) -> Int {
        let scores = weights.map { row in zip(row, sample).reduce(0) { $0 + $1.0 * $1.1 } }
        return scores.indices.max { (scores[$0], $1) < (scores[$1], $0) } ?? 0
    }
}
