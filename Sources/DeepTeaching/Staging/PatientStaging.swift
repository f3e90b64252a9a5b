/// What is known of a patient's lymph nodes, and the stage that follows from it.
public struct PatientStaging: Sendable, Equatable, Codable {
    /// How many nodes CAMELYON17 looks at in each patient.
    public static let nodesPerPatient = 5

    /// The name of the patient, such as "patient_012".
    public let patient: String

    /// The type of each node, true or predicted; nil where no slide was read.
    public let nodes: [MetastasisType?]

    /// A patient's nodes in their order; nil where no slide was read.
    public init(patient: String, nodes: [MetastasisType?]) {
        self.patient = patient
        self.nodes = nodes
    }

    /// A patient's nodes by number, 0 to 4; nodes without an entry are missing.
    public init(patient: String, types: [Int: MetastasisType]) {
        self.init(patient: patient, nodes: (0..<Self.nodesPerPatient).map { types[$0] })
    }

    /// The numbers of the nodes of which nothing is known, 0 to 4.
    public var missingNodes: [Int] {
        (0..<max(nodes.count, Self.nodesPerPatient)).filter {
            $0 >= nodes.count || nodes[$0] == nil
        }
    }

    /// The patient's pN stage.
    ///
    /// - Throws: `StagingError.missingNodes` if a node is missing: it may hold the metastasis that
    ///   decides, so taking it for negative could stage the patient too low.
    public func stage() throws -> PNStage {
        guard missingNodes.isEmpty else {
            throw StagingError.missingNodes(patient: patient, nodes: missingNodes)
        }
        return PNStage(nodes: nodes.compactMap { $0 })
    }
}

extension PatientStaging {
    /// A table of stages as CAMELYON17 takes submissions: the header `patient,stage`, then each
    /// patient's row and the rows of the nodes. `CamelyonFolder` reads the same.
    ///
    /// - Throws: `StagingError.missingNodes` if a patient cannot be staged.
    public static func table(of patients: [PatientStaging]) throws -> String {
        var lines = ["patient,stage"]
        for patient in patients {
            lines.append("\(patient.patient).zip,\(try patient.stage().rawValue)")
            for (node, type) in patient.nodes.enumerated() {
                guard let type else { continue }
                lines.append("\(patient.patient)_node_\(node).tif,\(type.rawValue)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
