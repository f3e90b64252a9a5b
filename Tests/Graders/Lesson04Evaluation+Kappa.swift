import Curriculum
import DeepTeaching
import Foundation
import GraderKit
import Solutions

private let call = EvaluationCalls.cohensKappa

extension EvaluationGraders {
    static let cohensKappa = ExerciseGrader(
        call,
        checks: [
            call.check(
                "agreement", "without weights every disagreement counts the same",
                question: "What do the numbers of your E add up to? And can kappa lie below 0?",
                inputs: { generator in
                    [
                        (lopsided(2, &generator), .none), (lopsided(3, &generator), .none),
                        (lopsided(4, times: 700, &generator), .none),
                        (mirrored(lopsided(2, &generator)), .none),
                        (mirrored(lopsided(3, &generator)), .none),
                    ]
                },
                compare: compareKappas),
            call.check(
                "weights", "linear weights grow with the distance, quadratic ones with its square",
                question: "What does a disagreement by two classes count with each of the weights?",
                inputs: { generator in
                    [3, 5].flatMap { count -> [([[Int]], KappaWeights)] in
                        let counts = lopsided(count, &generator)
                        return [(counts, .linear), (counts, .quadratic)]
                    }
                },
                compare: compareKappas),
            call.check(
                "nothing to say", "classes without items do no harm; nil where 0 is divided by 0",
                question: "Both readers call every item normal. How often would chance agree?",
                inputs: { generator in
                    let count = 3 + generator.index(below: 9)
                    let gap = lopsided(3, &generator).map { $0 + [0] } + [[0, 0, 0, 0]]
                    return [
                        ([[count, 0], [0, 0]], .none),
                        ([[0, 0, 0], [0, 0, 0], [0, 0, count]], .quadratic),
                        ([[0, 0], [0, 0]], .linear), ([[count]], .quadratic),
                        ([[0, count], [0, 0]], .linear), ([[count, 1], [0, 0]], .none),
                        (gap, .none),
                    ]
                },
                compare: compareKappas),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("from the weighted agreement, p observed and p expected") {
                counts, weights in
                let size = counts.count
                let total = Double(counts.flatMap { $0 }.reduce(0, +))
                guard size > 1, total > 0 else { return nil }
                let farthest = weight(size - 1, weights)
                let rows = counts.map { Double($0.reduce(0, +)) / total }
                let columns = (0..<size).map { j in
                    Double(counts.map { $0[j] }.reduce(0, +)) / total
                }
                var (observed, expected) = (0.0, 0.0)
                for i in 0..<size {
                    for j in 0..<size {
                        let agreement = 1 - weight(i - j, weights) / farthest
                        observed += agreement * Double(counts[i][j]) / total
                        expected += agreement * rows[i] * columns[j]
                    }
                }
                // Rounding leaves a little where chance agrees fully.
                return 1 - expected > 1e-12 ? (observed - expected) / (1 - expected) : nil
            }
        ],
        hints: Hints(
            question: "How often would two readers agree who toss coins?",
            concept: "Two sums of the same form: weight times count, over all cells; once with the "
                + "counts themselves, once with those that chance expects, row sum times column "
                + "sum divided by the number of items. Kappa is 1 less their quotient.",
            step:
                "[[8, 2], [2, 8]]: rows 10 and 10, columns 10 and 10, 20 items. E is 10 * 10 / 20 "
                + "= 5 in each cell. 4 disagreements are observed, 10 expected: 1 - 4 / 10 = 0.6."))

