import DeepTeaching

/// Patches of all slides of the lesson, with the mean colour of each.
struct PatchCollection {
    /// One labelled patch.
    struct Patch {
        /// The index of its slide.
        let slide: Int

        let isTumor: Bool

        /// Mean red, green and blue, from 0 to 255.
        let color: SIMD3<Float>
    }

    /// Where the labelled patches of a slide lie.
    typealias LabeledPlaces = [(place: PatchPlace, label: PatchLabel)]

    let slides: [LessonSlide]

    /// All places with their labels, slide by slide.
    let places: [LabeledPlaces]

    /// At most `perLabel` patches of each label and slide, evenly chosen, and read.
    let patches: [Patch]

    /// - Throws: `SlideError` if a slide cannot be read.
    init(
        of slides: [LessonSlide], grid: PatchGrid, perLabel: Int = 60,
        progress: @escaping @Sendable (Double) -> Void
    ) throws {
        var places: [LabeledPlaces] = []
        var patches: [Patch] = []
        for (index, slide) in slides.enumerated() {
            let own = try slide.labelledPlaces(grid: grid)
            for label in [PatchLabel.tumor, .normal] {
                let chosen = own.filter { $0.label == label }.map(\.place).evenly(perLabel)
                let images = try PatchReader(try slide.open(), grid: grid).images(at: chosen)
                patches += images.map {
                    Patch(slide: index, isTumor: label == .tumor, color: $0.meanColor)
                }
            }
            places.append(own)
            progress(Double(index + 1) / Double(slides.count))
        }
        self.slides = slides
        self.places = places
        self.patches = patches
    }
}

extension LessonSlide {
    /// The patches with tissue, labelled from the outlines: all of them, or the first few.
    func labelledPlaces(
        grid: PatchGrid, outlines count: Int = .max
    ) throws -> PatchCollection.LabeledPlaces {
        let slide = try open()
        let resolution = slide.micronsPerPixel?.mean ?? grid.micronsPerPixel
        let labeler = PatchLabeler(
            tumor: TumorMask(
                Array(try outlines().prefix(count)), slideSize: slide.levels[0].size,
                downsample: max(1, 8 / resolution)),
            unannotated: UnannotatedTissue(
                isPositive: isPositive, isCompletelyAnnotated: false))
        return try grid.places(on: slide, tissue: try TissueMask(of: slide))
            .map { ($0, labeler.label(of: $0)) }
    }
}

extension Image {
    /// The mean of each colour.
    fileprivate var meanColor: SIMD3<Float> {
        var sum = SIMD3<Float>()
        for pixel in 0..<size.area {
            sum += SIMD3(
                Float(pixels[3 * pixel]), Float(pixels[3 * pixel + 1]),
                Float(pixels[3 * pixel + 2]))
        }
        return sum / Float(size.area)
    }
}

extension Array {
    /// At most `count` elements, at even distances.
    fileprivate func evenly(_ count: Int) -> [Element] {
        if self.count <= count { return self }
        return (0..<count).map { self[$0 * self.count / count] }
    }
}
