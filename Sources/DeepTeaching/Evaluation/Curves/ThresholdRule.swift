/// By what a decision threshold is chosen.
///
/// Of thresholds that are equally good, the highest is chosen: it calls the fewest items.
public enum ThresholdRule: Sendable, Equatable, Codable {
    /// The largest J = sensitivity + specificity - 1: both errors weigh alike, however rare the positives.
    ///
    /// Source: Youden, Index for rating diagnostic tests, Cancer, 1950.
    case youden

    /// The highest threshold that finds at least this share of the positives, above 0 and up to 1.
    case sensitivity(Double)

    /// The threshold that finds the most positives while at least this share of its calls is right,
    /// above 0 and up to 1.
    case precision(Double)

    /// The least sum of what the errors cost, each 0 or more, not both 0.
    case cost(falsePositive: Double, falseNegative: Double)
}

extension ThresholdRule {
    /// The best threshold of counts; nil if it is best to call nothing positive.
    func threshold(of counts: ScoreSteps) throws -> Double? {
        switch self {
        case .youden:
            // J times positives and negatives: whole, so exact.
            return Self.best(counts, start: 0) { step in
                Double(step.hits * counts.negatives - step.alarms * counts.positives)
            }
        case .sensitivity(let wanted):
            try Self.requireShare(wanted, name: "the sensitivity")
            let positives = Double(counts.positives)
            return counts.steps.first { Double($0.hits) / positives >= wanted }?.threshold
        case .precision(let wanted):
            try Self.requireShare(wanted, name: "the precision")
            return try Self.threshold(of: counts, precision: wanted)
        case .cost(let falsePositive, let falseNegative):
            try Self.requireCosts(falsePositive, falseNegative)
            return Self.best(counts, start: -falseNegative * Double(counts.positives)) { step in
                -falsePositive * Double(step.alarms)
                    - falseNegative * Double(counts.positives - step.hits)
            }
        }
    }

    /// The first threshold of the largest gain; nil if none is better than to call nothing.
    private static func best(
        _ counts: ScoreSteps, start: Double, gain: (ScoreSteps.Step) -> Double
    ) -> Double? {
        var best: (threshold: Double?, gain: Double) = (nil, start)
        for step in counts.steps {
            let gain = gain(step)
            if gain > best.gain { best = (step.threshold, gain) }
        }
        return best.threshold
    }

    private static func threshold(of counts: ScoreSteps, precision wanted: Double) throws -> Double
    {
        func precision(_ step: ScoreSteps.Step) -> Double {
            Double(step.hits) / Double(step.hits + step.alarms)
        }
        // Precision goes up and down along the curve; the hits only grow.
        let reached = counts.steps.filter { precision($0) >= wanted }
        guard let most = reached.last?.hits,
            let step = reached.first(where: { $0.hits == most })
        else {
            throw EvaluationError.unreachable(
                name: "precision", wanted: wanted, best: counts.steps.map(precision).max() ?? 0)
        }
        return step.threshold
    }

    private static func requireShare(_ share: Double, name: String) throws {
        guard share > 0, share <= 1 else {
            throw EvaluationError.unusableParameter(
                name: name, value: "\(share)", allowed: "above 0 and 1 at most")
        }
    }

    private static func requireCosts(_ costs: Double...) throws {
        guard costs.allSatisfy({ $0 >= 0 && $0.isFinite }), costs.contains(where: { $0 > 0 }) else {
            throw EvaluationError.unusableParameter(
                name: "the cost of false positives and false negatives",
                value: costs.map { "\($0)" }.joined(separator: " and "),
                allowed: "0 or more, not both 0")
        }
    }
}
