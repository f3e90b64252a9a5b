import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = EvaluationCalls.confusionMatrix

extension EvaluationGraders {
    /// True classes, predictions, and how many classes there are.
    private typealias Calls = ([Int], [Int], Int)

    static let confusionMatrix = ExerciseGrader(
        call,
        checks: [
            call.check(
                "counts", "rows are the truth, columns the prediction",
                inputs: { generator in
                    [2, 3, 5].map { lopsided(Array(0..<$0), classCount: $0, &generator) }
                },
                compare: Comparison.exact),
            call.check(
                "classes that do not occur", "they keep their row and column of zeros",
                question: "How many rows has a matrix of 5 classes if only two of them occur?",
                inputs: { generator in
                    // Neither a class in the middle nor the last ones occur; no item; one class.
                    // All calls are right, so that rows and columns are alike.
                    let gaps = [([0, 2], 4), ([1, 3, 4], 7)].map { classes, count in
                        let labels = lopsided(classes, classCount: count, &generator).0
                        return (labels, labels, count)
                    }
                    return gaps + [([], [], 3), ([0, 0], [0, 0], 1)]
                },
                compare: Comparison.exact),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("cell by cell, by counting the items that belong there") {
                labels, predictions, classCount in
                (0..<classCount).map { row in
                    (0..<classCount).map { column in
                        zip(labels, predictions).count { $0 == row && $1 == column }
                    }
                }
            }
        ],
        hints: Hints(
            question: "What does the number in row 0, column 1 count?",
            concept: "Begin with a square of zeros that has a row for each class. Each item adds 1 "
                + "to one cell: its true class says the row, its prediction the column.",
            step:
                "labels [0, 0, 1], predictions [0, 1, 1]: the cells [0][0], [0][1] and [1][1] get "
                + "1 each."))

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "rows and columns are swapped", check: "counts",
            hints: Hints(
                question: "An item of class 0 is predicted as class 1. Which cell do you raise?",
                concept: "Rows are the truth: the sum of a row is how often the class occurs. "
                    + "Swapped, sensitivity and precision change places, and nobody notices.",
                step: "counts[labels[i]][predictions[i]] += 1.")
        ) { labels, predictions, classCount in
            try matrix(predictions, labels, classCount)
        },
        call.misconception(
            "only what is right is counted", check: "counts",
            hints: Hints(
                question: "What do the cells beside the diagonal tell?",
                concept: "Which class is taken for which: the mistakes are the reason to draw the "
                    + "matrix at all.",
                step: "Count each item, not only those whose prediction is right.")
        ) { labels, predictions, classCount in
            let right = labels.indices.filter { labels[$0] == predictions[$0] }.map { labels[$0] }
            return try matrix(right, right, classCount)
        },
        call.misconception(
            "a mistake is counted in both directions", check: "counts",
            hints: Hints(
                question: "What do all cells add up to?",
                concept: "Each item is counted once. Tumour taken for normal is not the same "
                    + "mistake as normal taken for tumour.",
                step: "Raise counts[t][p] alone, not counts[p][t] too.")
        ) { labels, predictions, classCount in
            let wrong = labels.indices.filter { labels[$0] != predictions[$0] }
            return try matrix(
                labels + wrong.map { predictions[$0] }, predictions + wrong.map { labels[$0] },
                classCount)
        },
        call.misconception(
            "the largest class that occurs ends the matrix", check: "classes that do not occur",
            hints: Hints(
                question:
                    "Two tests, one without any macro-metastasis: can you add their matrices?",
                concept:
                    "The classes are known beforehand; which of them a test happens to hold is "
                    + "chance.",
                step: "Make classCount rows of classCount zeros.")
        ) { labels, predictions, _ in
            try matrix(labels, predictions, ((labels + predictions).max() ?? -1) + 1)
        },
        call.misconception(
            "classes that do not occur have no row", check: "classes that do not occur",
            hints: Hints(
                question: "Which class does row 1 belong to, if class 1 does not occur?",
                concept: "Row t is class t. If empty rows are left out, later classes move up, and "
                    + "distances between classes are wrong.",
                step: "Make classCount rows of classCount zeros, and use the class as the index.")
        ) { labels, predictions, _ in
            let classes = Set(labels + predictions).sorted()
            return try matrix(
                labels.compactMap { classes.firstIndex(of: $0) },
                predictions.compactMap { classes.firstIndex(of: $0) }, classes.count)
        },
    ]

    /// Many right calls, and mistakes that go up rather than down.
    private static func lopsided(
        _ classes: [Int], classCount: Int, _ generator: inout SeededGenerator
    ) -> Calls {
        var pairs = classes.flatMap { own in
            (0..<2 + generator.index(below: 6)).map { _ in (own, own) }
        }
        for (low, high) in zip(classes, classes.dropFirst()) {
            pairs += (0..<4 + generator.index(below: 4)).map { _ in (low, high) }
            pairs += (0..<1 + generator.index(below: 3)).map { _ in (high, low) }
        }
        pairs = generator.shuffled(pairs)
        return (pairs.map(\.0), pairs.map(\.1), classCount)
    }
}

private func matrix(
    _ labels: [Int], _ predictions: [Int], _ classCount: Int
) throws -> [[Int]] {
    try EvaluationSolution.confusionMatrix(
        labels: labels, predictions: predictions, classCount: classCount)
}
