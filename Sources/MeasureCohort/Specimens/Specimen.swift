import DeepTeaching
import SyntheticCohort

/// A slide of a cohort with what is known about it: painted from its plan, or read from a file.
struct Specimen: Sendable {
    /// Seed or folder and slide, such as "21/patient_021_node_3".
    let name: String

    /// The hospital, from 0.
    let center: Int

    /// What the largest metastasis on the slide is.
    let type: MetastasisType

    /// What the slide was painted from; nil for a real one.
    let plan: SlidePlan?

    /// The pixels.
    let slide: any Slide

    /// Whether the pixels come from a file.
    var isFile: Bool { slide is ReopenedSlide }

    /// The outlines of metastases.
    let annotations: [Annotation]

    /// Whether all metastases are outlined, so that the rest of a positive slide is normal.
    let isCompletelyAnnotated: Bool

    /// The middles of the isolated tumour cells, in level-0 pixels.
    let isolatedCells: [BaselinePoint]

    /// The germinal centres.
    let germinalCenters: [GerminalCenter]

    /// Whether a point in level-0 pixels lies in tissue of a lymph node.
    let isTissue: @Sendable (BaselinePoint) -> Bool

    /// Whether the slide has a metastasis.
    var isPositive: Bool { type != .negative }
}

extension Specimen {
    /// The slide of a plan, painted while it is read.
    init(plan: SlidePlan, seed: UInt64) {
        name = "\(seed)/\(plan.slide.name)"
        center = plan.slide.center
        type = plan.slide.type
        self.plan = plan
        slide = PaintedSlide(plan: plan)
        annotations = plan.annotations
        isCompletelyAnnotated = true
        isolatedCells = plan.lesions.filter { $0.type == .itc }.map { plan.center(of: $0) }
        germinalCenters = plan.germinalCenters
        isTissue = { plan.isTissue(at: $0) }
    }

    /// The slides of a cohort, nothing of them painted yet.
    static func planned(_ cohort: CohortPlan) -> [Specimen] {
        let slides = cohort.slides
        return parallelMap(slides.count) {
            Specimen(plan: cohort.slidePlan(slides[$0]), seed: cohort.seed)
        }
    }
}
