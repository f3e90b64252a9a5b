import CourseKit
import Curriculum
import DeepTeaching

/// Steps 1 and 2: calls at one threshold, and at all of them.
extension EvaluationCourse {
    func showCalls() throws {
        try lesson.step("calls") { step in
            step.number("patientCount", 40)
            step.number("slideCount", slides.labels.count)
            step.number("tumorCount", slides.labels.count { $0 })
            step.number("badShare", SimulatedSlides.badShare, .percent(0))
            step.number("goodShare", 1 - SimulatedSlides.badShare, .percent(0))
            step.number("tumorShare", SimulatedSlides.prevalence, .percent(0))
            step.number("goodDistance", SimulatedSlides.distance.good, .decimals(1))
            step.number("badDistance", SimulatedSlides.distance.bad, .decimals(1))
            // listing: EvaluationCourse.matrix
            let threshold = try DecisionThreshold(0.5)
            let matrix = try threshold.confusionMatrix(
                scores: slides.scores, labels: slides.labels)
            // end listing
            step.number("hits", matrix.counts[1][1])
            step.number("misses", matrix.counts[1][0])
            step.number("alarms", matrix.counts[0][1])
            step.number("dismissed", matrix.counts[0][0])
            let sensitivity = try matrix.sensitivity.interval()
            step.number("sensitivity", sensitivity.estimate, .percent(1))
            step.number("sensitivityLower", sensitivity.lower, .percent(0))
            step.number("sensitivityUpper", sensitivity.upper, .percent(0))
            let specificity = try matrix.specificity.interval()
            step.number("specificity", specificity.estimate, .percent(1))
            step.number("specificityLower", specificity.lower, .percent(0))
            step.number("specificityUpper", specificity.upper, .percent(0))
            step.number("precision", matrix.precision(of: 1) ?? .nan, .percent(1))
            step.number("accuracy", matrix.accuracy ?? .nan, .percent(1))
            let negatives = slides.labels.count { !$0 }
            step.number(
                "allNegative", Double(negatives) / Double(slides.labels.count), .percent(1))
            try showSwapped(matrix, step)
            try showOtherThresholds(step)
            let calls = try threshold.predictions(for: slides.scores)
            try step.compare(
                mine, EvaluationCalls.confusionMatrix, slides.labels.map { $0 ? 1 : 0 },
                calls.map { $0 ? 1 : 0 }, 2, with: matrix.counts)
        }
    }

    /// The wrong way: rows are the prediction, columns the truth.
    private func showSwapped(_ matrix: ConfusionMatrix, _ step: LessonStep) throws {
        let counts = matrix.counts
        let swapped = try ConfusionMatrix(
            counts: [[counts[0][0], counts[1][0]], [counts[0][1], counts[1][1]]],
            names: matrix.names)
        let wrong = try swapped.sensitivity.value
        step.number("wrongSensitivity", wrong, .percent(1))
        let right = try matrix.sensitivity.value
        step.choose("swapped", wrong < right ? "lower" : wrong > right ? "higher" : "same")
    }

    private func showOtherThresholds(_ step: LessonStep) throws {
        let thresholds = [0.1, 0.3, 0.5, 0.7, 0.9]
        let rows = try thresholds.map { value in
            let matrix = try DecisionThreshold(value).confusionMatrix(
                scores: slides.scores, labels: slides.labels)
            return [
                NumberFormat.decimals(1).text(value), "\(matrix.counts[1][1])",
                "\(matrix.counts[0][1])",
                NumberFormat.percent(1).text(try matrix.sensitivity.value),
                NumberFormat.percent(1).text(try matrix.specificity.value),
            ]
        }
        step.table("thresholds", rows: rows)
    }

    func showThresholds() throws {
        try lesson.step("thresholds") { step in
            // Four grades of certainty, as a reader would give them.
            let grades = [4, 4, 3, 3, 2, 2, 2, 1.0]
            let labels = [true, true, true, false, true, false, false, false]
            let hand = try ROCCurve(scores: grades, labels: labels)
            step.table(
                "hand",
                rows: zip([0, 4, 3, 2, 1.0], hand.points).map { grade, point in
                    [
                        grade == 0 ? "-" : "\(Int(grade))",
                        "\(Int(4 * point.truePositiveRate))", "\(Int(4 * point.falsePositiveRate))",
                        NumberFormat.decimals(2).text(point.truePositiveRate),
                        NumberFormat.decimals(2).text(point.falsePositiveRate),
                    ]
                })
            step.number("handArea", hand.area, .decimals(3))
            step.number(
                "wrongHandFirst", try Self.area(grades, labels, positivesFirst: true),
                .decimals(3))
            step.number(
                "wrongHandLast", try Self.area(grades, labels, positivesFirst: false),
                .decimals(3))
            try showGrades(step)
            try step.compare(
                mine, EvaluationCalls.rocCurve, grades, labels,
                with: hand.points.map { [$0.falsePositiveRate, $0.truePositiveRate] },
                part: { $0.map { [$0.falsePositiveRate, $0.truePositiveRate] } })
            try step.compare(
                mine, EvaluationCalls.areaUnderCurve, grades, labels, with: hand.area)
        }
    }

    /// The classifier's scores as they are, and as four grades.
    private func showGrades(_ step: LessonStep) throws {
        let (scores, labels) = (slides.scores, slides.labels)
        let grades = scores.map { min(3, ($0 * 4).rounded(.down)) }
        let curve = try ROCCurve(scores: scores, labels: labels)
        let graded = try ROCCurve(scores: grades, labels: labels)
        let first = try ROCCurve(
            scores: Self.untied(grades, labels, positivesFirst: true), labels: labels)
        let last = try ROCCurve(
            scores: Self.untied(grades, labels, positivesFirst: false), labels: labels)
        step.number("area", curve.area, .decimals(3))
        step.number("gradedArea", graded.area, .decimals(3))
        step.number("wrongFirstArea", first.area, .decimals(3))
        step.number("wrongLastArea", last.area, .decimals(3))
        step.number(
            "wrongUpwards", try ROCCurve(scores: scores.map { -$0 }, labels: labels).area,
            .decimals(3))
        step.choose(
            "last",
            last.points[1].truePositiveRate < last.points[1].falsePositiveRate ? "bottom" : "above")
        step.plot(
            "roc",
            [
                Plot.Curve("scores", of: curve), Plot.Curve("grades", of: graded),
                Plot.Curve("first", of: first), Plot.Curve("last", of: last),
                .diagonal("chance"),
            ], xRange: 0...1, yRange: 0...1)
    }

    /// The wrong way: equal scores one by one, in the order of a list that has one class in front.
    private static func untied(
        _ scores: [Double], _ labels: [Bool], positivesFirst: Bool
    ) -> [Double] {
        zip(scores, labels).map { $0 + ($1 == positivesFirst ? 0.5 : 0) }
    }

    private static func area(
        _ scores: [Double], _ labels: [Bool], positivesFirst: Bool
    ) throws -> Double {
        try ROCCurve(
            scores: untied(scores, labels, positivesFirst: positivesFirst), labels: labels
        ).area
    }
}
