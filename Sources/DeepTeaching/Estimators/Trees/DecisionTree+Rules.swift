import Foundation

extension DecisionTree.Fitted: CustomStringConvertible {
    /// The rules with numbered features and classes, at most ten levels deep.
    public var description: String { rules(maximumDepth: 10) }

    /// The tree in words, one line a node, children indented under their question: the answer that
    /// leads to the node, how many different training samples came there, and at a leaf its most
    /// probable class.
    ///
    /// ```
    /// all (120 samples)
    /// |-- diameter <= 0.21 (90 samples): negative 0.97
    /// |-- diameter > 0.21 (30 samples)
    /// |   |-- diameter <= 2.05 (12 samples): micro 0.75
    /// |   |-- diameter > 2.05 (18 samples): macro 1.00
    /// ```
    ///
    /// Where values may be missing, the answer that they follow says so: "diameter <= 0.21 or missing".
    ///
    /// - Parameters:
    ///   - featureNames: one name a feature, or nil for "feature 0" and so on.
    ///   - classNames: one name a class, or nil for "class 0" and so on.
    ///   - maximumDepth: how many levels are shown; what lies deeper becomes "...". Nil for all.
    public func rules(
        featureNames: [String]? = nil, classNames: [String]? = nil, maximumDepth: Int? = nil
    ) -> String {
        let words = TreeWords(nodes, featureNames: featureNames)
        let classes = classWords(classNames)
        return words.rules(maximumDepth: maximumDepth) { mostProbableClass(of: $0, named: classes) }
    }

    /// One name a class.
    func classWords(_ names: [String]?) -> [String] {
        let classes = names ?? (0..<classCount).map { "class \($0)" }
        require(
            classes.count == classCount,
            "\(classes.count) class names do not fit a tree of \(classCount) classes")
        return classes
    }

    /// The most probable class of a node and its share.
    func mostProbableClass(of node: Int, named classes: [String]) -> String {
        let shares = Array(nodes.values(of: node))
        let best = mostProbableClasses(shares, classCount: classCount)[0]
        return classes[best] + " " + String(format: "%.2f", shares[best])
    }
}

extension RegressionTree.Fitted: CustomStringConvertible {
    /// The rules with numbered features, at most ten levels deep.
    public var description: String { rules(maximumDepth: 10) }

    /// The tree in words, as ``DecisionTree/Fitted/rules(featureNames:classNames:maximumDepth:)``; a leaf
    /// says its mean.
    ///
    /// - Parameters:
    ///   - featureNames: one name a feature, or nil for "feature 0" and so on.
    ///   - maximumDepth: how many levels are shown; what lies deeper becomes "...". Nil for all.
    public func rules(featureNames: [String]? = nil, maximumDepth: Int? = nil) -> String {
        TreeWords(nodes, featureNames: featureNames).rules(maximumDepth: maximumDepth) {
            shortNumber(nodes.values[$0])
        }
    }
}
