import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = EvaluationCalls.frocScore

extension EvaluationGraders {
    static let frocScore = ExerciseGrader(
        call,
        checks: [
            call.check(
                "between corners", "between two corners the curve is straight",
                question: "Several corners lie above each other: which one counts? And by how many "
                    + "rates do you divide?",
                inputs: { generator in
                    let many = (0..<30).map { 0.1 + 0.2 * Double($0) }
                    return [([0.25, 0.5, 1, 2, 4, 8], 14), ([1.5, 0.75], 9), (many, 20)].map {
                        rates, corners in
                        // The last corner lies beyond all rates.
                        let last = FindingPoint(falsePositivesPerSlide: 40, sensitivity: 1)
                        return (curve(corners: corners, step: 1.1, &generator) + [last], rates)
                    } + [exact(&generator), repeated(&generator)]
                },
                compare: Comparison.within(1e-9)),
            call.check(
                "beyond the end", "beyond the last corner its sensitivity goes on",
                question: "A detector makes half a false positive a slide at most. What is its "
                    + "sensitivity at 8?",
                inputs: { generator in
                    let short = curve(corners: 5, step: 0.3, &generator)
                    let rates = [0.25, 0.5, 1, 2, 4, 8]
                    let alone = FindingPoint(falsePositivesPerSlide: 0, sensitivity: 0)
                    return [(short, rates), (short, [100]), ([alone], rates)]
                },
                compare: Comparison.within(1e-9)),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("from the last corner at or below each rate") { curve, rates in
                var sum = 0.0
                for rate in rates {
                    let left = curve.lastIndex { $0.falsePositivesPerSlide <= rate } ?? 0
                    sum += curve[left].sensitivity
                    guard left + 1 < curve.count else { continue }
                    let (a, b) = (curve[left], curve[left + 1])
                    sum +=
                        (b.sensitivity - a.sensitivity) * (rate - a.falsePositivesPerSlide)
                        / (b.falsePositivesPerSlide - a.falsePositivesPerSlide)
                }
                return sum / Double(rates.count)
            }
        ],
        hints: Hints(
            question: "Which is the first corner that lies to the right of a rate?",
            concept: "That corner and the one before it enclose the rate. How far is the rate on "
                + "its way from one to the other? The sensitivity has come just as far. If no "
                + "corner lies to the right, take the last one.",
            step: "Corners (0, 0.5) and (2, 0.8), rate 1: halfway, 0.5 + 0.5 * 0.3 = 0.65."))

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "you take the last corner below, not the line between two", check: "between corners",
            hints: Hints(
                question: "Corners at 0 and at 2: is the sensitivity at 1.9 that of 0?",
                concept: "CAMELYON16 joins the corners by straight lines and reads off those.",
                step: "a.sensitivity + share * (b.sensitivity - a.sensitivity).")
        ) { curve, rates in
            mean(rates) { rate in
                curve.last { $0.falsePositivesPerSlide <= rate }?.sensitivity ?? 0
            }
        },
        call.misconception(
            "you take the next corner above, not the line between two", check: "between corners",
            hints: Hints(
                question: "Corners at 0 and at 2: is the sensitivity at 0.1 that of 2?",
                concept: "CAMELYON16 joins the corners by straight lines and reads off those.",
                step: "a.sensitivity + share * (b.sensitivity - a.sensitivity).")
        ) { curve, rates in
            mean(rates) { rate in
                (curve.first { $0.falsePositivesPerSlide >= rate } ?? curve[curve.count - 1])
                    .sensitivity
            }
        },
        call.misconception(
            "you return the sum, not the mean", check: "between corners",
            hints: Hints(
                question: "What score has a detector that finds everything?",
                concept: "1: the score is a mean of sensitivities.",
                step: "Divide by Double(rates.count).")
        ) { curve, rates in try score(curve, rates) * Double(rates.count) },
        call.misconception(
            "you always divide by six", check: "between corners",
            hints: Hints(
                question: "With one rate, what do you divide by?",
                concept: "A mean divides by how many numbers there are.",
                step: "Divide by Double(rates.count).")
        ) { curve, rates in try score(curve, rates) * Double(rates.count) / 6 },
        call.misconception(
            "a rate that is asked for twice counts once", check: "between corners",
            hints: Hints(
                question: "Rates 1, 1 and 4: how many sensitivities do you average?",
                concept: "One for each of the rates, also where two are the same: who asks twice "
                    + "wants it to count twice.",
                step: "Go through the list of the rates as it is; do not make a set or a "
                    + "dictionary of it.")
        ) { curve, rates in try score(curve, Set(rates).sorted()) },
        call.misconception(
            "of several corners above each other you take the lowest", check: "between corners",
            hints: Hints(
                question: "A detector finds three lesions before its first false positive. What is "
                    + "its sensitivity at 0 false positives?",
                concept: "Above one rate the curve rises straight up. Who accepts so many false "
                    + "positives gets the highest sensitivity there.",
                step: "Look for the first corner strictly to the right (>), and take the one "
                    + "before it.")
        ) { curve, rates in
            try mean(rates) { rate in
                let corner = curve.first { $0.falsePositivesPerSlide == rate }
                return try corner?.sensitivity ?? score(curve, [rate])
            }
        },
        call.misconception(
            "beyond the last corner you say 0", check: "beyond the end",
            hints: Hints(
                question: "Does a detector find less if more false positives are allowed?",
                concept: "It finds what it finds. The last sensitivity goes on to the right.",
                step: "Return the sensitivity of the last corner if none lies to the right.")
        ) { curve, rates in
            let last = curve[curve.count - 1].falsePositivesPerSlide
            return try mean(rates) { $0 > last ? 0 : try score(curve, [$0]) }
        },
        call.misconception(
            "rates beyond the last corner are left out", check: "beyond the end",
            hints: Hints(
                question: "A detector has no false positives at all. Which score has it?",
                concept:
                    "Its sensitivity, at each of the rates. Left out, a careful detector would "
                    + "be judged by its worst places only.",
                step: "Return the sensitivity of the last corner if none lies to the right.")
        ) { curve, rates in
            let last = curve[curve.count - 1].falsePositivesPerSlide
            let inside = rates.filter { $0 <= last }
            return inside.isEmpty ? 0 : try score(curve, inside)
        },
        call.misconception(
            "beyond the last corner everything is found", check: "beyond the end",
            hints: Hints(
                question: "A ROC curve ends at (1, 1). Does this one?",
                concept: "No: what the detector never marks it does not find, however many false "
                    + "positives are allowed.",
                step: "Return the sensitivity of the last corner if none lies to the right.")
        ) { curve, rates in
            let last = curve[curve.count - 1].falsePositivesPerSlide
            return try mean(rates) { $0 > last ? 1 : try score(curve, [$0]) }
        },
        call.misconception(
            "you average the sensitivities of the corners", check: "between corners",
            hints: Hints(
                question: "Where do the rates appear in your answer?",
                concept: "The corners lie where the detections happen to fall; the rates are the "
                    + "same for all detectors.",
                step: "One sensitivity for each of the rates.")
        ) { curve, _ in
            curve.map(\.sensitivity).reduce(0, +) / Double(curve.count)
        },
    ]

    /// Corners that go straight up, to the right, or both; they end below 1.
    private static func curve(
        corners: Int, step: Double, _ generator: inout SeededGenerator
    ) -> [FindingPoint] {
        var (rate, sensitivity) = (0.0, 0.0)
        return (0..<corners).map { corner in
            if corner > 0 {
                let goesUp = corner % 3 != 0
                if corner % 3 != 1 { rate += step * generator.uniform(0.5, 1) }
                if goesUp {
                    sensitivity += generator.uniform(0.5, 1) / Double(corners)
                }
            }
            return FindingPoint(falsePositivesPerSlide: rate, sensitivity: sensitivity)
        }
    }

    /// Rates of which one is asked for twice.
    private static func repeated(
        _ generator: inout SeededGenerator
    ) -> (curve: [FindingPoint], rates: [Double]) {
        let last = FindingPoint(falsePositivesPerSlide: 40, sensitivity: 1)
        return (curve(corners: 14, step: 1.1, &generator) + [last], [1, 1, 4])
    }

    /// Rates at which corners lie, some above each other, one of them at 0.
    private static func exact(
        _ generator: inout SeededGenerator
    ) -> (curve: [FindingPoint], rates: [Double]) {
        var sensitivity = 0.0
        let points = [0, 0, 0.5, 0.5, 0.5, 2, 4].map { rate in
            let point = FindingPoint(falsePositivesPerSlide: rate, sensitivity: sensitivity)
            sensitivity += generator.uniform(0.05, 0.15)
            return point
        }
        return (points, [0, 0.5, 2])
    }
}

private func score(_ curve: [FindingPoint], _ rates: [Double]) throws -> Double {
    try EvaluationSolution.frocScore(curve: curve, rates: rates)
}

private func mean(_ rates: [Double], _ value: (Double) throws -> Double) rethrows -> Double {
    try rates.reduce(0) { $0 + (try value($1)) } / Double(rates.count)
}
