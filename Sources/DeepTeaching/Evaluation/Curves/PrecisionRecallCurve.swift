/// Which share of the calls is right, against which share of the positives is found, for every
/// threshold.
///
/// Where positives are rare, a ROC curve looks good although most calls are wrong: a hundred false
/// positives are little among 100,000 negatives, but much beside ten true ones. This curve counts calls,
/// so it sees them. Chance is a level line at the ``prevalence``.
public struct PrecisionRecallCurve: Sendable, Equatable, Codable {
    /// One threshold and what it gives.
    public struct Point: Sendable, Equatable, Codable {
        /// Items whose score is at least this are called positive; nil where none is.
        public let threshold: Double?

        /// The share of the items called positive that are; 1 where none is called.
        public let precision: Double

        /// The share of the positive items that are called positive (sensitivity).
        public let recall: Double
    }

    /// From recall 0, where nothing is called positive, to recall 1: one point a different score.
    public let points: [Point]

    /// AP = sum_n (R_n - R_(n-1)) P_n: the mean of the precisions at the positives.
    ///
    /// No straight lines are drawn between the points: what lies between two thresholds cannot be had,
    /// and the lines would promise too much.
    public let averagePrecision: Double

    /// The share of the items that are positive: the precision of calling at random.
    public let prevalence: Double

    /// The curve of scores, higher meaning more positive; items of one score take one step together.
    ///
    /// Without a negative item every call is right: precision is 1 throughout.
    ///
    /// - Throws: `EvaluationError` if the lists differ in length, a score is not a number, or there is
    ///   no positive item.
    ///
    /// Source: Davis and Goadrich, The relationship between precision-recall and ROC curves, ICML, 2006.
    public init(scores: [Double], labels: [Bool]) throws {
        let counts = try ScoreSteps(scores: scores, labels: labels)
        guard counts.positives > 0 else {
            throw EvaluationError.onlyOneClass(isPositive: false, count: labels.count)
        }
        let start = Point(threshold: nil, precision: 1, recall: 0)
        let points =
            [start]
            + counts.steps.map { step in
                Point(
                    threshold: step.threshold,
                    precision: Double(step.hits) / Double(step.hits + step.alarms),
                    recall: Double(step.hits) / Double(counts.positives))
            }
        averagePrecision = zip(points, points.dropFirst()).reduce(0) { sum, pair in
            sum + (pair.1.recall - pair.0.recall) * pair.1.precision
        }
        self.points = points
        prevalence = Double(counts.positives) / Double(labels.count)
    }
}
