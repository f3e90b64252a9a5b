import CourseKit
import DeepTeaching

/// Step 9: the first two questions, slide by slide.
extension StagingJob {
    func slideResults(
        _ lesson: Lesson, _ maps: ExaminedCases, _ classifier: FittedSlideClassifier
    ) throws -> [Finding] {
        try lesson.step("Questions 1 and 2: does a slide hold tumour, and of which kind?") { step in
            let predictions = try classifier.predictions(
                for: maps.test.map(\.features))
            let findings = zip(maps.test, predictions).map {
                Finding(examined: $0, prediction: $1)
            }
            step.table(
                header: ["slide", "truth", "prediction", "P(positive)", "longest diameter mm"],
                rows: findings.map(row),
                alignment: [.left, .left, .left, .right, .right],
                caption: "All slides of the test patients")
            try showCurve(findings, in: step)
            try showConfusion(findings, in: step)
            return findings
        }
    }

    private func row(_ finding: Finding) -> [String] {
        let features = finding.examined.features
        return [
            finding.slideCase.name, finding.slideCase.type.rawValue,
            finding.prediction.type.rawValue, fixed(finding.prediction.positiveScore, 3),
            fixed(features["longest diameter mm (p > 0.5)"], 2),
        ]
    }

    private func showCurve(_ findings: [Finding], in step: StepWriter) throws {
        let all = try? curve(findings)
        let withoutITC = try? curve(findings.filter { $0.slideCase.type != .itc })
        step.words(
            """
            A slide is positive when it holds itc, micro or macro; only the rule of the stage, later, \
            does not count a node with ITC alone. The area under the ROC curve is \
            the probability that a positive slide gets a higher score than a negative one.
            """)
        step.number("slideAUC", all?.area ?? .nan, "slide AUC, ITC are positive")
        step.number("slideAUCWithoutITC", withoutITC?.area ?? .nan, "slide AUC without ITC slides")
        guard let all, let withoutITC else { return }
        step.plot(
            Plot(
                name: "roc", x: "false positive rate", y: "true positive rate",
                curves: [
                    plotted(all, "all slides"), plotted(withoutITC, "without ITC"),
                    Plot.Curve("chance", x: [0, 1], y: [0, 1], style: .dashed),
                ], caption: "ROC curves over the slides of the test patients.",
                alternative:
                    "Two stairs from the lower left to the upper right, and the diagonal of chance."
            ))
    }

    private func curve(_ findings: [Finding]) throws -> ROCCurve {
        try ROCCurve(
            scores: findings.map(\.prediction.positiveScore),
            labels: findings.map(\.slideCase.type.isPositiveSlide))
    }

    private func plotted(_ curve: ROCCurve, _ name: String) -> Plot.Curve {
        Plot.Curve(
            name, x: curve.points.map(\.falsePositiveRate), y: curve.points.map(\.truePositiveRate))
    }

    private func showConfusion(_ findings: [Finding], in step: StepWriter) throws {
        let matrix = try ConfusionMatrix(
            truth: findings.map(\.slideCase.type), predictions: findings.map(\.prediction.type))
        step.confusion(matrix, caption: "Kinds of metastasis: rows truth, columns prediction")
        step.number("slideAccuracy", matrix.accuracy ?? .nan, format: .percent(1))
        let itc = findings.filter { $0.slideCase.type == .itc }
        let found = itc.count { $0.prediction.type != .negative }
        step.number(
            "itcRecall", itc.isEmpty ? .nan : Double(found) / Double(itc.count),
            "ITC slides that are not called negative (\(found) of \(itc.count))",
            format: .percent(0))
        step.words(
            """
            Isolated tumour cells are the hard ones: in CAMELYON17 no method found 40 % of them.
            """)
    }
}

extension StepWriter {
    /// Adds a confusion matrix as a table.
    func confusion(_ matrix: ConfusionMatrix, caption: String) {
        let cells = matrix.table()
        table(
            header: cells[0], rows: Array(cells.dropFirst()),
            alignment: [.left] + cells[0].dropFirst().map { _ in .right }, caption: caption)
    }
}
