import CourseKit
import Curriculum
import DeepTeaching

/// Step 9: the first two questions, slide by slide.
extension StagingJob {
    func answerForSlides(
        _ lesson: Lesson, _ maps: MappedSlides, _ classifiers: SlideClassifiers
    ) throws -> [Finding] {
        try lesson.step("slides") { step in
            let features = maps.test.map(\.features)
            let predictions = try classifiers.forest.predictions(for: features)
            let findings = zip(maps.test, predictions).map {
                Finding(mapped: $0, prediction: $1)
            }
            step.table("findings", rows: findings.map(row))
            showCurves(of: findings, in: step)
            let others = zip(maps.test, try classifiers.regression.predictions(for: features))
                .map { Finding(mapped: $0, prediction: $1) }
            compare(findings, withRegression: others, in: step)
            try showKinds(of: findings, in: step)
            try showScores(of: findings, besideRegression: others, in: step)
            showHospitals(of: findings, in: step)
            try compareLabel(of: findings, in: step)
            return findings
        }
    }

    /// The student's word on the slide that is hardest to tell.
    private func compareLabel(of findings: [Finding], in step: LessonStep) throws {
        func doubt(_ finding: Finding) -> Double { abs(finding.prediction.positiveScore - 0.5) }
        guard let hardest = findings.min(by: { doubt($0) < doubt($1) }) else { return }
        try step.compare(
            mine, StagingCalls.slideLabel, hardest.prediction.probabilities,
            with: [hardest.prediction.type.severity], part: { [$0.severity] })
    }

    private func row(_ finding: Finding) -> [String] {
        let diameter = finding.mapped.features[.longestDiameter] ?? .nan
        return [
            finding.slide.name, finding.slide.type.rawValue,
            finding.prediction.type.rawValue,
            NumberFormat.decimals(3).text(finding.prediction.positiveScore),
            NumberFormat.decimals(2).text(diameter),
        ]
    }

    private func showCurves(of findings: [Finding], in step: LessonStep) {
        let all = curve(of: findings)
        let others = findings.filter { $0.slide.type != .itc }
        let withoutITC = curve(of: others)
        let area = all?.area ?? .nan
        let areaWithoutITC = withoutITC?.area ?? .nan
        let hasBoth = others.count < findings.count && all != nil && withoutITC != nil
        step.number("slideAUC", area)
        step.choose("curves", hasBoth ? "both" : all == nil ? "none" : "one")
        step.number("slideAUCWithoutITC", areaWithoutITC)
        step.choose(
            "effect",
            areaWithoutITC > area ? "rises" : areaWithoutITC < area ? "falls" : "same")
        guard let all else { return }
        let chance = Plot.Curve("chance", x: [0, 1], y: [0, 1], style: .dashed)
        let second = hasBoth ? withoutITC.map { [plotted($0, "withoutITC")] } ?? [] : []
        step.plot("roc", [plotted(all, "all")] + second + [chance])
    }

    private func compare(
        _ findings: [Finding], withRegression others: [Finding], in step: LessonStep
    ) {
        let (own, other) = (curve(of: findings)?.area, curve(of: others)?.area)
        step.number("regressionAUC", other ?? .nan)
        guard let own, let other else { return step.choose("rival", "none") }
        step.choose("rival", own > other ? "worse" : own < other ? "better" : "same")
    }

    private func plotted(_ curve: ROCCurve, _ name: String) -> Plot.Curve {
        Plot.Curve(
            name, x: curve.points.map(\.falsePositiveRate), y: curve.points.map(\.truePositiveRate))
    }

    private func showKinds(of findings: [Finding], in step: LessonStep) throws {
        let matrix = try ConfusionMatrix(
            labels: findings.map(\.slide.type), predictions: findings.map(\.prediction.type))
        let itc = findings.filter { $0.slide.type == .itc }
        let found = itc.count { $0.prediction.type != .negative }
        step.table("kinds", rows: Array(matrix.table().dropFirst()))
        step.number("slideAccuracy", matrix.accuracy ?? .nan, .percent(1))
        step.number("itcFound", found)
        step.number("itcCount", itc.count)
        step.number("itcRecall", Double(found) / Double(itc.count), .percent(0))
        step.choose("itcSlides", itc.isEmpty ? "none" : "some")
    }
}
