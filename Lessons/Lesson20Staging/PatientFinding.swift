import Curriculum
import DeepTeaching
import LessonSlides

/// A test patient with the answers to the three questions.
struct PatientFinding {
    let patient: SlidePatient
    let truth: PNStage
    let staging: PatientStaging
    let types: [MetastasisType]
    let stage: PNStage

    /// Nil for a patient whose stage nobody says.
    ///
    /// - Throws: `StagingError.missingNodes` if a node was not read.
    init?(patient: SlidePatient, findings: [Finding]) throws {
        let byNode = Dictionary(
            findings.map { ($0.slide.node, $0.prediction.type) }, uniquingKeysWith: { $1 })
        guard let truth = patient.stage else { return nil }
        staging = PatientStaging(patient: patient.name, types: byNode)
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

    /// The patient as exercises take it.
    var trueRow: StagedPatient {
        StagedPatient(name: patient.name, types: patient.slides.map(\.type), stage: truth)
    }

    /// What is predicted, as exercises take it.
    var predictedRow: StagedPatient {
        StagedPatient(name: patient.name, types: types, stage: stage)
    }

    /// The nodes whose wrong type alone makes the stage wrong.
    var decisive: [Int] {
        if stage == truth { return [] }
        return types.indices.filter { node in
            var corrected = types
            corrected[node] = patient.slides[node].type
            return PNStage(nodes: corrected) == truth
        }
    }
}
