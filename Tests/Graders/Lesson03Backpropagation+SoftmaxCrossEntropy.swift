import Curriculum
import DeepTeaching
import Foundation
import GraderKit
import Solutions

private let call = BackpropagationCalls.softmaxCrossEntropy

extension BackpropagationGraders {
    static let softmaxCrossEntropy = ExerciseGrader(
        call,
        checks: [
            call.check(
                "loss", "the mean of -log p of the true class",
                inputs: { generator in batches(&generator) },
                compare: { expected, got in
                    Comparison.within(1e-9)(expected.loss, got.loss).about("the loss")
                }),
            call.check(
                "gradient", "(p - 1 for the true class) / N",
                inputs: { generator in batches(&generator) },
                compare: { expected, got in
                    Comparison.within(1e-9)(expected.gradient, got.gradient).about("the gradient")
                }),
            call.check(
                "large logits", "logits around 1000 and -1000 give finite numbers",
                inputs: { generator in
                    let (high, low) = (
                        largeLogits(around: 1000, &generator),
                        largeLogits(around: -1000, &generator)
                    )
                    // Each row has a largest logit of its own.
                    let both = Tensor.concatenated([high.logits, low.logits])
                    // The true class far below the others: exp of the difference would be infinite.
                    let gap = number(720...900, &generator)
                    let hopeless = Tensor(rows: [[gap, 0, gap - 2]])
                    return [
                        high, low, (both, high.labels + low.labels), (hopeless, [1]),
                    ]
                },
                comparing: { expected, got, _, labels in
                    guard got.gradient.elements.allSatisfy(\.isFinite) else {
                        return .wrong(
                            "the gradient holds what is not a number, or infinite",
                            symptom: .notANumber)
                    }
                    // Only what overflows: whether the sum is divided is the first check's business.
                    let sum = expected.loss * Double(labels.count)
                    if Comparison.within(1e-9)(sum, got.loss).isRight { return .right }
                    return Comparison.within(1e-9)(expected.loss, got.loss).about("the loss")
                }),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer(
                "row by row: the largest logit subtracted, the logarithm of the sum by hand"
            ) { logits, labels in
                let (rows, classes) = (logits.shape[0], logits.shape[1])
                var loss = 0.0
                var gradient: [Double] = []
                for row in 0..<rows {
                    let z = (0..<classes).map { logits[row, $0] }
                    let largest = z.max() ?? 0
                    let logOfSum = largest + log(z.reduce(0) { $0 + exp($1 - largest) })
                    loss += logOfSum - z[labels[row]]
                    gradient += z.indices.map { index in
                        (exp(z[index] - logOfSum) - (index == labels[row] ? 1 : 0)) / Double(rows)
                    }
                }
                return LossAndGradient(
                    loss: loss / Double(rows), gradient: Tensor(gradient, shape: logits.shape))
            }
        ],
        hints: Hints(
            question: "What does the gradient of a row add up to, and why must it?",
            concept: "The probabilities add up to 1, and 1 is taken away at the true class: 0. For "
                + "each row: largest logit, log of the sum of exponentials, loss = log of the sum "
                + "- z[y]; then the gradient from the probabilities. The mean divides both by N.",
            step: "z = [3, 3], y = 1: log of the sum is 3 + log 2, the loss log 2 = 0.693, p = "
                + "[0.5, 0.5], the gradient [0.5, 0.5 - 1]. Tensor has logSoftmax()."))

    private static func batches(
        _ generator: inout SeededGenerator
    ) -> [(Tensor<Double>, [Int])] {
        [(4, 3), (3, 2), (2 + generator.index(below: 3), 5)].map { rows, classes in
            (
                logits: tensor([rows, classes], &generator),
                labels: (0..<rows).map { _ in generator.index(below: classes) }
            )
        }
    }

