import Foundation

extension FittedDecisionTree {
    /// The tree in words, one line a node, children indented under their question.
    ///
    /// ```
    /// longest diameter <= 0.21 (120 samples)
    ///   negative 0.97 (90 samples)
    ///   longest diameter <= 2.05 (30 samples)
    /// ```
    ///
    /// - Parameters:
    ///   - featureNames: one name a feature, or nil for "feature 0" and so on.
    ///   - classNames: one name a class, or nil for "class 0" and so on.
    public func rules(featureNames: [String]? = nil, classNames: [String]? = nil) -> String {
        let features = featureNames ?? (0..<featureCount).map { "feature \($0)" }
        let classes = classNames ?? (0..<classCount).map { "class \($0)" }
        require(
            features.count == featureCount && classes.count == classCount,
            "\(features.count) feature names and \(classes.count) class names do not fit a tree of "
                + "\(featureCount) features and \(classCount) classes")
        var lines: [String] = []
        var pending = [(node: 0, depth: 0)]
        while let (index, depth) = pending.popLast() {
            let node = node(index)
            let samples = node.sampleCount == 1 ? "1 sample" : "\(node.sampleCount) samples"
            var line = String(repeating: "  ", count: depth)
            if let split = node.split {
                let threshold = String(format: "%.4g", split.threshold)
                line += "\(features[split.feature]) <= \(threshold) (\(samples))"
                pending.append((split.above, depth + 1))
                pending.append((split.below, depth + 1))
            } else {
                let best = mostProbableClasses(node.probabilities, classCount: classCount)[0]
                let share = String(format: "%.2f", node.probabilities[best])
                line += "\(classes[best]) \(share) (\(samples))"
            }
            lines.append(line)
        }
        return lines.joined(separator: "\n")
    }
}
