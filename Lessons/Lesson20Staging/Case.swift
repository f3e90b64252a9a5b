import DeepTeaching
import Foundation

/// One slide of the cohort with all that is known of it.
struct Case: Sendable {
    let patient: CamelyonPatient
    let node: CamelyonNode

    var name: String { node.name }
    var type: MetastasisType { node.type }

    /// Opens the slide. Handles keep many megabytes, so they are closed soon.
    func open() throws -> SlideFile { try SlideFile(node.slide) }

    /// The outlines of tumour; none if there is no file.
    func annotations() throws -> [Annotation] {
        guard let url = node.annotation else { return [] }
        return try AnnotationFile(url).annotations
    }

    /// Whether what its patches show is known: it is negative, or somebody drew outlines.
    var isLabelled: Bool { type == .negative || node.annotation != nil }

    /// The patches on tissue with their labels.
    ///
    /// The rest of a positive slide is not taken for normal: in CAMELYON17 not every isolated
    /// tumour cell was outlined.
    func labelledPlaces(
        on slide: SlideFile, grid: PatchGrid
    ) throws -> [(place: PatchPlace, label: PatchLabel)] {
        guard isLabelled else { return [] }
        let tissue = try TissueMask(of: slide)
        let resolution = slide.micronsPerPixel?.mean ?? grid.micronsPerPixel
        let tumor = TumorMask(
            try annotations(), slideSize: slide.levels[0].size,
            downsample: max(1, 4 / resolution))
        let labeler = PatchLabeler(
            tumor: tumor,
            unannotated: UnannotatedTissue(
                isPositive: type.isPositiveSlide, isCompletelyAnnotated: false))
        return try grid.places(on: slide, tissue: tissue).map { ($0, labeler.label(of: $0)) }
    }
}

/// The slides of some patients, patient by patient and node by node.
func cases(of patients: [CamelyonPatient]) -> [Case] {
    patients.flatMap { patient in patient.nodes.map { Case(patient: patient, node: $0) } }
}
