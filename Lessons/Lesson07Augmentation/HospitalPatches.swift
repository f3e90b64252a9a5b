import CourseKit
import DeepTeaching
import LessonSlides

/// The patches of the lesson: a few to learn from, of two hospitals, and others for tests.
struct HospitalPatches {
    /// Test patches of some slides.
    struct Hospital: Sendable {
        /// Its number.
        let center: Int

        let patches: PatchSet
    }

    /// The patches that networks see: small ones, so that many networks can learn in a minute.
    let grid: PatchGrid

    /// The patches of the training.
    let training: PatchSet

    /// The hospitals that they come from, for texts.
    let trainingCenters: String

    /// Test patches of the same hospitals.
    let known: Hospital

    /// Test patches of hospitals that no network has seen.
    let unknown: [Hospital]

    /// A region at the border of a metastasis, with its outline as pixels.
    let region: BorderRegion

    /// Draws patches of the slides, half of them tumour.
    ///
    /// - Parameter isComplete: whether all tumour is outlined, so that the rest of a positive slide
    ///   is normal.
    /// - Throws: `PatchError` if there is no tumour to draw, `SlideError` if a slide cannot be read.
    init(_ hospitals: Hospitals, grid: PatchGrid, isComplete: Bool, in lesson: Lesson) throws {
        let factor = lesson.options.full ? 5 : 1
        // The coarse slides of the tests show so little that fewer patches are enough.
        let counts =
            grid.side < 64
            ? (training: 160, known: 120, unknown: 80) : (training: 320, known: 400, unknown: 240)
        let small = PatchGrid(
            side: 32, micronsPerPixel: grid.micronsPerPixel, stride: 16,
            minimumTissue: grid.minimumTissue)
        self.grid = small
        let centers = Set(hospitals.unknown.map(\.center)).sorted()
        (training, known, unknown) = try lesson.progress("Reading patches") { report in
            let parts = Double(2 + centers.count)
            func draw(_ slides: [SlideRecord], _ count: Int, part: Int) throws -> PatchSet {
                try PatchCollection(of: slides, grid: small, isCompletelyAnnotated: isComplete) {
                    report((Double(part) + $0) / parts)
                }.drawn(factor * count, seed: lesson.seed &* 16 &+ UInt64(part))
            }
            return (
                try draw(hospitals.training, counts.training, part: 0),
                Hospital(
                    center: hospitals.known[0].center,
                    patches: try draw(hospitals.known, counts.known, part: 1)),
                try centers.enumerated().map { index, center in
                    Hospital(
                        center: center,
                        patches: try draw(
                            hospitals.unknown.filter { $0.center == center }, counts.unknown,
                            part: 2 + index))
                }
            )
        }
        trainingCenters = Set(hospitals.training.map(\.center)).sorted().map { "\($0)" }
            .joined(separator: " and ")
        region = try BorderRegion(
            of: hospitals.training[0], side: 64, micronsPerPixel: grid.micronsPerPixel)
    }

    /// A patch of tumour to look at, rich in contrast and without glass.
    var example: Image {
        let images = known.patches.images.indices.filter { known.patches.isTumor[$0] }
            .map { known.patches.images[$0] }
        func contrast(_ image: Image) -> Float {
            let values = image.luma().values
            let mean = values.reduce(0, +) / Float(values.count)
            return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
                - 1e6 * Float(values.count { $0 > 215 })
        }
        return images.max { contrast($0) < contrast($1) } ?? region.image
    }
}
