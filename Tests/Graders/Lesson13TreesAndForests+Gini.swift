import Curriculum
import DeepTeaching
import Foundation
import GraderKit

private let call = TreesAndForestsCalls.gini

extension TreesAndForestsGraders {
    static let gini = ExerciseGrader(
        call,
        checks: [
            call.check(
                "impurity", "1 minus the sum of the squared shares",
                inputs: { generator in
                    let few = 1 + generator.index(below: 9)
                    let many = 20 + generator.index(below: 30)
                    return [
                        [few, many], [few, many, few + 5, 3], [0, many, 0, few + 2],
                        // One class alone is pure, and so many samples that no square is a whole
                        // number any more.
                        [0, many, 0], [many * 1_000_000_000, few * 7_000_000_000, 5],
                    ]
                },
                compare: Comparison.within(1e-9)),
            call.check(
                "no samples", "no samples at all are not mixed",
                inputs: { generator in
                    [[0, 0], [0, 0, 0, 0], [2, 1 + generator.index(below: 40)]]
                },
                compare: Comparison.within(1e-9)),
        ],
        misconceptions: [
            call.misconception(
                "you give the sum of squares, which is how pure the classes are", check: "impurity",
                hints: Hints(
                    question: "What does your function give if all samples are of one class?",
                    concept: "The sum of squared shares says how often two samples are of the same "
                        + "class. Impurity is the opposite.",
                    step: "Subtract from 1: [3, 1] gives 1 - 0.5625 - 0.0625 = 0.375.")
            ) { counts in
                counts.reduce(0, +) == 0 ? 0 : 1 - gini(counts)
            },
            call.misconception(
                "you give the share of the other classes beside the largest", check: "impurity",
                hints: Hints(
                    question: "Do [2, 1, 1] and [2, 2, 0] give the same in your function?",
                    concept: "1 - max is the error of whoever always says the most frequent class. "
                        + "Gini looks at all classes: three classes are more mixed than two.",
                    step: "[2, 1, 1]: 1 - 4/16 - 1/16 - 1/16 = 0.625; [2, 2, 0]: 0.5.")
            ) { counts in
                let total = counts.reduce(0, +)
                return total == 0 ? 0 : 1 - Double(counts.max() ?? 0) / Double(total)
            },
            call.misconception(
                "you give the entropy", check: "impurity",
                hints: Hints(
                    question: "Is there a logarithm in the equation?",
                    concept: "Entropy, minus the sum of p log p, measures impurity too, but with "
                        + "other numbers.",
                    step: "Add p * p for each class, and subtract from 1.")
            ) { counts in
                let total = Double(counts.reduce(0, +))
                return counts.reduce(0) { sum, count in
                    let share = Double(count) / max(total, 1)
                    return count == 0 ? sum : sum - share * log2(share)
                }
            },
            call.misconception(
                "you divide by 0 where there are no samples", check: "no samples",
                hints: Hints(
                    question: "What is 0 / 0 in floating point?",
                    concept: "It is not a number, and every later comparison with it is false: a "
                        + "search for the best question then finds nothing.",
                    step: "if total == 0 { return 0 }.")
            ) { counts in
                let total = Double(counts.reduce(0, +))
                return 1 - counts.reduce(0) { $0 + Double($1) / total * (Double($1) / total) }
            },
            call.misconception(
                "no samples count as mixed as can be", check: "no samples",
                hints: Hints(
                    question: "You avoid 0 / 0. What remains of 1 minus nothing?",
                    concept: "Where nobody is, nobody is of another class: 0.",
                    step: "if total == 0 { return 0 }, before anything is subtracted from 1.")
            ) { counts in
                counts.reduce(0, +) == 0 ? 1 : gini(counts)
            },
            call.misconception(
                "you divide whole numbers, and the rest is lost", check: "impurity",
                hints: Hints(
                    question: "What is 3 / 4 for two numbers of type Int?",
                    concept: "Division of whole numbers drops what is behind the point: each share "
                        + "becomes 0 or 1.",
                    step: "Double(count) / Double(total).")
            ) { counts in
                let total = max(counts.reduce(0, +), 1)
                if counts.reduce(0, +) == 0 { return 0 }
                return 1 - Double(counts.reduce(0) { $0 + ($1 / total) * ($1 / total) })
            },
        ],
        alternatives: [
            call.answer("the sum over classes of p (1 - p)") { counts in
                let total = Double(counts.reduce(0, +))
                return counts.reduce(0) { sum, count in
                    let share = Double(count) / max(total, 1)
                    return sum + share * (1 - share)
                }
            }
        ],
        hints: Hints(
            question: "How often is the first of two samples of class k, and how often are both?",
            concept: "Both are of class k with probability p * p. Add this up over the classes: so "
                + "often are they alike. Impurity is how often they are not.",
            step: "total = counts.reduce(0, +); for each count, share = Double(count) / "
                + "Double(total); 1 minus the sum of share * share; 0 if total is 0."))
}
