import CourseKit
import DeepTeaching
import LessonSlides

/// A square of a slide as the networks see it, and which of its pixels lie inside the outlines.
struct SegmentedRegion: Sendable {
    let image: Image
    let truth: Mask
    let center: Int

    /// The share of the region that is tumour.
    var tumorShare: Double { Double(truth.foregroundCount) / Double(max(1, truth.size.area)) }
}

/// The regions of the lesson, for training and for tests.
struct RegionData {
    /// Regions of the hospitals from which the networks learn.
    let training: [SegmentedRegion]

    /// Regions of other slides of the same hospitals.
    let known: [SegmentedRegion]

    /// Regions of hospitals that no network has seen.
    let unknown: [SegmentedRegion]

    /// Draws regions, two thirds of them with tumour, most of these with a border.
    ///
    /// - Throws: `SlideError` if a slide cannot be read, `PatchError` if one is too small.
    init(
        _ hospitals: Hospitals, side: Int, micronsPerPixel: Double, in lesson: Lesson
    ) throws {
        let counts = side < 64 ? (training: 96, test: 48) : (training: 320, test: 96)
        let factor = lesson.options.full ? 5 : 1
        let seed = lesson.seed
        (training, known, unknown) = try lesson.progress("Reading regions") { report in
            func draw(
                _ slides: [SlideRecord], stride: Int, _ count: Int, part: UInt64
            ) throws -> [SegmentedRegion] {
                defer { report(Double(part + 1) / 3) }
                let grid = PatchGrid(
                    side: side, micronsPerPixel: micronsPerPixel, stride: stride)
                var generator = SeededGenerator(seed: seed, stream: "regions \(part)")
                return try Self.drawn(count * factor, of: slides, grid: grid, using: &generator)
            }
            return (
                try draw(hospitals.training, stride: side * 3 / 8, counts.training, part: 0),
                try draw(hospitals.known, stride: side / 2, counts.test, part: 1),
                try draw(hospitals.unknown, stride: side / 2, counts.test, part: 2)
            )
        }
    }

    /// A place on a slide, and its truth.
    private struct Place {
        let region: BaselineRectangle
        let truth: Mask

        var tumorShare: Double { Double(truth.foregroundCount) / Double(truth.size.area) }
    }

    /// As many regions of each slide with tumour, and as many of each without.
    private static func drawn(
        _ count: Int, of slides: [SlideRecord], grid: PatchGrid,
        using generator: inout SeededGenerator
    ) throws -> [SegmentedRegion] {
        var chosen: [SegmentedRegion] = []
        let tissue = TissueMasks()
        let positives = slides.count(where: \.isPositive)
        let negatives = slides.count - positives
        for slide in slides {
            let file = try slide.open()
            let outlines = try slide.outlines()
            let places = try grid.patches(on: file, tissue: try tissue.mask(of: slide))
            let layout = try grid.layout(on: file)
            let labeled = places.map { place -> Place in
                let frame = RasterFrame(
                    origin: place.region.origin, downsample: layout.side / Double(grid.side))
                return Place(
                    region: place.region,
                    truth: TumorMask(outlines, frame: frame, size: PixelSize(side: grid.side)).mask)
            }
            func some(_ count: Int, where isWanted: (Double) -> Bool) -> [Place] {
                Array(
                    labeled.filter { isWanted($0.tumorShare) }.shuffled(using: &generator)
                        .prefix(count))
            }
            let sixth = count / 6 / max(1, slide.isPositive ? positives : negatives)
            // Half of all regions hold a border, a sixth nothing but tumour, a third no tumour.
            let picked =
                some(sixth) { $0 == 0 }
                + some(3 * sixth) { 0.1..<0.9 ~= $0 } + some(sixth) { $0 >= 0.9 }
            let tissueRegions = places.shuffled(using: &generator).prefix(32).map(\.region)
            let scale = StainScale(of: try slide.images(of: tissueRegions, grid: grid))
            let images = try slide.images(of: picked.map(\.region), grid: grid)
            chosen += zip(images, picked).map {
                SegmentedRegion(image: scale($0), truth: $1.truth, center: slide.center)
            }
        }
        return chosen
    }
}

extension Tensor where Scalar == Float {
    /// 1 inside and 0 outside of masks of one size: `[batch, height, width, 1]`.
    init(masks: [Mask]) {
        let size = masks.first?.size ?? PixelSize(side: 0)
        self.init(
            masks.flatMap { mask in mask.pixels.map { $0 ? 1 : 0 } },
            shape: [masks.count, size.height, size.width, 1])
    }
}
