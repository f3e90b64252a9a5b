import CourseKit
import DeepTeaching

/// Step 10: the third question, patient by patient.
extension StagingJob {
    func patientResults(
        _ lesson: Lesson, _ split: CaseSplit, _ findings: [Finding]
    ) throws {
        try lesson.step("Question 3: which pN stage is the patient in?") { step in
            let byPatient = Dictionary(grouping: findings, by: \.slideCase.patient.number)
            let patients = try split.test.map { patient in
                try StagedPatient(patient: patient, findings: byPatient[patient.number] ?? [])
            }
            step.table(
                header: ["patient", "1. metastases?", "2. of which kind?", "3. stage", "truth"],
                rows: patients.map(\.answers), alignment: [.left, .left, .left, .left, .left],
                caption: "The three questions, for each test patient")
            let truth = patients.map(\.patient.stage)
            let predictions = patients.map(\.stage)
            step.confusion(
                try ConfusionMatrix(truth: truth, predictions: predictions),
                caption: "Stages: rows truth, columns prediction")
            try showKappa(patients, in: step)
            try showHiddenBug(in: step, split)
        }
    }

    private func showKappa(_ patients: [StagedPatient], in step: StepWriter) throws {
        step.words(
            """
            *Kappa* asks how much better than chance the agreement is; a stage that is two off \
            counts four times one that is one off. Five slides of a patient are not five witnesses, \
            so the interval draws *patients*, with replacement, two thousand times.
            """)
        step.equation(
            "κ = 1 - (sum_(i,j) w_(i,j) O_(i,j)) / (sum_(i,j) w_(i,j) E_(i,j))",
            where: [
                "w_(i,j)": "(i − j)²", "O_(i,j)": "patients of stage i that were called j",
                "E_(i,j)": "what chance would give",
            ])
        let interval = try? bootstrapInterval(
            groups: patients.map(\.patient.number), seed: seed
        ) { drawn in
            try cohensKappa(
                truth: drawn.map { patients[$0].patient.stage },
                predictions: drawn.map { patients[$0].stage }, weights: .quadratic)
        }
        step.number("kappa", interval?.estimate ?? .nan, "quadratic weighted kappa")
        step.number("kappaLow", interval?.lower ?? .nan, "lower end of the 95 % interval")
        step.number("kappaHigh", interval?.upper ?? .nan, "upper end of the 95 % interval")
        step.words(
            """
            \(patients.count == 1
                ? "With a single patient, every draw is that patient: the interval says nothing."
                : "\(patients.count) patients leave a wide interval.") \
            A kappa without its interval is an anecdote.
            """)
    }

    /// The wrong way, measured: a rule that is wrong and a kappa that does not show it.
    private func showHiddenBug(in step: StepWriter, _ split: CaseSplit) throws {
        let patients = split.training + split.test
        let wrong = patients.map { patient in
            PNStage(nodes: patient.nodes.map { $0.type == .itc ? .micro : $0.type })
        }
        guard
            let kappa = try cohensKappa(
                truth: patients.map(\.stage), predictions: wrong, weights: .quadratic)
        else { return }
        let wrongStages = zip(patients, wrong).count { $0.stage != $1 }
        guard wrongStages > 0 else { return }
        step.words(
            """
            **A wrong way.** Take the *true* types of all slides and count ITC nodes as positive \
            nodes, a common mistake. \(wrongStages) of \(patients.count) patients get a wrong \
            stage, yet kappa is \(fixed(kappa, 3)). A good score does not prove a rule: check rules \
            case by case.
            """)
        step.number("kappaOfTheWrongRule", kappa, "kappa of a rule that counts ITC nodes")
    }
}

/// A test patient with the answers to the three questions.
struct StagedPatient {
    let patient: CamelyonPatient
    let types: [MetastasisType]
    let stage: PNStage

    /// - Throws: `StagingError.missingNodes` if a node was not read.
    init(patient: CamelyonPatient, findings: [Finding]) throws {
        let byNode = Dictionary(
            findings.map { ($0.slideCase.node.node, $0.prediction.type) }, uniquingKeysWith: { $1 })
        let staging = PatientStaging(patient: patient.name, types: byNode)
        self.patient = patient
        types = staging.nodes.compactMap { $0 }
        stage = try staging.stage()
    }

    /// The row of the table.
    var answers: [String] {
        let positive = types.count { $0 != .negative }
        return [
            patient.name, positive == 0 ? "no" : "yes, in \(positive) of \(types.count)",
            types.map(\.rawValue).joined(separator: " "), stage.rawValue, patient.stage.rawValue,
        ]
    }
}