    /// One row far above or below 0; the true class has been called hardly possible.
    private static func largeLogits(
        around shift: Double, _ generator: inout SeededGenerator
    ) -> (logits: Tensor<Double>, labels: [Int]) {
        let row = [
            shift, shift - number(50...80, &generator), shift - number(1...3, &generator),
        ]
        return (logits: Tensor(rows: [row]), labels: [1])
    }

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "you add the losses of the batch up, and do not take their mean", check: "loss",
            hints: Hints(
                question: "Twice as many samples, all alike: should the loss double?",
                concept: "A sum grows with the batch, and its gradient with it: the learning rate "
                    + "that suits 10 samples throws the weights far away with 1000. A mean does "
                    + "not depend on how many there are.",
                step: "Divide loss and gradient by labels.count.")
        ) { logits, labels in
            try changed(logits, labels) {
                $0.loss *= Double(labels.count)
                $0.gradient = $0.gradient * Double(labels.count)
            }
        },
        call.misconception(
            "the gradient is that of a mean, but the loss is a sum", check: "loss",
            hints: Hints(
                question: "Push a logit a little, and watch your loss. Does it change as your "
                    + "gradient says?",
                concept: "A gradient belongs to one loss. If the loss is N times as large, either "
                    + "it is not the mean, or its gradient is another one's.",
                step: "Divide the loss by labels.count too.")
        ) { logits, labels in
            try changed(logits, labels) { $0.loss *= Double(labels.count) }
        },
        call.misconception(
            "the loss is a mean, but its gradient is that of a sum", check: "gradient",
            hints: Hints(
                question: "If L is divided by N, what happens to dL/dz?",
                concept: "It is divided by N too. The loss looks right, so the score does not "
                    + "reveal this; only the learning rate seems far too large.",
                step: "gradient / Double(labels.count).")
        ) { logits, labels in
            try changed(logits, labels) { $0.gradient = $0.gradient * Double(labels.count) }
        },
        call.misconception(
            "the label is missing in the gradient: you return the probabilities", check: "gradient",
            hints: Hints(
                question: "A network is certain and right. Which gradient should it get?",
                concept: "None: p - (1 for the true class) is then 0. Without the 1 the network is "
                    + "punished for whatever it says.",
                step: "gradient[row, label] -= 1 for each row, before you divide.")
        ) { logits, labels in
            try changed(logits, labels) { $0.gradient = logits.softmax() / Double(labels.count) }
        },
        call.misconception(
            "your gradient is turned round: label less probability", check: "gradient",
            hints: Hints(
                question: "If the logit of the true class grows, does the loss grow?",
                concept: "It falls, so the gradient there is negative: p - 1. Descent then goes "
                    + "against it.",
                step: "p - 1, not 1 - p, at the true class, and p at all others.")
        ) { logits, labels in
            try changed(logits, labels) { $0.gradient = -$0.gradient }
        },
        call.misconception(
            "only the logit of the true class gets a gradient", check: "gradient",
            hints: Hints(
                question: "If the logit of a wrong class grows, what happens to the probability of "
                    + "the true one?",
                concept: "It falls: the softmax divides by the sum over all classes. So all logits "
                    + "move the loss.",
                step: "Fill the whole row with p, then take 1 away at the label.")
        ) { logits, labels in
            let mask = Tensor<Double>.oneHot(labels, classes: logits.shape[1])
            return try changed(logits, labels) { $0.gradient = $0.gradient * mask }
        },
        call.misconception(
            "your softmax goes over the batch, not over the classes", check: "loss",
            hints: Hints(
                question: "Do your probabilities add up to 1 in each row?",
                concept: "A sample has one probability for each class; other samples are none of "
                    + "its business.",
                step: "softmax() goes over the last axis, the classes: leave out axis: 0.")
        ) { logits, labels in
            lossAndGradient(logits.logSoftmax(axis: 0), labels)
        },
        call.misconception(
            "you take 1 - p, and not the logarithm", check: "loss",
            hints: Hints(
                question: "The true class got p = 0.001, then 0.000001. How much worse is that?",
                concept: "To 1 - p it is the same, to -log p it is twice as bad. Without the "
                    + "logarithm a network that is certain and wrong gets hardly a gradient.",
                step: "loss of a row: -log p[y] = log of the sum - z[y].")
        ) { logits, labels in
            try changed(logits, labels) {
                $0.loss = (1 - logits.softmax().picked(labels)).mean().scalar
            }
        },
        call.misconception(
            "exp of a large logit is infinite, and infinite / infinite is not a number",
            check: "large logits",
            hints: Hints(
                question: "What is exp(1000) in your computer, and exp(-1000)?",
                concept: "Infinite, and 0: then p is not a number. Only differences of logits "
                    + "count, so the largest may be subtracted from all: exp then stays between 0 "
                    + "and 1.",
                step: "log of the sum = largest + log(sum of exp(z - largest)).")
        ) { logits, labels in
            let powers = logits.exponential()
            return lossAndGradient(
                (powers / powers.sum(axes: [1], keepingAxes: true)).logarithm(), labels)
        },
        call.misconception(
            "you add a small number before the logarithm, so that large losses are cut off",
            check: "large logits",
            hints: Hints(
                question: "The logit of the true class is 60 below the largest. What must the loss "
                    + "be, and what is -log(1e-15)?",
                concept: "60, and 34.5. The patch hides the 0, and with it how wrong the network "
                    + "is. Computed from logits, no patch is needed.",
                step: "log p[y] = z[y] - log of the sum: no p is formed.")
        ) { logits, labels in
            try changed(logits, labels) {
                $0.loss = -(logits.softmax() + 1e-15).logarithm().picked(labels).mean().scalar
            }
        },
    ]
}

/// The right loss and gradient with something changed.
private func changed(
    _ logits: Tensor<Double>, _ labels: [Int], _ change: (inout LossAndGradient) -> Void
) throws -> LossAndGradient {
    var right = try BackpropagationSolution.softmaxCrossEntropy(logits: logits, labels: labels)
    change(&right)
    return right
}

/// The loss and the gradient of what is taken for the logarithms of probabilities.
private func lossAndGradient(
    _ logProbabilities: Tensor<Double>, _ labels: [Int]
) -> LossAndGradient {
    let truth = Tensor<Double>.oneHot(labels, classes: logProbabilities.shape[1])
    return LossAndGradient(
        loss: -logProbabilities.picked(labels).mean().scalar,
        gradient: (logProbabilities.exponential() - truth) / Double(labels.count))
}
