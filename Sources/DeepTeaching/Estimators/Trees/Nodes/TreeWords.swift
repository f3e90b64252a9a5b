import Foundation

/// A tree in words.
struct TreeWords {
    let nodes: TreeNodes

    /// One name a feature.
    let features: [String]

    /// Stops with a sentence if the names do not fit.
    init(_ nodes: TreeNodes, featureNames: [String]?) {
        self.nodes = nodes
        features = featureNames ?? (0..<nodes.featureCount).map { "feature \($0)" }
        require(
            features.count == nodes.featureCount,
            "\(features.count) feature names do not fit a tree of \(nodes.featureCount) features")
    }

    /// The answers that lead to the two children of a node.
    func answers(to split: TreeSplit) -> (below: String, above: String) {
        let name = features[split.feature]
        if split.asksIfMissing { return ("\(name) is known", "\(name) is missing") }
        let threshold = shortNumber(split.threshold)
        func suffix(_ node: Int) -> String { split.missing == node ? " or missing" : "" }
        return (
            "\(name) <= \(threshold)" + suffix(split.below),
            "\(name) > \(threshold)" + suffix(split.above)
        )
    }

    /// What a node asks.
    func question(of split: TreeSplit) -> String {
        split.asksIfMissing
            ? "\(features[split.feature]) known?"
            : "\(features[split.feature]) <= \(shortNumber(split.threshold))?"
    }

    /// How many samples came to a node.
    func samples(at node: Int) -> String {
        nodes.sampleCounts[node] == 1 ? "1 sample" : "\(nodes.sampleCounts[node]) samples"
    }

    /// The tree, one line a node.
    ///
    /// - Parameter leaf: what a leaf says.
    func rules(maximumDepth: Int?, leaf: (Int) -> String) -> String {
        var lines: [String] = []
        var pending = [(node: 0, depth: 0, answer: "all")]
        while let (node, depth, answer) = pending.popLast() {
            let line = Self.indent(depth) + "\(answer) (\(samples(at: node)))"
            guard let split = nodes.split(of: node) else {
                lines.append(line + ": " + leaf(node))
                continue
            }
            lines.append(line)
            if depth >= maximumDepth ?? .max {
                lines.append(Self.indent(depth + 1) + "...")
                continue
            }
            let answers = answers(to: split)
            pending.append((split.above, depth + 1, answers.above))
            pending.append((split.below, depth + 1, answers.below))
        }
        return lines.joined(separator: "\n")
    }

    private static func indent(_ depth: Int) -> String {
        depth == 0 ? "" : String(repeating: "|   ", count: depth - 1) + "|-- "
    }
}

/// A number with four digits that count.
func shortNumber(_ number: Double) -> String { String(format: "%.4g", number) }
