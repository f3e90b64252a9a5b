import Curriculum
import DeepTeaching
import Foundation
import GraderKit
import Solutions

private let call = RegressionCalls.binaryCrossEntropy

extension RegressionGraders {
    static let binaryCrossEntropy = ExerciseGrader(
        call,
        checks: [
            call.check(
                "loss", "the mean of -log of the probability of the true answer",
                inputs: { generator in
                    [4, 5 + generator.index(below: 4)].map { count in
                        let others = (0..<count - 2).map { _ in generator.index(below: 2) }
                        let logits = numbers(count, in: 0.5...4, &generator)
                        return (logits, generator.shuffled([0, 1] + others))
                    }
                },
                compare: Comparison.within(1e-9)),
            call.check(
                "certain", "logits of hundreds give the loss that they deserve",
                inputs: { generator in
                    // One question each: of one the sum is the mean.
                    let logits = numbers(2, in: 720...999, &generator)
                    return [
                        ([logits[0]], [0]), ([-logits[1]], [1]), ([logits[1]], [1]),
                        ([-logits[0]], [0]),
                    ]
                },
                compare: Comparison.within(1e-9)),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("two formulas, each where it does not overflow") { logits, labels in
                zip(logits, labels).reduce(0) { sum, pair in
                    let (z, y) = (pair.0, Double(pair.1))
                    let loss = z > 0 ? z - z * y + log1p(exp(-z)) : -z * y + log1p(exp(z))
                    return sum + loss / Double(labels.count)
                }
            }
        ],
        hints: Hints(
            question: "How large must the loss be for a logit of 900 and a no: 900, infinite, or "
                + "not a number?",
            concept: "900: log(1 + exp(900)) is 900 and a tiny bit. Take the large part out of the "
                + "logarithm: log(1 + exp(v)) = max(v, 0) + log(1 + exp(-|v|)). Here exp is never "
                + "larger than 1.",
            step: "v = label == 1 ? -z : z; max(v, 0) + log(1 + exp(-abs(v))); then the mean. For "
                + "z = 0: 0 + log 2 = 0.693."))

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "from probabilities: log 0 is infinite, and 0 * infinite is not a number",
            check: "certain",
            hints: Hints(
                question: "What is p for z = 900 in your computer, and what is log(1 - p)?",
                concept: "p is exactly 1, and log 0 infinite. For a yes it is multiplied by 0: not "
                    + "a number, and from then on all weights are not a number either.",
                step: "Compute from logits: max(v, 0) + log(1 + exp(-abs(v))).")
        ) { logits, labels in
            mean(logits, labels) { z, y in
                let p = 1 / (1 + exp(-z))
                return -y * log(p) - (1 - y) * log(1 - p)
            }
        },
        call.misconception(
            "you keep probabilities away from 0 and 1, so that large losses are cut off",
            check: "certain",
            hints: Hints(
                question: "What is your loss for a logit of 900 and a no, and for 90?",
                concept: "34.5 both times. Where the loss is flat it has no slope, so the worst "
                    + "mistakes are those from which nothing is learnt.",
                step: "Form no p: max(v, 0) + log(1 + exp(-abs(v))).")
        ) { logits, labels in
            mean(logits, labels) { z, y in
                let p = min(max(1 / (1 + exp(-z)), 1e-15), 1 - 1e-15)
                return y == 1 ? -log(p) : -log(1 - p)
            }
        },
        call.misconception(
            "log(1 + exp(v)) is infinite for large v", check: "certain",
            hints: Hints(
                question: "What is exp(900), and what is log(1 + exp(900)) on paper?",
                concept: "Infinite in a computer, 900 on paper. Take the large part out first.",
                step: "max(v, 0) + log(1 + exp(-abs(v))).")
        ) { logits, labels in
            mean(logits, labels) { z, y in log(1 + exp(y == 1 ? -z : z)) }
        },
        call.misconception(
            "the losses are added up, but not divided by their number", check: "loss",
            hints: Hints(
                question: "Twice as many questions, all alike: should the loss double?",
                concept: "A mean does not depend on how many there are, so the learning rate need "
                    + "not either.",
                step: "Divide by Double(labels.count).")
        ) { logits, labels in
            try RegressionSolution.binaryCrossEntropy(logits: logits, labels: labels)
                * Double(labels.count)
        },
        call.misconception(
            "yes and no are exchanged", check: "loss",
            hints: Hints(
                question: "A logit of 5 and a yes: is that good or bad?",
                concept: "Good: the loss must be near 0. v is what speaks against the true answer: "
                    + "-z for a yes.",
                step: "v = label == 1 ? -z : z.")
        ) { logits, labels in
            try RegressionSolution.binaryCrossEntropy(
                logits: logits, labels: labels.map { 1 - $0 })
        },
        call.misconception(
            "a no costs nothing", check: "loss",
            hints: Hints(
                question: "If only yeses cost, which logits are best for all questions?",
                concept: "Infinitely large ones: the model says yes to everything. Both answers "
                    + "must be able to be wrong.",
                step: "For a no: max(z, 0) + log(1 + exp(-abs(z))).")
        ) { logits, labels in
            mean(logits, labels) { z, y in y == 1 ? max(-z, 0) + log(1 + exp(-abs(z))) : 0 }
        },
        call.misconception(
            "you take the squared error of the probability", check: "loss",
            hints: Hints(
                question: "The logit is 20 and the answer no. How steep is your loss there?",
                concept: "Flat: the probability hardly moves, so nothing is learnt from the worst "
                    + "mistakes. The logarithm makes up for that.",
                step: "-log of the probability of the true answer.")
        ) { logits, labels in
            mean(logits, labels) { z, y in
                let p = 1 / (1 + exp(-z))
                return (p - y) * (p - y) / 2
            }
        },
    ]
}

/// The mean of the losses of all questions.
private func mean(
    _ logits: [Double], _ labels: [Int], _ loss: (Double, Double) -> Double
) -> Double {
    zip(logits, labels).reduce(0) { $0 + loss($1.0, Double($1.1)) } / Double(labels.count)
}
