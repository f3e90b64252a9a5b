import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = EvaluationCalls.rocCurve

extension EvaluationGraders {
    static let rocCurve = ExerciseGrader(
        call,
        checks: [
            call.check(
                "corners", "from (0, 0) to (1, 1), the highest score first",
                question: "By what do you divide the false positives? And is an item called whose "
                    + "score equals the threshold?",
                inputs: { generator in
                    var endless = items(positives: 3, scale: 6, offset: -3, &generator)
                    endless.scores[0] = .infinity
                    endless.scores[1] = -.infinity
                    return [
                        items(positives: 5, &generator),
                        items(positives: 4, scale: 900, offset: -400, &generator),
                        items(positives: 3, scale: 1e-6, offset: 0.5, &generator), endless,
                        items(positives: 4, scale: 1e-12, &generator),
                    ]
                },
                compare: compare),
            call.check(
                "ties", "items of one score are called together",
                question: "Two items have the same score. Which threshold lies between them?",
                inputs: { generator in
                    let same = [Double](repeating: generator.uniform(-3, 3), count: 5)
                    return [
                        tiedItems(&generator), tiedItems(scale: 0.25, &generator),
                        (same, [true, false, true, false, false]), ([1, -1], [true, false]),
                        ([0.5, 0.5], [false, true]),
                    ]
                },
                compare: compare),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("one walk along the sorted scores, a corner where the score changes") {
                scores, labels in
                let order = scores.indices.sorted { scores[$0] > scores[$1] }
                var (hits, alarms, points) = (0.0, 0.0, [(0.0, 0.0)])
                for (place, index) in order.enumerated() {
                    if labels[index] { hits += 1 } else { alarms += 1 }
                    let next = place + 1 < order.count ? scores[order[place + 1]] : nil
                    if next != scores[index] { points.append((alarms, hits)) }
                }
                return points.map { point($0 / alarms, $1 / hits) }
            }
        ],
        hints: Hints(
            question: "At which thresholds do the decisions change?",
            concept: "Only at the scores themselves. For each different score, from the highest to "
                + "the lowest, count the positives and the negatives that have at least this "
                + "score, and divide each by the number of their own class.",
            step: "scores 3, 2, 2, 1; positive, positive, negative, negative. From 3 on: 1 of 2 "
                + "positives, 0 of 2 negatives. From 2 on: 2 and 1. From 1 on: 2 and 2."))

    private static func compare(_ expected: [RatePoint], _ got: [RatePoint]) -> Verdict {
        compareCorners(
            rows(expected), rows(got), names: ["false positive rate", "true positive rate"])
    }

