import CourseKit
import DeepTeaching

/// Which nodes made a stage wrong, and what their slides look like.
extension StagingJob {
    func showErrors(
        of patients: [PatientFinding], _ findings: [Finding], in step: LessonStep
    ) throws {
        let wrong = patients.filter { $0.stage != $0.truth }
        step.number("wrongPatients", wrong.count)
        step.choose("errors", wrong.isEmpty ? "none" : "some")
        step.table("wrongStageRows", rows: wrong.map(\.errorRow))
        guard let shown = wrong.first(where: { !$0.decisive.isEmpty }),
            let finding = findings.first(where: {
                $0.slide.patient == shown.patient.number && $0.slide.node == shown.decisive[0]
            })
        else { return step.choose("decisive", wrong.isEmpty ? "absent" : "none") }
        step.choose("decisive", "shown")
        step.text("errorSlide", finding.slide.name)
        step.text("errorTruth", finding.slide.type.rawValue)
        step.text("errorPrediction", finding.prediction.type.rawValue)
        step.number("errorScore", finding.prediction.positiveScore)
        step.choose("errorOutlines", finding.slide.isLabeled ? "known" : "unknown")
        step.figure(
            "error",
            try MapPicture(
                slide: try finding.slide.open(), map: finding.mapped.map,
                annotations: finding.slide.isLabeled ? try finding.slide.outlines() : nil
            ).image)
    }
}

extension PatientFinding {
    fileprivate var errorRow: [String] {
        let kinds = patient.slides.map(\.type)
        let wrong = kinds.indices.filter { kinds[$0] != types[$0] }.map { node in
            "\(node): \(kinds[node].rawValue) → \(types[node].rawValue)"
        }
        let decisive = decisive.map { "\($0)" }
        return [
            patient.name, truth.rawValue, stage.rawValue,
            wrong.joined(separator: ", "),
            decisive.isEmpty ? "–" : decisive.joined(separator: ", "),
        ]
    }
}
