import CourseKit
import DeepTeaching

/// How the answers for slides differ from hospital to hospital.
extension StagingJob {
    func showHospitals(of findings: [Finding], in step: LessonStep) {
        let byCenter = Dictionary(grouping: findings, by: \.slide.center)
        step.choose("hospitals", byCenter.count > 1 ? "several" : "one")
        let results = byCenter.sorted { $0.key < $1.key }.map {
            HospitalResult(center: $0.key, findings: $0.value)
        }
        step.table("hospitalResults", rows: results.map(\.row))
        let areas = results.compactMap(\.area)
        step.number("bestHospital", areas.max() ?? .nan)
        step.number("worstHospital", areas.min() ?? .nan)
    }
}

/// The answers for the test slides of one hospital.
private struct HospitalResult {
    let center: Int
    let findings: [Finding]

    /// The area under the ROC curve; nil if all slides are positive, or all negative.
    var area: Double? { curve(of: findings)?.area }

    var row: [String] {
        let negative = findings.filter { !$0.slide.isPositive }
        let alarms = negative.count { $0.prediction.type != .negative }
        let right = findings.count { $0.prediction.type == $0.slide.type }
        return [
            "\(center)", "\(findings.count)", "\(findings.count - negative.count)",
            area.map { NumberFormat.decimals(3).text($0) } ?? "–",
            "\(right) of \(findings.count)", "\(alarms) of \(negative.count)",
        ]
    }
}

/// The ROC curve over some slides; nil if all are positive, or all negative.
func curve(of findings: [Finding]) -> ROCCurve? {
    try? ROCCurve(
        scores: findings.map(\.prediction.positiveScore),
        labels: findings.map(\.slide.type.isPositiveSlide))
}
