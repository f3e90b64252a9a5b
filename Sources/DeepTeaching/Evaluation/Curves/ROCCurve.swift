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
        let counts = try ScoreSteps(scores: scores, labels: labels)
        try counts.requireBothClasses()
        let (positives, negatives) = (Double(counts.positives), Double(counts.negatives))
        let start = Point(threshold: nil, falsePositiveRate: 0, truePositiveRate: 0)
        points =
            [start]
            + counts.steps.map { step in
                Point(
                    threshold: step.threshold,
                    falsePositiveRate: Double(step.alarms) / negatives,
                    truePositiveRate: Double(step.hits) / positives)
            }
        // Twice the number of pairs in the right order, ties counted once: whole, so exact.
        var pairs = 0
        var (hits, alarms) = (0, 0)
        for step in counts.steps {
            pairs += (step.alarms - alarms) * (hits + step.hits)
            (hits, alarms) = (step.hits, step.alarms)
        }
        area = Double(pairs) / (2 * positives * negatives)
    }
}
