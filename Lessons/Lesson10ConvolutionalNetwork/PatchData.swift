import CourseKit
import DeepTeaching
import LessonSlides

/// The patches of the lesson, for training and for tests.
struct PatchData {
    /// The patches of the training.
    let training: PatchSet

    /// Test patches of the hospitals that the networks know.
    let known: [WidePatch]

    /// Test patches of hospitals that the networks do not know.
    let unknown: [WidePatch]

    /// Draws patches of the slides, half of them tumour.
    ///
    /// - Parameter isComplete: whether all tumour is outlined, so that the rest of a positive slide
    ///   is normal.
    /// - Throws: `PatchError` if there is no tumour to draw, `SlideError` if a slide cannot be read.
    init(_ hospitals: Hospitals, grid: PatchGrid, isComplete: Bool, in lesson: Lesson) throws {
        let factor = lesson.options.full ? 5 : 1
        let counts =
            grid.side < 64
            ? (training: factor * 600, test: 200) : (training: factor * 1600, test: 600)
        let wide = PatchGrid(
            side: grid.side + 2 * WidePatch.margin, micronsPerPixel: grid.micronsPerPixel,
            stride: grid.side / 4)
        (training, known, unknown) = try lesson.progress("Reading patches") { report in
            func draw(
                _ slides: [SlideRecord], _ grid: PatchGrid, _ count: Int, part: UInt64
            ) throws -> PatchSet {
                try PatchCollection(of: slides, grid: grid, isCompletelyAnnotated: isComplete) {
                    report((Double(part) + $0) / 3)
                }.drawn(count, seed: lesson.seed &* 3 &+ part)
            }
            return (
                try draw(hospitals.training, grid.overlapping, counts.training, part: 0),
                WidePatch.all(
                    of: try draw(hospitals.known, wide, counts.test, part: 1), hospitals.known),
                WidePatch.all(
                    of: try draw(hospitals.unknown, wide, counts.test, part: 2),
                    hospitals.unknown)
            )
        }
    }
}

extension PatchData {
    /// An unseen patch of one class to look at: without glass or fat, and rich in contrast.
    func example(isTumor: Bool) -> WidePatch {
        let patches = known.filter { $0.isTumor == isTumor }
        func glass(_ patch: WidePatch) -> Int { patch.moved().luma().values.count { $0 > 215 } }
        func contrast(_ patch: WidePatch) -> Float {
            let values = patch.moved().luma().values
            let mean = values.reduce(0, +) / Float(values.count)
            return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        }
        let full = patches.filter { glass($0) * 50 < $0.moved().size.area }
        return (full.isEmpty ? patches : full).max { contrast($0) < contrast($1) } ?? known[0]
    }
}

/// A patch with a little tissue around it, so that it can be moved.
struct WidePatch: Sendable {
    /// How far it can be moved to each side, in pixels.
    static let margin = 8

    let image: Image
    let isTumor: Bool
    let center: Int

    /// The patches of a set of some slides.
    static func all(of set: PatchSet, _ slides: [SlideRecord]) -> [WidePatch] {
        set.images.indices.map {
            WidePatch(
                image: set.images[$0], isTumor: set.isTumor[$0],
                center: slides[set.slides[$0]].center)
        }
    }

    /// The patch, moved to the right by some pixels.
    func moved(by x: Int = 0) -> Image {
        let side = image.size.width - 2 * Self.margin
        return image.cropped(
            to: PixelRectangle(x: Self.margin + x, y: Self.margin, width: side, height: side))
    }
}

extension PatchScores {
    /// Asks a network about patches, moved to the right by some pixels.
    init(_ network: some Layer<Float>, _ patches: [WidePatch], movedBy x: Int = 0) {
        self.init(
            network, images: patches.map { $0.moved(by: x) }, isTumor: patches.map(\.isTumor))
    }
}
