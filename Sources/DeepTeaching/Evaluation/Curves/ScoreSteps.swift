/// How many positives and negatives are called at each threshold: what every curve over a threshold is
/// made of.
///
/// Items of one score take one step together: their order says nothing, and stepping them one by one
/// would give curves that depend on it.
struct ScoreSteps {
    /// A threshold, and how many items have at least this score.
    struct Step {
        let threshold: Double

        /// Positives that are called positive.
        let hits: Int

        /// Negatives that are called positive.
        let alarms: Int
    }

    /// One step a different score, from the highest to the lowest.
    let steps: [Step]

    /// The number of positive items.
    let positives: Int

    /// The number of negative items.
    let negatives: Int

    /// - Throws: `EvaluationError` if the lists are empty or differ in length, or a score is not a
    ///   number.
    init(scores: [Double], labels: [Bool]) throws {
        try requireSameLength("scores", scores.count, "labels", labels.count)
        try requireNumbers(scores)
        // Sorted on their own, numbers are compared without looking anything up.
        let positive = zip(scores, labels).filter(\.1).map(\.0).sorted(by: >)
        let negative = zip(scores, labels).filter { !$0.1 }.map(\.0).sorted(by: >)
        var steps: [Step] = []
        var (hits, alarms) = (0, 0)
        while hits < positive.count || alarms < negative.count {
            let threshold = max(
                hits < positive.count ? positive[hits] : -.infinity,
                alarms < negative.count ? negative[alarms] : -.infinity)
            while hits < positive.count, positive[hits] == threshold { hits += 1 }
            while alarms < negative.count, negative[alarms] == threshold { alarms += 1 }
            steps.append(Step(threshold: threshold, hits: hits, alarms: alarms))
        }
        self.steps = steps
        positives = positive.count
        negatives = negative.count
    }

    /// Stops unless both classes occur.
    func requireBothClasses() throws {
        guard positives > 0, negatives > 0 else {
            throw EvaluationError.onlyOneClass(
                isPositive: positives > 0, count: positives + negatives)
        }
    }
}