    private static func rows(_ points: [RatePoint]) -> [[Double]] {
        points.map { [$0.falsePositiveRate, $0.truePositiveRate] }
    }

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "items of one score are stepped one by one", check: "ties",
            hints: Hints(
                question: "List the same items in another order. Does your curve change?",
                concept: "No threshold lies between two equal scores, so nobody can call one item "
                    + "and not the other. Stepped one by one the curve depends on the order of "
                    + "the list, and one with the positives first looks far too good.",
                step: "Take each different score once: Set(scores).sorted(by: >).")
        ) { scores, labels in
            // Stable: equal scores stay in the order of the list.
            let order = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
            return try EvaluationSolution.rocCurve(
                scores: order.indices.map { -Double($0) }, labels: order.map { labels[$0] })
        },
        call.misconception(
            "the lowest scores are called first", check: "corners",
            hints: Hints(
                question: "Which item do you call positive first: that of the highest score, or "
                    + "that of the lowest?",
                concept: "A high score means positive. Sorted upwards the curve is mirrored, and "
                    + "its area is 1 less the right one: a good classifier looks worse than chance.",
                step: "Sort by >, and keep what is at least the threshold.")
        ) { scores, labels in
            try EvaluationSolution.rocCurve(scores: scores.map { -$0 }, labels: labels)
        },
        call.misconception(
            "you start at the lowest score", check: "corners",
            hints: Hints(
                question: "Where is the threshold at your first corner after (0, 0): high or low?",
                concept: "At the lowest score all is called already, so the first corner would be "
                    + "(1, 1). The walk begins where only the highest score is called.",
                step: "Set(scores).sorted(by: >).")
        ) { scores, labels in
            let points = try curve(scores, labels)
            return [points[0]] + points.dropFirst().reversed()
        },
        call.misconception(
            "scores that lie close together count as one", check: "corners",
            hints: Hints(
                question: "All scores of a network lie between 0 and 1e-12. How many corners does "
                    + "its curve have?",
                concept: "Only the order of the scores matters, not how far apart they lie: "
                    + "multiplied by a million they must give the same curve.",
                step: "Compare scores with == and >=, without any tolerance.")
        ) { scores, labels in
            try curve(scores.map { ($0 * 1e9).rounded() }, labels)
        },
        call.misconception(
            "the corner (0, 0) is missing", check: "corners",
            hints: Hints(
                question: "What are the two rates if nothing is called positive?",
                concept: "A threshold above the highest score calls nothing: the curve begins at "
                    + "(0, 0). Without it the area lacks its first piece.",
                step: "Begin with [RatePoint(falsePositiveRate: 0, truePositiveRate: 0)].")
        ) { scores, labels in Array(try curve(scores, labels).dropFirst()) },
        call.misconception(
            "what equals the threshold is not called", check: "corners",
            hints: Hints(
                question: "The threshold is the lowest score. How many items are called?",
                concept: "At least the threshold, so the item with that very score is called. "
                    + "Otherwise the curve never arrives at (1, 1).",
                step: "Write >= where you write >.")
        ) { scores, labels in
            let points = try curve(scores, labels)
            return [points[0]] + points.dropLast()
        },
        call.misconception(
            "the two rates are exchanged", check: "corners",
            hints: Hints(
                question: "Which of the two rates do you want to be high?",
                concept: "The true positive rate is the share of the positives that are found; the "
                    + "false positive rate is the share of the negatives that are called in vain.",
                step: "Hits divided by all positives are the truePositiveRate.")
        ) { scores, labels in
            try curve(scores, labels).map { point($0.truePositiveRate, $0.falsePositiveRate) }
        },
        call.misconception(
            "both counts are divided by the number of all items", check: "corners",
            hints: Hints(
                question: "At which corner must the curve end?",
                concept: "Each rate is a share of its own class: so the curve does not depend on "
                    + "how rare the positives are, and ends at (1, 1).",
                step: "Divide hits by labels.count { $0 } and alarms by labels.count { !$0 }.")
        ) { scores, labels in
            let share = Double(labels.count { $0 }) / Double(labels.count)
            return try curve(scores, labels).map {
                point($0.falsePositiveRate * (1 - share), $0.truePositiveRate * share)
            }
        },
        call.misconception(
            "false positives are divided by all that is called", check: "corners",
            hints: Hints(
                question: "Of what is the false positive rate a share: of the calls, or of the "
                    + "negatives?",
                concept: "The share of the calls that are wrong is 1 less the precision, and "
                    + "depends on how rare the positives are. The rate asks of the negatives.",
                step: "Divide by labels.count { !$0 }.")
        ) { scores, labels in
            let (positives, negatives) = (labels.count { $0 }, labels.count { !$0 })
            return try curve(scores, labels).map {
                let alarms = $0.falsePositiveRate * Double(negatives)
                let called = alarms + $0.truePositiveRate * Double(positives)
                return point(called > 0 ? alarms / called : 0, $0.truePositiveRate)
            }
        },
        call.misconception(
            "you try thresholds from 0 to 1 in steps of a tenth", check: "corners",
            hints: Hints(
                question: "A network gives logits from -400 to 500. What do your thresholds see?",
                concept: "Scores need not be probabilities. And even among probabilities many may "
                    + "lie between two of your thresholds.",
                step: "The thresholds are the scores themselves: Set(scores).sorted(by: >).")
        ) { scores, labels in
            let thresholds = (0...10).reversed().map { Double($0) / 10 }
            return [point(0, 0)]
                + thresholds.map { threshold in
                    let called = zip(scores, labels).filter { $0.0 >= threshold }
                    return point(
                        Double(called.count { !$0.1 }) / Double(labels.count { !$0 }),
                        Double(called.count { $0.1 }) / Double(labels.count { $0 }))
                }
        },
    ]
}

private func point(_ falsePositiveRate: Double, _ truePositiveRate: Double) -> RatePoint {
    RatePoint(falsePositiveRate: falsePositiveRate, truePositiveRate: truePositiveRate)
}

private func curve(_ scores: [Double], _ labels: [Bool]) throws -> [RatePoint] {
    try EvaluationSolution.rocCurve(scores: scores, labels: labels)
}
