/// What a model that looks is to become good at: the class by cross-entropy, the places by
/// reinforcement.
public struct GlimpseObjective: Sendable, Equatable, Codable {
    /// What is rewarded.
    public enum Reward: Sendable, Equatable, Codable {
        /// 1 if the class is right, otherwise 0: the paper's.
        case rightAnswer

        /// max(log p(class), -floor) / floor, from -1 to 0: says how far from right an answer was.
        case logProbability(floor: Double)
    }

    /// What reward was to be expected.
    public enum Baseline: Sendable, Equatable, Codable {
        /// What the model's own baseline says; it learns by its squared error: the paper's.
        case learned

        /// What the other samples of the picture got.
        case leaveOneOut
    }

    /// What is rewarded.
    public var reward: Reward

    /// What reward was to be expected.
    public var baseline: Baseline

    /// How much reinforcement counts beside cross-entropy.
    public var weight: Double

    /// How often each picture is looked at in a step.
    public var samples: Int

    /// An objective.
    public init(reward: Reward, baseline: Baseline, weight: Double = 1, samples: Int) {
        require(
            samples > 0 && (baseline == .learned || samples > 1),
            "\(samples) samples leave none to compare with: a baseline of the others needs two")
        require(weight >= 0 && weight.isFinite, "reinforcement cannot count \(weight) times")
        if case .logProbability(let floor) = reward {
            require(floor > 0, "a reward cannot end at -\(floor): the floor must be above 0")
        }
        self.reward = reward
        self.baseline = baseline
        self.weight = weight
        self.samples = samples
    }

    /// The reward for a right answer beside a learned baseline.
    public static let paper = GlimpseObjective(
        reward: .rightAnswer, baseline: .learned, samples: 1)

    /// The reward for a probable answer beside three other samples.
    public static let fourSamples = GlimpseObjective(
        reward: .logProbability(floor: 3), baseline: .leaveOneOut, samples: 4)

    /// The reward of each row, `[rows]`.
    public func rewards<Scalar>(logits: Tensor<Scalar>, labels: [Int]) -> Tensor<Scalar> {
        switch reward {
        case .rightAnswer:
            let answers = logits.argmax()
            return Tensor(
                zip(answers, labels).map { $0 == $1 ? 1 : 0 }, shape: [labels.count])
        case .logProbability(let floor):
            return logits.logSoftmax().picked(labels)
                .clamped(lowerBound: Scalar(-floor), upperBound: 0) / Scalar(floor)
        }
    }
}

/// The loss of a look that was sampled: cross-entropy of the last answer, plus weight times the mean over
/// the moves of ``reinforceLoss(logProbabilities:advantages:)``, plus, for a learned baseline, its mean
/// squared error.
///
/// - Parameters:
///   - look: what came of looking.
///   - labels: the class of each row.
///   - objective: what is rewarded.
public func hybridLoss<Scalar>(
    of look: RecurrentAttention<Scalar>.Look, labels: [Int], objective: GlimpseObjective
) -> Variable<Scalar> {
    let answer = softmaxCrossEntropy(logits: look.logits, labels: labels)
    let rewards = objective.rewards(logits: look.logits.value, labels: labels)
    let moves = look.logProbabilities.count
    require(
        moves == look.means.count,
        "places that were not sampled have no log-probability: look with the policy .sampled")
    let squaredErrors = look.baselines.map { meanSquaredError(predictions: $0, targets: rewards) }
    let baselineLoss =
        squaredErrors.dropFirst().reduce(squaredErrors[0], +)
        / Scalar(squaredErrors.count)
    let loss = objective.baseline == .learned ? answer + baselineLoss : answer
    if moves == 0 { return loss }
    let advantages =
        switch objective.baseline {
        case .learned: look.baselines.prefix(moves).map { rewards - $0.value }
        case .leaveOneOut:
            Array(
                repeating: rewards
                    - leaveOneOutBaselines(rewards: rewards, samples: objective.samples),
                count: moves)
        }
    let reinforcement = reinforceLoss(
        logProbabilities: look.logProbabilities, advantages: advantages)
    return loss + reinforcement * Scalar(objective.weight / Double(moves))
}
