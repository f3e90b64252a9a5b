import Curriculum
import DeepTeaching
import Foundation
import GraderKit
import Solutions

private let call = NeuralNetworkCalls.weightedCrossEntropy

extension NeuralNetworkGraders {
    static let weightedCrossEntropy = ExerciseGrader(
        call,
        checks: [
            call.check(
                "weights", "each row counts with the weight of its own class",
                inputs: { generator in
                    // In one batch both classes may cost the same, and then no weight matters.
                    (0..<3).map { _ in
                        let weights = [generator.uniform(0.5, 0.9), generator.uniform(3, 8)]
                        return batch(rows: 7, weights: weights, &generator)
                    }
                },
                compare: Comparison.within(1e-9)),
            call.check(
                "many classes", "the share is among all classes; equal weights give the mean",
                inputs: { generator in
                    let classes = 3 + generator.index(below: 3)
                    let weights = [Double](
                        repeating: generator.uniform(2, 4), count: classes)
                    return [batch(rows: 6, weights: weights, &generator)]
                },
                compare: Comparison.within(1e-9)),
            call.check(
                "sure of itself", "scores that are far apart give a finite loss",
                inputs: { generator in
                    let far = generator.uniform(900, 1500)
                    // The last two rows: all scores are far below 0, or far above it.
                    let logits = Tensor(rows: [
                        [far, 0], [-far, 0], [0, -far], [-far, 1 - far], [far, far - 1],
                    ])
                    return [(logits, [1, 1, 0, 1, 0], [1, 1])]
                },
                compare: Comparison.within(1e-9)),
        ],
        misconceptions: lossMisconceptions,
        alternatives: [
            call.answer("the library's logarithm of softmax, and the weights divided first") {
                logits, labels, weights in
                let total = labels.reduce(0) { $0 + weights[$1] }
                return zip(labels, losses(logits, labels))
                    .map { weights[$0] / total * $1 }.reduce(0, +)
            }
        ],
        hints: Hints(
            question: "By which number must you divide so that equal weights, whatever they are, "
                + "give the plain mean?",
            concept: "Keep two sums over the rows: weight times loss, and weight. The weight is "
                + "weights[label], the loss largest + log(sum of exp(z - largest)) - z[label].",
            step: "Scores [0, 0], label 0: m = 0, the sum of exponentials 2, the loss log(2) - 0 "
                + "= 0.693. With the weight 1 of 1 + 3 it adds 0.693 / 4 to the mean."))

