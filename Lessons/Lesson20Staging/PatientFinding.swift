import Curriculum
import DeepTeaching

/// A test patient with the answers to the three questions.
struct PatientFinding {
    let patient: CamelyonPatient
    let staging: PatientStaging
    let types: [MetastasisType]
    let stage: PNStage

    /// - Throws: `StagingError.missingNodes` if a node was not read.
    init(patient: CamelyonPatient, findings: [Finding]) throws {
        let byNode = Dictionary(
            findings.map { ($0.slide.node, $0.prediction.type) }, uniquingKeysWith: { $1 })
        staging = PatientStaging(patient: patient.name, types: byNode)
        self.patient = patient
        types = staging.nodes.compactMap { $0 }
        stage = try staging.stage()
    }

    /// The row of the table.
    var answers: [String] {
        [
            patient.name, "\(types.count { $0 != .negative })",
            types.map(\.rawValue).joined(separator: " "), stage.rawValue, patient.stage.rawValue,
        ]
    }

    /// The patient as exercises take it.
    var truth: StagedPatient {
        StagedPatient(
            name: patient.name, types: patient.slides.map(\.type), stage: patient.stage)
    }

    /// What is predicted, as exercises take it.
    var predicted: StagedPatient {
        StagedPatient(name: patient.name, types: types, stage: stage)
    }

    /// The nodes whose wrong type alone makes the stage wrong.
    var decisive: [Int] {
        if stage == patient.stage { return [] }
        return types.indices.filter { node in
            var corrected = types
            corrected[node] = truth.types[node]
            return PNStage(nodes: corrected) == patient.stage
        }
    }
}
