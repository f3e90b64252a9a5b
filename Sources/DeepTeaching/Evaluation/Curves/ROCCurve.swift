/// Which share of the positives is found, against which share of the negatives is called positive,
/// for every threshold (receiver operating characteristic).
public struct ROCCurve: Sendable, Equatable, Codable {
    /// One threshold and what it gives.
    public struct Point: Sendable, Equatable, Codable {
        /// Items whose score is at least this are called positive; nil where none is.
        public let threshold: Double?

        /// The share of the negative items that are called positive (1 - specificity).
        public let falsePositiveRate: Double

        /// The share of the positive items that are called positive (sensitivity).
        public let truePositiveRate: Double
    }

    /// From (0, 0), where nothing is called positive, to (1, 1): one point a different score.
    public let points: [Point]

    /// The area under the curve: the probability that a positive item has a higher score than a
    /// negative one, ties counted half. 0.5 is chance.
    public let area: Double

    /// The curve of scores, higher meaning more positive.
    ///
    /// Items of one score take one step together: their order says nothing, and stepping them one
    /// by one would give an area that depends on it.
    ///
    /// - Throws: `EvaluationError` if the lists differ in length, a score is not a number, or not
    ///   both classes occur.
    ///
    /// Source: Fawcett, An introduction to ROC analysis, Pattern Recognition Letters, 2006.
    public init(scores: [Double], labels: [Bool]) throws {
        try requireSameLength("scores", scores.count, "labels", labels.count)
        if let item = scores.firstIndex(where: \.isNaN) {
            throw EvaluationError.scoreNotANumber(item: item)
        }
        let positives = labels.count { $0 }
        let negatives = labels.count - positives
        guard positives > 0, negatives > 0 else {
            throw EvaluationError.onlyOneClass(isPositive: positives > 0, count: labels.count)
        }
        let order = scores.indices.sorted { scores[$0] > scores[$1] }
        var points = [Point(threshold: nil, falsePositiveRate: 0, truePositiveRate: 0)]
        var (found, alarms) = (0, 0)
        // Twice the number of pairs in the right order, ties counted once: whole, so exact.
        var pairs = 0
        var start = 0
        while start < order.count {
            let score = scores[order[start]]
            var (hits, misses) = (0, 0)
            while start < order.count, scores[order[start]] == score {
                if labels[order[start]] { hits += 1 } else { misses += 1 }
                start += 1
            }
            pairs += misses * (2 * found + hits)
            found += hits
            alarms += misses
            points.append(
                Point(
                    threshold: score, falsePositiveRate: Double(alarms) / Double(negatives),
                    truePositiveRate: Double(found) / Double(positives)))
        }
        self.points = points
        area = Double(pairs) / (2 * Double(positives) * Double(negatives))
    }

    /// The area under the curve with a bootstrap interval over groups, usually patients.
    ///
    /// Resamples that hold one class only are left out and counted.
    ///
    /// - Throws: `EvaluationError` as `init(scores:labels:)` and `bootstrapInterval` do.
    public static func areaInterval<Group: Hashable>(
        scores: [Double], labels: [Bool], groups: [Group], confidence: Double = 0.95,
        seed: UInt64, samples: Int = 2000
    ) throws -> BootstrapInterval {
        _ = try ROCCurve(scores: scores, labels: labels)
        try requireSameLength("scores", scores.count, "groups", groups.count)
        return try bootstrapInterval(
            groups: groups, confidence: confidence, seed: seed, samples: samples
        ) { items in
            let chosen = items.map { labels[$0] }
            guard chosen.contains(true), chosen.contains(false) else { return nil }
            return try ROCCurve(scores: items.map { scores[$0] }, labels: chosen).area
        }
    }
}
