import CourseKit
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
                try StagedPatient(patient: patient, findings: byPatient[patient.number] ?? [])
            }
            let matrix = try ConfusionMatrix(
                labels: patients.map(\.truth), predictions: patients.map(\.stage))
            step.table("answers", rows: patients.map(\.answers))
            step.table("stages", rows: Array(matrix.table().dropFirst()))
            step.number("kappaByHand", try kappaOfFourPatients() ?? .nan)
            try showKappa(of: patients, in: step)
            try showWrongRule(split.training + split.test, in: step)
        }
    }

    private func kappaOfFourPatients() throws -> Double? {
        try cohensKappa(
            labels: [PNStage.pN0, .pN0, .pN1, .pN2], predictions: [.pN0, .pN1mi, .pN1, .pN1],
            weights: .quadratic)
    }

    private func showKappa(of patients: [StagedPatient], in step: LessonStep) throws {
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

    private func interval(of patients: [StagedPatient]) throws -> BootstrapInterval {
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

/// A test patient with the answers to the three questions.
struct StagedPatient {
    let patient: SlidePatient
    let truth: PNStage
    let types: [MetastasisType]
    let stage: PNStage

    /// Nil for a patient whose stage nobody says.
    ///
    /// - Throws: `StagingError.missingNodes` if a node was not read.
    init?(patient: SlidePatient, findings: [Finding]) throws {
        let byNode = Dictionary(
            findings.map { ($0.slide.node, $0.prediction.type) }, uniquingKeysWith: { $1 })
        let staging = PatientStaging(patient: patient.name, types: byNode)
        guard let truth = patient.stage else { return nil }
        self.patient = patient
        self.truth = truth
        types = staging.nodes.compactMap { $0 }
        stage = try staging.stage()
    }

    /// The row of the table.
    var answers: [String] {
        [
            patient.name, "\(types.count { $0 != .negative })",
            types.map(\.rawValue).joined(separator: " "), stage.rawValue, truth.rawValue,
        ]
    }
}
