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
    /// - Parameters:
    ///   - featureNames: one name a feature, or nil for "feature 0" and so on.
    ///   - classNames: one name a class, or nil for "class 0" and so on.
    ///   - maximumDepth: how many levels are shown; what lies deeper becomes "...". Nil for all.
    public func rules(
        featureNames: [String]? = nil, classNames: [String]? = nil, maximumDepth: Int? = nil
    ) -> String {
        let features = featureNames ?? (0..<featureCount).map { "feature \($0)" }
        let classes = classNames ?? (0..<classCount).map { "class \($0)" }
        require(
            features.count == featureCount && classes.count == classCount,
            "\(features.count) feature names and \(classes.count) class names do not fit a tree of "
                + "\(featureCount) features and \(classCount) classes")
        var lines: [String] = []
        var pending = [(node: 0, depth: 0, answer: "all")]
        while let (index, depth, answer) = pending.popLast() {
            let node = node(index)
            let samples = node.sampleCount == 1 ? "1 sample" : "\(node.sampleCount) samples"
            let line = Self.indent(depth) + "\(answer) (\(samples))"
            guard let split = node.split else {
                let best = mostProbableClasses(node.probabilities, classCount: classCount)[0]
                let share = String(format: "%.2f", node.probabilities[best])
                lines.append(line + ": \(classes[best]) \(share)")
                continue
            }
            lines.append(line)
            if depth >= maximumDepth ?? .max {
                lines.append(Self.indent(depth + 1) + "...")
                continue
            }
            let name = features[split.feature]
            let threshold = String(format: "%.4g", split.threshold)
            pending.append((split.above, depth + 1, "\(name) > \(threshold)"))
            pending.append((split.below, depth + 1, "\(name) <= \(threshold)"))
        }
        return lines.joined(separator: "\n")
    }

    private static func indent(_ depth: Int) -> String {
        depth == 0 ? "" : String(repeating: "|   ", count: depth - 1) + "|-- "
    }
}
