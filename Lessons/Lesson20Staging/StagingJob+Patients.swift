import CourseKit
import Curriculum
import DeepTeaching
import LessonSlides

/// Step 10: the third question, patient by patient.
extension StagingJob {
    func answerForPatients(
        _ lesson: Lesson, _ split: PatientFolds, _ findings: [Finding]
    ) throws {
        try lesson.step("stages") { step in
            let byPatient = Dictionary(grouping: findings, by: \.slide.patient)
            let patients = try split.test.compactMap { patient in
                try PatientFinding(patient: patient, findings: byPatient[patient.number] ?? [])
            }
            let matrix = try ConfusionMatrix(
                labels: patients.map(\.truth), predictions: patients.map(\.stage))
            step.table("answers", rows: patients.map(\.answers))
            step.table("stages", rows: Array(matrix.table().dropFirst()))
            step.number("kappaByHand", try kappaOfFourPatients() ?? .nan)
            try showKappa(of: patients, in: step)
            try showWrongRule(split.training + split.test, in: step)
            try showErrors(of: patients, findings, in: step)
            try compareOwn(patients, matrix, in: step)
        }
    }

    /// The student's functions on the patients of the test.
    private func compareOwn(
        _ patients: [PatientFinding], _ matrix: ConfusionMatrix, in step: LessonStep
    ) throws {
        guard let first = patients.first(where: { $0.stage != $0.truth }) ?? patients.first
        else { return }
        let truth = patients.map(\.trueRow)
        let predicted = patients.map(\.predictedRow)
        try step.compare(
            mine, StagingCalls.pNStage, first.types, with: [first.stage.severity],
            part: { [$0?.severity ?? -1] })
        let table = try PatientStaging.table(of: patients.map(\.staging))
        try step.compare(
            mine, StagingCalls.submission, predicted, with: table.utf8.map(Int.init),
            part: { $0.utf8.map(Int.init) })
        try step.compare(
            mine, StagingCalls.evaluate, truth, predicted, with: matrix.counts, part: \.confusion)
        try step.compare(
            mine, StagingCalls.errorAnalysis, first.trueRow.types, first.types,
            with: first.decisive, part: \.decisive)
    }

    private func kappaOfFourPatients() throws -> Double? {
        try cohensKappa(
            labels: [PNStage.pN0, .pN0, .pN1, .pN2], predictions: [.pN0, .pN1mi, .pN1, .pN1],
            weights: .quadratic)
    }

    private func showKappa(of patients: [PatientFinding], in step: LessonStep) throws {
        let kappa = try cohensKappa(
            labels: patients.map(\.truth), predictions: patients.map(\.stage),
            weights: .quadratic)
        let interval = try? interval(of: patients)
        step.number("kappa", kappa ?? .nan)
        step.number("kappaLow", interval?.lower ?? .nan)
        step.number("kappaHigh", interval?.upper ?? .nan)
        step.choose(
            "agreement", kappa == nil ? "undefined" : interval == nil ? "alone" : "interval")
    }

    private func interval(of patients: [PatientFinding]) throws -> BootstrapInterval {
        // listing: StagingJob.interval
        try bootstrapInterval(
            groups: patients.map(\.patient.number), seed: seed
        ) { drawn in
            try cohensKappa(
                labels: drawn.map { patients[$0].truth },
                predictions: drawn.map { patients[$0].stage },
                weights: .quadratic)
        }
        // end listing
    }

    /// A rule that is wrong, and a kappa that hardly shows it.
    private func showWrongRule(_ patients: [SlidePatient], in step: LessonStep) throws {
        // listing: StagingJob.wrongRule
        let wrong = patients.map { patient in
            let types = patient.slides.map(\.type)
            return PNStage(nodes: types.map { $0 == .itc ? .micro : $0 })
        }
        // end listing
        let wrongStages = zip(patients, wrong).count { $0.stage != $1 }
        let kappa = try cohensKappa(
            labels: patients.compactMap(\.stage), predictions: wrong, weights: .quadratic)
        step.number("allPatients", patients.count)
        step.number("wrongStages", wrongStages)
        guard let kappa, wrongStages > 0 else { return step.choose("wrongRule", "same") }
        step.choose("wrongKappa", kappa > 0.9 ? "high" : "low")
        step.choose("wrongRule", "differs")
        step.number("kappaOfTheWrongRule", kappa)
    }
}
