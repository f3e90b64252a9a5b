extension ConfusionMatrix {
    /// Counts pairs of calls: class 0 is "negative", class 1 "positive".
    ///
    /// - Throws: `EvaluationError` if there is no item, or the lists differ in length.
    public init(labels: [Bool], predictions: [Bool]) throws {
        try self.init(
            labels: labels.map { $0 ? 1 : 0 }, predictions: predictions.map { $0 ? 1 : 0 },
            names: ["negative", "positive"])
    }

    /// How many of the positives, class 1 of two, were found.
    ///
    /// - Throws: `EvaluationError.nothing` if there are none.
    public var sensitivity: Proportion {
        get throws { try requireTwoClasses().recallCounts(of: 1) }
    }

    /// How many of the negatives, class 0 of two, were called negative.
    ///
    /// - Throws: `EvaluationError.nothing` if there are none.
    public var specificity: Proportion {
        get throws { try requireTwoClasses().recallCounts(of: 0) }
    }

    /// How many of the items of a class were found: its recall with the counts behind it, which have an
    /// interval.
    ///
    /// - Throws: `EvaluationError.nothing` if there are none.
    public func recallCounts(of index: Int) throws -> Proportion {
        _ = recall(of: index)
        return try Proportion(counts[index][index], of: labelTotals[index])
    }

    /// How many of the items predicted as a class belong to it: its precision with the counts behind it.
    ///
    /// - Throws: `EvaluationError.nothing` if none was predicted.
    public func precisionCounts(of index: Int) throws -> Proportion {
        _ = precision(of: index)
        return try Proportion(counts[index][index], of: predictionTotals[index])
    }

    private func requireTwoClasses() -> ConfusionMatrix {
        require(
            names.count == 2,
            "sensitivity and specificity are of two classes, but there are \(names.count)")
        return self
    }
}
