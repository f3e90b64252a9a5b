import DeepTeaching

/// What is on each slide of a cohort, exactly: the content of `truth.json`. Real cohorts have no
/// such file; it lets lessons measure how wrong an estimate is.
public struct CohortTruth: Codable, Sendable, Equatable {
    /// One slide with its lesions.
    public struct Slide: Codable, Sendable, Equatable {
        /// For example "patient_021_node_3".
        public var name: String

        /// What the largest lesion is.
        public var type: MetastasisType

        /// The lesions, the largest first.
        public var lesions: [Lesion]
    }

    /// One lesion.
    public struct Lesion: Codable, Sendable, Equatable {
        /// What the lesion is by its size and its cells.
        public var type: MetastasisType

        /// The longest diameter in micrometres.
        public var longestDiameter: Double

        /// The area without the islands, in square micrometres.
        public var area: Double

        /// The number of tumour cells.
        public var cellCount: Int

        /// The corners in level-0 pixels.
        public var outline: [BaselinePoint]

        /// The corners of the islands of spared tissue inside, in level-0 pixels.
        public var holes: [[BaselinePoint]]
    }

    /// All slides, in the order of their names.
    public var slides: [Slide]

    /// The truth about the slides of the given plans.
    init(_ plans: [SlidePlan]) {
        slides = plans.map { plan in
            Slide(
                name: plan.slide.name, type: plan.slide.type,
                lesions: plan.lesions.map { lesion in
                    Lesion(
                        type: lesion.type, longestDiameter: lesion.longestDiameter,
                        area: lesion.area, cellCount: lesion.cellCount,
                        outline: plan.pixels(lesion.outline), holes: lesion.holes.map(plan.pixels))
                })
        }
    }
}
