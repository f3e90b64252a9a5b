import DeepTeaching
import SyntheticCohort

/// The pictures of tissues and artefacts, and where they are found.
enum Gallery {
    /// One thing to show, and how.
    struct Kind {
        let sight: Sight

        /// The resolution that shows it best.
        let micronsPerPixel: Double

        let caption: String

        /// The thing on the first slide that has it, or nil.
        func picture(of plans: [SlidePlan]) -> Image? {
            Gallery.first(sight, on: plans).map {
                SlideCrop(
                    plan: $0.plan, middle: $0.point, side: 256, micronsPerPixel: micronsPerPixel
                ).image
            }
        }
    }

    /// The tissues of a lymph node.
    static let tissue = [
        Kind(sight: .cortex, micronsPerPixel: 0.486, caption: "Cortex: lymphocytes, 20x."),
        Kind(sight: .germinalCenter, micronsPerPixel: 1.94, caption: "Germinal centre, 5x."),
        Kind(
            sight: .germinalCenter, micronsPerPixel: 0.486,
            caption: "Germinal centre, 20x: centroblasts."),
        Kind(sight: .sinus, micronsPerPixel: 0.486, caption: "Sinus with histiocytes, 20x."),
        Kind(sight: .medulla, micronsPerPixel: 1.2, caption: "Medulla: cords and sinuses."),
        Kind(sight: .capsule, micronsPerPixel: 1.2, caption: "Capsule."),
        Kind(sight: .fat, micronsPerPixel: 1.94, caption: "Fat, 5x."),
        Kind(sight: .nerve, micronsPerPixel: 0.97, caption: "Nerve, 10x."),
        Kind(sight: .vessel, micronsPerPixel: 0.486, caption: "Vessel, 20x."),
        Kind(
            sight: .microMetastasis, micronsPerPixel: 0.486,
            caption: "Tumour of a micro-metastasis, 20x."),
        Kind(
            sight: .macroMetastasis, micronsPerPixel: 0.486,
            caption: "Tumour of a macro-metastasis, 20x."),
    ]

    /// The artefacts.
    static let artefacts = [
        Kind(sight: .fold, micronsPerPixel: 1.94, caption: "Fold: the section lies double."),
        Kind(sight: .tear, micronsPerPixel: 1.94, caption: "Tear."),
        Kind(sight: .defocus, micronsPerPixel: 1.94, caption: "The border of a spot out of focus."),
        Kind(sight: .pen, micronsPerPixel: 4, caption: "Pen."),
        Kind(sight: .bubble, micronsPerPixel: 1.94, caption: "The rim of an air bubble."),
        Kind(sight: .dust, micronsPerPixel: 0.97, caption: "Dust."),
        Kind(sight: .blackBlock, micronsPerPixel: 1.94, caption: "A block that was not scanned."),
    ]

    /// A point of a thing on some slides: the first without artefacts near it, or, as for artefacts
    /// themselves, the first of all.
    static func first(
        _ sight: Sight, on plans: [SlidePlan]
    ) -> (plan: SlidePlan, point: SIMD2<Double>)? {
        var first: (plan: SlidePlan, point: SIMD2<Double>)?
        for plan in plans {
            for point in plan.points(of: sight) {
                if isClean(point, on: plan) { return (plan, point) }
                if first == nil { first = (plan, point) }
            }
        }
        return first
    }

    private static func isClean(_ point: SIMD2<Double>, on plan: SlidePlan) -> Bool {
        let scale = plan.profile.micronsPerPixel
        let side = Int(150 / scale)
        return plan.isClean(
            x: Int(point.x / scale) - side / 2, y: Int(point.y / scale) - side / 2,
            size: PixelSize(side: side))
    }
}
