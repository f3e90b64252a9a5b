import DeepTeaching
import LessonSlides

/// One slide of the cohort with all that is known of it.
struct Case: Sendable {
    let patient: CamelyonPatient
    let node: CamelyonNode

    /// The slide as patches are read from it.
    var slide: LessonSlide { LessonSlide(node, of: patient) }

    var name: String { node.name }
    var type: MetastasisType { node.type }

    /// Opens the slide. Handles keep many megabytes, so they are closed soon.
    func open() throws -> any Slide { try slide.open() }

    /// The outlines of tumour; none if there is no file.
    func annotations() throws -> [Annotation] { try slide.outlines() }

    /// Whether what its patches show is known: it is negative, or somebody drew outlines.
    var isLabeled: Bool { slide.isLabeled }
}

/// The slides of some patients, patient by patient and node by node.
func cases(of patients: [CamelyonPatient]) -> [Case] {
    patients.flatMap { patient in patient.nodes.map { Case(patient: patient, node: $0) } }
}

/// A slide, its confidence map and what the map says in numbers.
struct MappedCase: Sendable {
    let slideCase: Case
    let map: ConfidenceMap
    let features: SlideFeatures

    var type: MetastasisType { slideCase.type }
}

/// The maps of all slides.
struct MappedCases {
    let training: [MappedCase]
    let test: [MappedCase]
}

/// A test slide and what the forest says of it.
struct Finding {
    let mapped: MappedCase
    let prediction: MetastasisPrediction

    var slideCase: Case { mapped.slideCase }
}
