import DeepTeaching

/// The outlines that pathologists drew on the slides of a realistic cohort: all micro- and
/// macro-metastases, but of the isolated tumour cells only about half.
enum DrawnOutlines {
    /// The outlines that were drawn; none if all that is there was overlooked.
    static func draw(on plan: SlidePlan, seed: UInt64) -> [Annotation] {
        var generator = SeededGenerator(seed: seed, stream: "\(plan.slide.name)/outlines")
        // Every lesion has one outline of tumour, in the same order.
        var isDrawn = plan.lesions.map { $0.type != .itc || generator.chance(0.5) }
        guard isDrawn.contains(true) else { return [] }
        isDrawn.reverse()
        return plan.annotations.filter { annotation in
            annotation.kind != .tumor || isDrawn.popLast() ?? true
        }
    }
}
