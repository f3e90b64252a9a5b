extension DecisionTree.Fitted {
    private enum Key: String, CodingKey {
        case featureCount, classCount, impurityImportance
        case features, thresholds, children, sampleCounts, shares
    }

    /// Writes the tree as lists with one entry a node.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(featureCount, forKey: .featureCount)
        try values.encode(classCount, forKey: .classCount)
        try values.encode(impurityImportance, forKey: .impurityImportance)
        try values.encode(steps.map(\.feature), forKey: .features)
        try values.encode(steps.map(\.threshold), forKey: .thresholds)
        try values.encode(steps.map(\.child), forKey: .children)
        try values.encode(sampleCounts, forKey: .sampleCounts)
        try values.encode(shares, forKey: .shares)
    }

    /// Reads a tree.
    ///
    /// - Throws: `DecodingError` if the lists do not describe a tree whose leaves hold probabilities,
    ///   so that a damaged file can never make a prediction stop, run in circles, or be no number.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        featureCount = try values.decode(Int.self, forKey: .featureCount)
        classCount = try values.decode(Int.self, forKey: .classCount)
        impurityImportance = try values.decode([Double].self, forKey: .impurityImportance)
        let features = try values.decode([Int32].self, forKey: .features)
        let thresholds = try values.decode([Double].self, forKey: .thresholds)
        let children = try values.decode([Int32].self, forKey: .children)
        sampleCounts = try values.decode([Int].self, forKey: .sampleCounts)
        shares = try values.decode([Double].self, forKey: .shares)
        if thresholds.count == features.count && children.count == features.count {
            steps = features.indices.map {
                Step(threshold: thresholds[$0], feature: features[$0], child: children[$0])
            }
        }
        if let fault {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: values.codingPath, debugDescription: fault))
        }
    }

    /// Why these lists are no tree, or nil if they are one.
    private var fault: String? {
        guard featureCount > 0, classCount > 0, impurityImportance.count == featureCount,
            !steps.isEmpty, sampleCounts.count == steps.count,
            shares.count.isMultiple(of: classCount), shares.count / classCount == steps.count
        else { return "The lists of a decision tree do not have one entry a node." }
        return questionFault ?? shareFault ?? importanceFault
    }

    /// Why the questions lead astray: each node but the root must be the child of one other, so that
    /// no walk goes round in circles, and none takes longer than the tree is high.
    private var questionFault: String? {
        var isReached = [Bool](repeating: false, count: steps.count)
        isReached[0] = true
        for (node, step) in steps.enumerated() where step.feature != -1 {
            guard step.feature >= 0, step.feature < featureCount else {
                return "Node \(node) of a decision tree asks for feature \(step.feature), but "
                    + "there are \(featureCount)."
            }
            guard step.threshold.isFinite else {
                return "Node \(node) of a decision tree compares with \(step.threshold)."
            }
            guard step.child > node, Int(step.child) + 1 < steps.count else {
                return "Node \(node) of a decision tree leads to node \(step.child), which is "
                    + "no node after it."
            }
            for child in [Int(step.child), Int(step.child) + 1] {
                guard !isReached[child] else {
                    return "Two nodes of a decision tree lead to node \(child)."
                }
                isReached[child] = true
            }
        }
        return isReached.firstIndex(of: false)
            .map { "No node of a decision tree leads to node \($0)." }
    }

    /// Why the shares of the classes at some node are no probabilities.
    private var shareFault: String? {
        for node in steps.indices {
            let own = shares[node * classCount..<(node + 1) * classCount]
            guard areProbabilities(own) else {
                return "The shares of the classes at node \(node) of a decision tree do not sum "
                    + "to 1."
            }
            guard sampleCounts[node] >= 0 else {
                return "Node \(node) of a decision tree has \(sampleCounts[node]) samples."
            }
        }
        return nil
    }

    private var importanceFault: String? {
        let isEmpty = impurityImportance.allSatisfy { $0 == 0 }
        return isEmpty || areProbabilities(impurityImportance[...])
            ? nil : "The importances of the features of a decision tree do not sum to 1."
    }
}

/// Whether numbers are from 0 to 1 and sum to 1, as far as rounding allows.
func areProbabilities(_ numbers: some Collection<Double>) -> Bool {
    numbers.allSatisfy { -1e-9...1 + 1e-9 ~= $0 } && abs(numbers.reduce(-1, +)) < 1e-6
}
