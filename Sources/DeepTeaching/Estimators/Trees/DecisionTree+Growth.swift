extension DecisionTree.Fitted {
    /// A tree without nodes, to be grown.
    init(featureCount: Int, classCount: Int) {
        self.featureCount = featureCount
        self.classCount = classCount
        impurityImportance = [Double](repeating: 0, count: featureCount)
    }

    /// Adds a node that is a leaf until it is split.
    mutating func appendLeaf() {
        steps.append(Step(threshold: 0, feature: -1, child: 0))
        sampleCounts.append(0)
        shares.append(contentsOf: repeatElement(0, count: classCount))
    }

    /// Writes which samples a node holds: the weight of each class, and of all together.
    mutating func describe(_ node: Int, classes: [Double], total: Double, samples: Int) {
        for (k, weight) in classes.enumerated() {
            shares[node * classCount + k] = weight / total
        }
        sampleCounts[node] = samples
    }

    /// Turns a leaf into a question.
    ///
    /// - Parameter decrease: how much weighted impurity the split takes away.
    /// - Returns: the first of the two new nodes.
    mutating func split(
        _ node: Int, feature: Int, threshold: Double, decrease: Double
    ) -> Int {
        let child = steps.count
        steps[node] = Step(threshold: threshold, feature: Int32(feature), child: Int32(child))
        appendLeaf()
        appendLeaf()
        impurityImportance[feature] += max(0, decrease)
        return child
    }

    /// Makes the importances sum to 1.
    mutating func normalizeImportance() {
        let sum = impurityImportance.reduce(0, +)
        if sum > 0 { impurityImportance = impurityImportance.map { $0 / sum } }
    }
}
