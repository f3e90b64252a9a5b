import Curriculum
import DeepTeaching
import GraderKit

private let call = RegressionCalls.meanSquaredCost

extension RegressionGraders {
    static let meanSquaredCost = ExerciseGrader(
        call,
        checks: [
            call.check(
                "cost", "half the mean of the squared errors",
                inputs: { generator in
                    [1, 2, 5 + generator.index(below: 6)].map { count in
                        // The first prediction is too low, the others are too high.
                        let targets = numbers(count, &generator)
                        let errors = numbers(count, in: 1.5...4, &generator).enumerated().map {
                            $0.offset == 0 ? -$0.element : $0.element
                        }
                        var predictions = zip(targets, errors).map { $0 + $1 }
                        // One of many is just right, and counts like the others.
                        if count > 2 { predictions[2] = targets[2] }
                        return (predictions, targets)
                    }
                },
                compare: Comparison.within(1e-9))
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("a running mean") { predictions, targets in
                var mean = 0.0
                for index in targets.indices.reversed() {
                    let error = targets[index] - predictions[index]
                    mean += (error * error / 2 - mean) / Double(targets.count - index)
                }
                return mean
            }
        ],
        hints: Hints(
            question: "What would the cost be if you counted each sample twice?",
            concept: "The same: it is a mean. Square each error, add up, divide by the number of "
                + "samples, and halve.",
            step: "Errors 1 and -3: (1 + 9) / (2 * 2) = 2.5. zip(predictions, targets).map { h, y "
                + "in (h - y) * (h - y) }."))

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "the squares are added up, but not divided by the number of samples", check: "cost",
            hints: Hints(
                question: "Twice as many samples, all alike: should the cost double?",
                concept: "A sum grows with the data, and its gradient too: the learning rate that "
                    + "suits ten samples runs away with a thousand.",
                step: "Divide by 2 * Double(targets.count).")
        ) { predictions, targets in
            cost(predictions, targets) { $0 * $0 } / 2
        },
        call.misconception(
            "the half is forgotten", check: "cost",
            hints: Hints(
                question: "What is the slope of e * e, and of e * e / 2?",
                concept: "2 e, and e. The half moves no minimum; it makes the gradient plain. "
                    + "Other books leave it out, so say which one you mean.",
                step: "Divide by 2 * m, not by m.")
        ) { predictions, targets in
            cost(predictions, targets) { $0 * $0 } / Double(targets.count)
        },
        call.misconception(
            "the errors are not squared, so that they can cancel", check: "cost",
            hints: Hints(
                question: "One prediction is 3 too high, one 3 too low. Is that a perfect model?",
                concept: "Errors with signs cancel. A square is never negative.",
                step: "(h - y) * (h - y).")
        ) { predictions, targets in
            cost(predictions, targets) { $0 } / Double(2 * targets.count)
        },
        call.misconception(
            "you take absolute errors, not their squares", check: "cost",
            hints: Hints(
                question: "An error of 4: how much does it cost, 4 or 16?",
                concept: "16: large errors count more. Absolute errors make another cost, which "
                    + "has a corner at 0.",
                step: "(h - y) * (h - y), not abs(h - y).")
        ) { predictions, targets in
            cost(predictions, targets) { abs($0) } / Double(2 * targets.count)
        },
        call.misconception(
            "you square the sum, and not each error", check: "cost",
            hints: Hints(
                question: "Errors 1 and 2: what is 1 + 4, and what is (1 + 2) squared?",
                concept: "5 and 9. First square each, then add.",
                step: "map to squares first, then reduce(0, +).")
        ) { predictions, targets in
            let sum = cost(predictions, targets) { $0 }
            return sum * sum / Double(2 * targets.count)
        },
        call.misconception(
            "you divide by one sample fewer", check: "cost",
            hints: Hints(
                question: "Of which quantity do you remember the m - 1?",
                concept: "Of the variance of a sample around its own mean. Nothing was estimated "
                    + "from the errors here: a mean divides by m.",
                step: "2 * Double(targets.count).")
        ) { predictions, targets in
            if targets.count == 1 { return cost(predictions, targets) { $0 * $0 } / 2 }
            return cost(predictions, targets) { $0 * $0 } / Double(2 * (targets.count - 1))
        },
    ]
}

/// The sum of what each error counts.
private func cost(
    _ predictions: [Double], _ targets: [Double], _ share: (Double) -> Double
) -> Double {
    zip(predictions, targets).reduce(0) { $0 + share($1.0 - $1.1) }
}
