import DeepTeaching
import SyntheticCohort

/// Patches of tissue that are known to be tumour or normal, each described by its mean colour
/// alone.
struct ColorPatches: Sendable {
    /// Mean red, green and blue of each patch, from 0 to 1.
    let colors: [[Double]]

    /// 1 for tumour, 0 for normal tissue.
    let labels: [Int]

    /// The pictures of the patches.
    let images: [Image]

    var count: Int { labels.count }

    /// Whether each patch shows tumour.
    var truth: [Bool] { labels.map { $0 == 1 } }

    /// Whether a patch shows hardly more than fat or glass; no tumour is as pale.
    func isNearlyWhite(_ index: Int) -> Bool { colors[index].reduce(0, +) / 3 >= 0.8 }

    /// The patches that the slides are cut into.
    private static let grid = PatchGrid(forSlidesOf: CohortProfile.small.micronsPerPixel)

    /// The side of a patch.
    static var micrometres: Double { Double(grid.side) * grid.micronsPerPixel }

    /// Draws as many patches of tumour as of normal tissue from the slides of some patients.
    ///
    /// - Throws: `PatchError` if they have no tumour.
    init(
        count: Int, patients: [SyntheticPatient], using generator: inout SeededGenerator
    ) throws {
        let cohort = CohortPlan(profile: .small, seed: 1)
        let plans = patients.flatMap(\.slides).map(cohort.slidePlan)
        let patches = try parallelMap(plans.count) { index in
            try Self.labeledPatches(ofSlide: index, plans[index])
        }
        let drawn = try BalancedSampler(slides: patches).sample(count, using: &generator)
        images = try parallelMap(drawn.count) { index in
            let slide = PaintedSlide(plan: plans[drawn[index].slide])
            return try PatchReader(slide, grid: Self.grid).images(of: [drawn[index].patch.region])[
                0]
        }
        labels = drawn.map { $0.label == .tumor ? 1 : 0 }
        colors = images.map(\.meanColor)
    }

    /// The patches in tissue, and what they show; nothing is known of those on a border.
    private static func labeledPatches(
        ofSlide index: Int, _ plan: SlidePlan
    ) throws -> [LabeledPatch] {
        let slide = PaintedSlide(plan: plan)
        let labeler = PatchLabeler(
            outlines: plan.annotations, on: slide, unannotated: .normal)
        let patches = try grid.patches(on: slide) { plan.isTissue(at: $0.center) }
        return labeler.labeled(patches, ofSlide: index)
    }
}

extension Image {
    /// The mean of red, green and blue, from 0 to 1.
    fileprivate var meanColor: [Double] {
        var sums = [0, 0, 0]
        for (index, value) in pixels.enumerated() { sums[index % 3] += Int(value) }
        return sums.map { Double($0) / Double(255 * size.area) }
    }
}
