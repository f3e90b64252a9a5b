import Curriculum
import DeepTeaching
import GraderKit

private let call = RecurrentAttentionCalls.hybridLoss

extension RecurrentAttentionGraders {
    static let hybridLoss = ExerciseGrader(
        call,
        checks: [
            call.check(
                "answer", "the loss, and how it changes with the logits",
                inputs: { generator in looks(&generator) },
                compare: compare(gradient: 0, of: "the logits")),
            call.check(
                "places", "how the loss changes with the log-probabilities: (b - R) / rows",
                inputs: { generator in looks(&generator) },
                compare: { expected, got in
                    Comparison.within(1e-9)(expected.gradients[1], got.gradients[1])
                        .about("the gradient of the log-probabilities")
                }),
            call.check(
                "baselines", "how the loss changes with the baselines: by their error alone",
                question: "Which of the three parts may change the baseline?",
                inputs: { generator in looks(&generator) },
                compare: { expected, got in
                    Comparison.within(1e-9)(expected.gradients[2], got.gradients[2])
                        .about("the gradient of the baselines")
                }),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("row by row") { logits, labels, logProbabilities, baselines in
                try traced(logits, logProbabilities, baselines) { operands in
                    let logs = operands[0].logSoftmax().picked(labels)
                    var loss = -logs.mean()
                    let (moves, rows) = (baselines.shape[0], labels.count)
                    let answers = logits.argmax()
                    for row in 0..<rows {
                        let reward = answers[row] == labels[row] ? 1.0 : 0
                        for move in 0..<moves {
                            let log = operands[1][move..<move + 1, row..<row + 1].sum()
                            let expected = operands[2][move..<move + 1, row..<row + 1].sum()
                            let error = expected - reward
                            loss =
                                loss + log * error.detached() / Double(rows)
                                + error * error / Double(rows * moves)
                        }
                    }
                    return loss
                }
            }
        ],
        hints: Hints(
            question: "Which of the three parts may change the baseline?",
            concept:
                "Its squared error alone. In the policy's part R - b is a judgement, a constant; "
                + "and the answer does not know it.",
            step:
                "softmaxCrossEntropy(...) + -(logProbabilities * (R - b).detached()).sum() / rows "
                + "+ ((R - b) * (R - b)).mean()."))

    private static func looks(_ generator: inout SeededGenerator) -> [(
        logits: Tensor<Double>, labels: [Int], logProbabilities: Tensor<Double>,
        baselines: Tensor<Double>
    )] {
        [(2, 4, 3), (3, 6, 5)].map { moves, rows, classes in
            let logits = tensor([rows, classes], &generator)
            let answers = logits.argmax()
            // Half of the answers are right.
            let labels = answers.enumerated().map { row, answer in
                row % 2 == 0 ? answer : (answer + 1 + generator.index(below: classes - 1)) % classes
            }
            return (
                logits, labels, tensor([moves, rows], &generator),
                tensor([moves, rows], &generator)
            )
        }
    }

    /// The solution, with one thing done otherwise.
    fileprivate static func loss(
        _ logits: Tensor<Double>, _ labels: [Int], _ logProbabilities: Tensor<Double>,
        _ baselines: Tensor<Double>, isDetached: Bool = true, sign: Double = 1,
        isLearning: Bool = true, baselineWeight: Double = 1, answerWeight: Double = 1,
        policyDivisor: Double? = nil,
        rewards changed: (([Double]) -> [Double])? = nil
    ) throws -> TracedLoss {
        try traced(logits, logProbabilities, baselines) { operands in
            let right = zip(logits.argmax(), labels).map { $0 == $1 ? 1.0 : 0 }
            let rewards = changed?(right) ?? right
            let errors = Variable(Tensor(rewards, shape: [labels.count])) - operands[2]
            let advantages = isDetached ? errors.detached() : errors
            let logs = isLearning ? operands[1] : operands[1].detached()
            let policy =
                (logs * advantages).sum() * (-sign / (policyDivisor ?? Double(labels.count)))
            return softmaxCrossEntropy(logits: operands[0], labels: labels) * answerWeight + policy
                + (errors * errors).mean() * baselineWeight
        }
    }
}

