extension TreeNodes {
    /// Why these lists are no tree, or nil if they are one.
    var fault: String? {
        guard featureCount > 0, valueCount > 0, !steps.isEmpty, steps.count < Int32.max,
            [sampleCounts.count, weights.count, impurities.count]
                .allSatisfy({ $0 == steps.count }),
            values.count.isMultiple(of: valueCount), values.count / valueCount == steps.count,
            missingGoesBelow.count == (allowsMissing ? steps.count : 0)
        else { return "The lists of a tree do not have one entry a node." }
        return questionFault ?? numberFault
    }

    /// Why the questions lead astray: each node but the root must be the child of one other, so that
    /// no walk goes round in circles, and none takes longer than the tree is high.
    private var questionFault: String? {
        var isReached = [Bool](repeating: false, count: count)
        isReached[0] = true
        for (node, step) in steps.enumerated() where !isLeaf(node) {
            guard step.feature >= 0, step.feature < featureCount else {
                return "Node \(node) of a tree asks for feature \(step.feature), but there are "
                    + "\(featureCount)."
            }
            guard step.threshold.isFinite else {
                return "Node \(node) of a tree compares with \(step.threshold)."
            }
            guard step.child > node, Int(step.child) + 1 < count else {
                return "Node \(node) of a tree leads to node \(step.child), which is no node "
                    + "after it."
            }
            for child in [Int(step.child), Int(step.child) + 1] {
                guard !isReached[child] else { return "Two nodes of a tree lead to node \(child)." }
                isReached[child] = true
            }
        }
        return isReached.firstIndex(of: false).map { "No node of a tree leads to node \($0)." }
    }

    /// Why what a node says of itself cannot be.
    private var numberFault: String? {
        for node in steps.indices {
            guard sampleCounts[node] >= 0 else {
                return "Node \(node) of a tree has \(sampleCounts[node]) samples."
            }
            guard weights[node] > 0, weights[node].isFinite, impurities[node] >= 0,
                impurities[node].isFinite, values(of: node).allSatisfy(\.isFinite)
            else { return "Node \(node) of a tree has a weight or answer that cannot be." }
        }
        return nil
    }
}
