import CourseKit
import DeepTeaching
import LessonSlides

/// Fields of slides, about half a millimetre wide and seen from afar: with a little tumour in them, or
/// with none.
struct SlideFields {
    /// The width and the height of a field in pixels.
    static let side = 60

    /// How many micrometres a pixel of a field is wide, about.
    static let resolution = 7.8

    /// How dark each pixel is, from 0 (white) to 1, `[count, side, side]`.
    let darkness: Tensor<Float>

    /// 1 with tumour, 0 without.
    let labels: [Int]

    /// The fields in colour, each once.
    let images: [Image]

    /// Where their tumour is, each once.
    let tumor: [Mask]

    /// Fields of slides, as many with tumour as without; to learn from, each in all eight turns.
    ///
    /// - Throws: `SlideError` if a slide cannot be read.
    init(
        of slides: [SlideRecord], count: Int, isTurned: Bool, seed: UInt64,
        report: (Double) throws -> Void
    ) throws {
        var found: [[Field]] = [[], []]
        for (index, slide) in slides.enumerated() {
            let fields = try Self.fields(of: slide)
            for label in 0...1 { found[label] += fields.filter { $0.label == label } }
            try report(Double(index + 1) / Double(slides.count))
        }
        var generator = SeededGenerator(seed: seed, stream: "fields")
        let each = min(count / 2, found[0].count, found[1].count)
        let straight = generator.shuffled(
            found.flatMap { generator.shuffled($0).prefix(each) })
        images = straight.map(\.image)
        tumor = straight.map(\.tumor)
        let turns = isTurned ? Dihedral.allCases : [.identity]
        labels = straight.flatMap { field in turns.map { _ in field.label } }
        let planes = parallelMap(straight.count) { index in
            let luma = straight[index].image.luma()
            return turns.flatMap { luma.transformed(by: $0).values.map { 1 - $0 / 255 } }
        }
        darkness = Tensor(planes.flatMap(\.self), shape: [labels.count, Self.side, Self.side])
    }

    private struct Field: Sendable {
        let image: Image
        let tumor: Mask
        let label: Int
    }

    /// All fields of a slide whose label is clear, each a half beside the next.
    private static func fields(of slide: SlideRecord) throws -> [Field] {
        let file = try slide.open()
        let overview = try file.overview(
            downsample: resolution / file.assumedMicronsPerPixel.mean)
        let mask = TumorMask(
            try slide.outlines(), frame: overview.frame, size: overview.size
        ).raster.pixels
        let starts = { (length: Int) in stride(from: 0, through: length - side, by: side / 2) }
        return starts(overview.size.height).flatMap { y in
            starts(overview.size.width).compactMap { x in
                let place = PixelRectangle(x: x, y: y, width: side, height: side)
                let (image, tumor) = (
                    overview.pixels.cropped(to: place), mask.cropped(to: place)
                )
                return field(image, tumor)
            }
        }
    }

    /// A field with 3 to 35 % of tumour, or with none at all; nil if it is something else, or mostly glass.
    private static func field(_ image: Image, _ tumor: Mask) -> Field? {
        let glass = image.luma().values.count { $0 > 225 }
        let share = Double(tumor.pixels.count { $0 }) / Double(side * side)
        guard glass < side * side / 4 else { return nil }
        if 0.03...0.35 ~= share { return Field(image: image, tumor: tumor, label: 1) }
        return share == 0 ? Field(image: image, tumor: tumor, label: 0) : nil
    }

    /// Slides to learn from, and slides of other patients to test on: up to five and two with a
    /// macro-metastasis, and the same of negative ones.
    static func chosen(from all: [SlideRecord]) -> (training: [SlideRecord], test: [SlideRecord]) {
        let macro = all.filter { $0.type == .macro && $0.isLabeled }
        let negative = all.filter { $0.type == .negative }
        let patients = Array(Set(macro.map(\.patient))).sorted()
        let tested = Set(patients.suffix(max(1, patients.count / 4)))
        func apart(_ slides: [SlideRecord]) -> (learnt: [SlideRecord], tested: [SlideRecord]) {
            let learnt = slides.filter { !tested.contains($0.patient) }
            let others = slides.filter { tested.contains($0.patient) }
            return (Array(learnt.prefix(5)), Array(others.prefix(2)))
        }
        let (positive, healthy) = (apart(macro), apart(negative))
        return (positive.learnt + healthy.learnt.prefix(2), positive.tested + healthy.tested)
    }
}
