extension TreeNodes {
    /// Adds a node that is a leaf until it is split.
    mutating func appendLeaf() {
        steps.append(.leaf(count))
        if allowsMissing { missingGoesBelow.append(false) }
        sampleCounts.append(0)
        weights.append(0)
        impurities.append(0)
        values.append(contentsOf: repeatElement(0, count: valueCount))
    }

    /// Writes which samples a node holds.
    mutating func describe(_ node: Int, _ summary: NodeSummary, samples: Int) {
        sampleCounts[node] = samples
        weights[node] = summary.weight
        impurities[node] = summary.impurity
        for (index, value) in summary.values.enumerated() {
            values[node * valueCount + index] = value
        }
    }

    /// Turns a leaf into a question.
    ///
    /// - Returns: the first of the two new nodes.
    mutating func split(
        _ node: Int, feature: Int, threshold: Double, missingGoesBelow: Bool
    ) -> Int {
        let child = count
        steps[node] = Step(threshold: threshold, feature: Int32(feature), child: Int32(child))
        if allowsMissing { self.missingGoesBelow[node] = missingGoesBelow }
        appendLeaf()
        appendLeaf()
        return child
    }
}