    /// Nil beside a number is said in words.
    private static func compareKappas(_ expected: Double?, _ got: Double?) -> Verdict {
        switch (expected, got) {
        case (nil, nil): .right
        case (nil, let got?): .wrong("expected nil, got \(short(got))")
        case (let expected?, nil): .wrong("expected \(short(expected)), got nil")
        case (let expected?, let got?): Comparison.within(1e-9)(expected, got)
        }
    }

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "linear weights where quadratic ones are asked for", check: "weights",
            hints: Hints(
                question: "A disagreement by three classes: what does it count?",
                concept: "Quadratic is the square of the distance, 9; linear is the distance "
                    + "itself, 3. Both kappas look sensible, so the number does not reveal it.",
                step: "(i - j) * (i - j) for .quadratic.")
        ) { counts, weights in try kappa(counts, weights == .quadratic ? .linear : weights) },
        call.misconception(
            "every disagreement counts the same, whatever the weights", check: "weights",
            hints: Hints(
                question: "Is it as bad to take a macro-metastasis for a micro-metastasis as to "
                    + "take it for normal tissue?",
                concept: "That is what weights are for: far mistakes count more.",
                step: "switch weights { ... } with abs(i - j) and its square.")
        ) { counts, _ in try kappa(counts, .none) },
        call.misconception(
            "what chance expects is not divided by the number of items", check: "agreement",
            hints: Hints(
                question: "What do the numbers of your E add up to, and those of O?",
                concept: "Both must add up to the number of items. Row sum times column sum is N "
                    + "times too large, and your kappa close to 1 for everybody.",
                step: "Double(rows[i] * columns[j]) / total.")
        ) { counts, weights in
            let total = Double(counts.flatMap { $0 }.reduce(0, +))
            return try kappa(counts, weights).map { 1 - (1 - $0) / total }
        },
        call.misconception(
            "what chance expects takes the row sums twice", check: "agreement",
            hints: Hints(
                question: "The second reader calls twice as much tumour as the first. Where does "
                    + "your E know it from?",
                concept: "The rows say how often the first reader names a class, the columns how "
                    + "often the second does.",
                step: "columns[j] is the sum over i of counts[i][j].")
        ) { counts, weights in
            let rows = counts.map { $0.reduce(0, +) }
            return chance(counts, weights) { Double(rows[$0] * rows[$1]) / Double($2) }
        },
        call.misconception(
            "you return the share of items on which both agree", check: "agreement",
            hints: Hints(
                question: "Two readers call 95 of 100 slides normal by tossing coins. How often "
                    + "do they agree?",
                concept: "In about 90 of 100. Agreement alone says little where one class is "
                    + "frequent; kappa asks how far it exceeds that of chance.",
                step: "Compare with what chance expects, not with N.")
        ) { counts, _ in
            let total = counts.flatMap { $0 }.reduce(0, +)
            let agreed = counts.indices.reduce(0) { $0 + counts[$1][$1] }
            return total > 0 ? Double(agreed) / Double(total) : nil
        },
        call.misconception(
            "you return the disagreement, not what it lacks to 1", check: "agreement",
            hints: Hints(
                question: "Two readers who agree fully: what do you return?",
                concept: "The quotient is 0 for full agreement and 1 for chance. Kappa turns it "
                    + "round.",
                step: "1 - observed / expected.")
        ) { counts, weights in try kappa(counts, weights).map { 1 - $0 } },
        call.misconception(
            "a kappa below 0 is raised to 0", check: "agreement",
            hints: Hints(
                question: "Two readers agree less often than two coins. What is their kappa?",
                concept: "Below 0: they disagree more than chance would. That is worth knowing: "
                    + "one of them may have exchanged two classes.",
                step: "Return 1 - observed / expected as it is, without max(0, ...).")
        ) { counts, weights in try kappa(counts, weights).map { max(0, $0) } },
        call.misconception(
            "chance is taken to name all classes equally often", check: "agreement",
            hints: Hints(
                question:
                    "How often would chance say tumour if a reader says it once in 100 times?",
                concept: "Once in 100 times: E keeps how often each reader names each class.",
                step: "E from row sums and column sums, not N / (classes * classes).")
        ) { counts, weights in
            let cells = Double(counts.count * counts.count)
            return chance(counts, weights) { Double($2) / cells }
        },
        call.misconception(
            "where chance agrees fully you say 0", check: "nothing to say",
            hints: Hints(
                question: "Both readers call all slides normal. Do they agree no better than "
                    + "chance?",
                concept: "They agree fully, and so would chance: 0 / 0 says nothing. A 0 would say "
                    + "that they are bad.",
                step: "return expected > 0 ? ... : nil.")
        ) { counts, weights in try kappa(counts, weights) ?? 0 },
        call.misconception(
            "where chance agrees fully you say 1", check: "nothing to say",
            hints: Hints(
                question: "Both readers call all slides normal. Have they shown that they can tell "
                    + "tumour?",
                concept: "They agree fully, and so would chance: 0 / 0 says nothing. A 1 would say "
                    + "that they are perfect.",
                step: "return expected > 0 ? ... : nil.")
        ) { counts, weights in try kappa(counts, weights) ?? 1 },
    ]

    /// A strong diagonal, and mistakes that go up rather than down, some of them far.
    private static func lopsided(
        _ size: Int, times factor: Int = 1, _ generator: inout SeededGenerator
    ) -> [[Int]] {
        (0..<size).map { i in
            (0..<size).map { j in
                let most = i == j ? 20 / (i + 1) : i < j ? 7 : 2
                return factor * (most + generator.index(below: i == j ? 9 : 3))
            }
        }
    }

    /// Readers who agree less than chance would: the columns in the opposite order.
    private static func mirrored(_ counts: [[Int]]) -> [[Int]] { counts.map { $0.reversed() } }
}

private func short(_ number: Double) -> String { String(format: "%.4g", number) }

private func kappa(_ counts: [[Int]], _ weights: KappaWeights) throws -> Double? {
    try EvaluationSolution.cohensKappa(counts: counts, weights: weights)
}

private func weight(_ distance: Int, _ weights: KappaWeights) -> Double {
    switch weights {
    case .none: distance == 0 ? 0 : 1
    case .linear: Double(abs(distance))
    case .quadratic: Double(distance * distance)
    }
}

/// Kappa with something else for what chance expects in a cell, given row, column and total.
private func chance(
    _ counts: [[Int]], _ weights: KappaWeights, expects: (Int, Int, Int) -> Double
) -> Double? {
    let total = counts.flatMap { $0 }.reduce(0, +)
    var (observed, expected) = (0.0, 0.0)
    for i in counts.indices {
        for j in counts.indices {
            observed += weight(i - j, weights) * Double(counts[i][j])
            expected += weight(i - j, weights) * expects(i, j, total)
        }
    }
    return expected > 0 ? 1 - observed / expected : nil
}
