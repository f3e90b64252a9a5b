import DeepTeaching

/// A patient of the cohort: five lymph nodes, one slide each.
public struct SyntheticPatient: Sendable, Equatable {
    /// The number in the name: centre c holds the numbers from 20 c on.
    public let number: Int

    /// The hospital, from 0: it decides stain, scanner and habits.
    public let center: Int

    /// The stage that follows from the types of the five nodes.
    public let stage: PNStage

    /// The type of each node.
    public let nodeTypes: [MetastasisType]

    /// For example "patient_021".
    public var name: String {
        let digits = String(number)
        return "patient_" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }

    /// The slides of the five nodes.
    public var slides: [SyntheticSlide] {
        nodeTypes.enumerated().map { node, type in
            SyntheticSlide(name: "\(name)_node_\(node)", center: center, node: node, type: type)
        }
    }
}

/// One slide of the cohort before anything of it is drawn.
public struct SyntheticSlide: Sendable, Hashable {
    /// For example "patient_021_node_3"; the files' names begin so.
    public let name: String

    /// The hospital, from 0.
    public let center: Int

    /// Which of the patient's nodes, from 0.
    public let node: Int

    /// What the largest metastasis on the slide is.
    public let type: MetastasisType

    /// For example "patient_021": a patient's slides share the tumour.
    var patientName: String { String(name.dropLast("_node_0".count)) }

    /// Where the slide lies in the cohort's folder, such as
    /// "training/center_1/patient_021_node_3.tif".
    public var slidePath: String { "training/center_\(center)/\(name).tif" }

    /// Where the outlines of its metastases lie, if it has any, such as
    /// "lesion_annotations/patient_021_node_3.xml".
    public var annotationPath: String { "lesion_annotations/\(name).xml" }
}
