extension TreeNodes: Codable {
    private enum Key: String, CodingKey {
        case featureCount, valueCount, allowsMissing
        case features, thresholds, children, missingGoesBelow
        case sampleCounts, weights, impurities, values
    }

    /// Writes the tree as lists with one entry a node; a leaf asks for feature -1.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(featureCount, forKey: .featureCount)
        try container.encode(valueCount, forKey: .valueCount)
        try container.encode(allowsMissing, forKey: .allowsMissing)
        let isLeaf = steps.indices.map { self.isLeaf($0) }
        try container.encode(
            zip(steps, isLeaf).map { $1 ? -1 : $0.feature }, forKey: .features)
        try container.encode(
            zip(steps, isLeaf).map { $1 ? 0 : $0.threshold }, forKey: .thresholds)
        try container.encode(zip(steps, isLeaf).map { $1 ? 0 : $0.child }, forKey: .children)
        try container.encode(missingGoesBelow, forKey: .missingGoesBelow)
        try container.encode(sampleCounts, forKey: .sampleCounts)
        try container.encode(weights, forKey: .weights)
        try container.encode(impurities, forKey: .impurities)
        try container.encode(values, forKey: .values)
    }

    /// Reads a tree.
    ///
    /// - Throws: `DecodingError` if the lists do not describe a tree, so that a damaged file can never
    ///   make a prediction stop or run in circles.
    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        featureCount = try container.decode(Int.self, forKey: .featureCount)
        valueCount = try container.decode(Int.self, forKey: .valueCount)
        allowsMissing = try container.decode(Bool.self, forKey: .allowsMissing)
        let features = try container.decode([Int32].self, forKey: .features)
        let thresholds = try container.decode([Double].self, forKey: .thresholds)
        let children = try container.decode([Int32].self, forKey: .children)
        missingGoesBelow = try container.decode([Bool].self, forKey: .missingGoesBelow)
        sampleCounts = try container.decode([Int].self, forKey: .sampleCounts)
        weights = try container.decode([Double].self, forKey: .weights)
        impurities = try container.decode([Double].self, forKey: .impurities)
        values = try container.decode([Double].self, forKey: .values)
        if thresholds.count == features.count && children.count == features.count {
            steps = features.indices.map { node in
                features[node] == -1
                    ? .leaf(node)
                    : Step(
                        threshold: thresholds[node], feature: features[node],
                        // A question whose child is itself would look like a leaf.
                        child: children[node] == node ? -1 : children[node])
            }
        }
        if let fault {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: container.codingPath, debugDescription: fault))
        }
    }
}