    private static let lossMisconceptions = [
        call.misconception(
            "your rare class counts less, not more", check: "weights",
            hints: Hints(
                question: "A class has the weight 5. Should its mistakes cost more or less?",
                concept: "Multiply the loss of a row by its weight; if you divide, rare classes "
                    + "count even less.",
                step: "sum += weights[label] * loss.")
        ) { logits, labels, weights in
            try NeuralNetworkSolution.weightedCrossEntropy(
                logits: logits, labels: labels, weights: weights.map { 1 / $0 })
        },
        call.misconception(
            "you divide by the number of rows", check: "weights",
            hints: Hints(
                question: "All weights are 3. Should the loss be three times as large?",
                concept: "A weighted mean divides by the sum of the weights that took part. Then "
                    + "only their proportions count.",
                step: "Divide by the sum of weights[labels[i]] over the rows.")
        ) { logits, labels, weights in
            sum(logits, labels, weights) / Double(labels.count)
        },
        call.misconception(
            "you ignore the weights", check: "weights",
            hints: Hints(
                question: "Does your result change if a class gets another weight?",
                concept: "Ninety normal patches outvote ten tumours, unless each tumour counts "
                    + "nine times.",
                step: "Multiply each row's loss by weights[label].")
        ) { logits, labels, weights in
            try NeuralNetworkSolution.weightedCrossEntropy(
                logits: logits, labels: labels, weights: weights.map { _ in 1 })
        },
        call.misconception(
            "you return the sum, not the mean", check: "weights",
            hints: Hints(
                question: "Does the loss of a batch double if the batch does?",
                concept: "A mean does not: so the length of a step does not depend on the size of "
                    + "the batch.",
                step: "Divide by the sum of the rows' weights.")
        ) { logits, labels, weights in
            sum(logits, labels, weights)
        },
        call.misconception(
            "you take the weight of the class that the network names", check: "weights",
            hints: Hints(
                question: "A tumour is taken for normal. Which weight should this mistake have?",
                concept: "That of the truth: a tumour that is missed must cost a tumour's weight.",
                step: "weights[labels[row]], not the index of the largest score.")
        ) { logits, labels, weights in
            let guesses = logits.argmax()
            let losses = losses(logits, labels)
            let total = guesses.reduce(0) { $0 + weights[$1] }
            return zip(guesses, losses).reduce(0) { $0 + weights[$1.0] * $1.1 } / total
        },
        call.misconception(
            "your share becomes 0, and its logarithm infinite", check: "sure of itself",
            hints: Hints(
                question: "What is softmax([1000, 0])[1] on a computer, and its logarithm?",
                concept: "The probability is e^-1000, which becomes 0. The loss is 1000: compute "
                    + "it without the probability.",
                step: "loss = largest + log(sum of exp(z - largest)) - z[label]."),
            isAmbiguous: true
        ) { logits, labels, weights in
            let shares = logits.softmax()
            let total = labels.reduce(0) { $0 + weights[$1] }
            return labels.enumerated().reduce(0) { partial, row in
                partial - weights[row.element] * log(shares[row.offset, row.element])
            } / total
        },
        call.misconception(
            "your search for the largest score begins at 0", check: "sure of itself",
            hints: Hints(
                question: "All scores of a row are near -1000. What is the largest of them?",
                concept:
                    "Not 0: who begins with 0 never finds a negative largest, all exponentials "
                    + "become 0, and the logarithm of their sum is infinite.",
                step: "Begin with the first score, or write scores.max().")
        ) { logits, labels, weights in
            let rows = labels.enumerated().map { row, label in
                let scores = weights.indices.map { logits[row, $0] }
                let largest = max(0, scores.max() ?? 0)
                let sum = scores.reduce(0) { $0 + exp($1 - largest) }
                return weights[label] * (largest + log(sum) - scores[label])
            }
            return rows.reduce(0, +) / labels.reduce(0) { $0 + weights[$1] }
        },
        call.misconception(
            "you compare the right class with one other only", check: "many classes",
            hints: Hints(
                question: "How many exponentials stand in the sum for four classes?",
                concept: "Softmax divides by the sum over all classes.",
                step: "Go over all of weights.indices, not over 0 and 1.")
        ) { logits, labels, weights in
            let rows = labels.enumerated().map { row, label in
                [logits[row, label], logits[row, label == 0 ? 1 : 0]]
            }
            let losses = losses(Tensor(rows: rows), labels.map { _ in 0 })
            let total = labels.reduce(0) { $0 + weights[$1] }
            return zip(labels, losses).reduce(0) { $0 + weights[$1.0] * $1.1 } / total
        },
        call.misconception(
            "you take the logarithm to the base 2", check: "many classes",
            hints: Hints(
                question: "Which function undoes exp?",
                concept: "log is the natural logarithm here. With log2 every loss is 1.44 times "
                    + "as large: bits, not nats.",
                step: "Write log, not log2.")
        ) { logits, labels, weights in
            try NeuralNetworkSolution.weightedCrossEntropy(
                logits: logits, labels: labels, weights: weights) / log(2)
        },
    ]

    /// Of each class the first two rows, as far as there are so many: one is guessed wrongly, one
    /// rightly. The rest is left to chance.
    private static func batch(
        rows: Int, weights: [Double], _ generator: inout SeededGenerator
    ) -> (logits: Tensor<Double>, labels: [Int], weights: [Double]) {
        let classes = weights.count
        let labels = (0..<rows).map { row in
            row < 2 * classes ? row / 2 : generator.index(below: classes)
        }
        var logits = Tensor<Double>.uniform([rows, classes], from: -3, to: 3, using: &generator)
        for row in 0..<min(rows, 2 * classes) {
            logits[row, labels[row]] = row.isMultiple(of: 2) ? -4 : 4
        }
        return (logits, labels, weights)
    }
}

private func losses(_ logits: Tensor<Double>, _ labels: [Int]) -> [Double] {
    let logarithms = logits.logSoftmax()
    return labels.enumerated().map { -logarithms[$0, $1] }
}

private func sum(_ logits: Tensor<Double>, _ labels: [Int], _ weights: [Double]) -> Double {
    zip(labels, losses(logits, labels)).reduce(0) { $0 + weights[$1.0] * $1.1 }
}