private typealias Graders = RecurrentAttentionGraders

private let misconceptions: [Misconception] = [
    call.misconception(
        "the advantage is not detached", check: "baselines",
        hints: Hints(
            question: "Through which part does your baseline learn to please log p?",
            concept: "Through the policy's. There R - b must be a constant; it learns by its "
                + "squared error alone.",
            step: "(R - b).detached() in the second part.")
    ) { logits, labels, logs, baselines in
        try Graders.loss(logits, labels, logs, baselines, isDetached: false)
    },
    call.misconception(
        "the log-probabilities are detached, too", check: "places",
        hints: Hints(
            question: "Through which part of your loss does the policy learn?",
            concept: "Through log p, and through nothing else: it alone must not be a constant.",
            step: "Detach R - b, not its product with log p.")
    ) { logits, labels, logs, baselines in
        try Graders.loss(logits, labels, logs, baselines, isLearning: false)
    },
    call.misconception(
        "the reinforcement has the wrong sign", check: "answer",
        hints: Hints(
            question: "A right answer, better than expected: shall its places come again?",
            concept: "Yes: log p must grow, so the loss must fall with it.",
            step: "-log p * (R - b).")
    ) { logits, labels, logs, baselines in
        try Graders.loss(logits, labels, logs, baselines, sign: -1)
    },
    call.misconception(
        "the baseline's own error is left out", check: "answer",
        hints: Hints(
            question: "From what does your baseline learn?",
            concept: "From nothing: in the policy's part it is a constant.",
            step: "Add the mean of (R - b)^2.")
    ) { logits, labels, logs, baselines in
        try Graders.loss(logits, labels, logs, baselines, baselineWeight: 0)
    },
    call.misconception(
        "the answer's cross-entropy is left out", check: "answer",
        hints: Hints(
            question: "From what does the classifier learn?",
            concept: "From cross-entropy: the reward tells right from wrong, but gives the logits "
                + "no gradient.",
            step: "Add softmaxCrossEntropy(logits: logits, labels: labels).")
    ) { logits, labels, logs, baselines in
        try Graders.loss(logits, labels, logs, baselines, answerWeight: 0)
    },
    call.misconception(
        "all rows get the share of right answers as reward", check: "answer",
        hints: Hints(
            question: "One row is right, another wrong. Which of them looked at good places?",
            concept: "The right one. With the batch's share nobody can tell.",
            step: "R[i] is 1 or 0, for each row.")
    ) { logits, labels, logs, baselines in
        try Graders.loss(logits, labels, logs, baselines) { rewards in
            let share = rewards.reduce(0, +) / Double(rewards.count)
            return rewards.map { _ in share }
        }
    },
    call.misconception(
        "wrong answers are rewarded", check: "answer",
        hints: Hints(
            question: "Which rows have R = 1 in your function?",
            concept: "Those whose largest logit is that of the label.",
            step: "answers[i] == labels[i] ? 1 : 0.")
    ) { logits, labels, logs, baselines in
        try Graders.loss(logits, labels, logs, baselines) { $0.map { 1 - $0 } }
    },
    call.misconception(
        "a wrong answer is punished by -1", check: "answer",
        hints: Hints(
            question: "What is the reward of a wrong answer?",
            concept: "0. -1 would do as well, once the baseline knows it; but it is another loss.",
            step: "R is 1 or 0.")
    ) { logits, labels, logs, baselines in
        try Graders.loss(logits, labels, logs, baselines) { $0.map { 2 * $0 - 1 } }
    },
    call.misconception(
        "the reinforcement is divided by the moves, too", check: "answer",
        hints: Hints(
            question: "Which of the three moves gets a third of the reward?",
            concept: "None: log p of the way is the sum over its moves. Only rows are averaged.",
            step: "sum / rows.")
    ) { logits, labels, logs, baselines in
        try Graders.loss(
            logits, labels, logs, baselines, policyDivisor: Double(baselines.count))
    },
]
