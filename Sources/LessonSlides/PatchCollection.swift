import DeepTeaching

/// The labelled patches of some slides: where they lie, and the pictures of those that are wanted.
///
/// ```swift
/// let collection = try PatchCollection(of: slides, grid: source.grid)
/// let patches = PatchSet(try collection.drawn(2000, seed: 1))
/// ```
public struct PatchCollection: Sendable {
    /// The slides.
    public let slides: [SlideRecord]

    /// The patches that a slide is cut into.
    public let grid: PatchGrid

    /// All places with their labels, slide by slide.
    public let places: [LabeledPlaces]

    /// Finds and labels the patches of some slides.
    ///
    /// - Parameters:
    ///   - slides: the slides; their files exist.
    ///   - grid: the patches.
    ///   - maskMicrons: the micrometres that one pixel of the mask of the outlines covers.
    ///   - isCompletelyAnnotated: whether what lies outside of all outlines of a slide is normal.
    ///   - progress: takes the share that is done, from 0 to 1, from any thread.
    /// - Throws: `SlideError` if a file cannot be read.
    public init(
        of slides: [SlideRecord], grid: PatchGrid, maskMicrons: Double = 8,
        isCompletelyAnnotated: Bool = false,
        progress: @escaping @Sendable (Double) -> Void = { _ in }
    ) throws {
        let counter = Counter(total: slides.count, report: progress)
        self.slides = slides
        self.grid = grid
        places = try parallelMap(slides.count) { index in
            defer { counter.countOne() }
            return try slides[index].labeledPlaces(
                grid: grid, maskMicrons: maskMicrons, isCompletelyAnnotated: isCompletelyAnnotated)
        }
    }

    /// At most `count` patches of each label and slide, at even distances: slide by slide, tumour
    /// before normal.
    ///
    /// - Throws: `SlideError` if a slide cannot be read.
    public func evenly(_ count: Int) throws -> [LessonPatch] {
        try parallelMap(slides.count) { index in
            try [PatchLabel.tumor, .normal].flatMap { label in
                try patches(
                    at: places[index].filter { $0.label == label }.map(\.place).evenly(count),
                    ofSlide: index, label: label)
            }
        }.flatMap { $0 }
    }

    /// Patches drawn by chance, half of them tumour: first the label, then the slide, then the
    /// place. Otherwise the slides with the largest metastases would give nearly all tumour.
    ///
    /// - Returns: the patches that were drawn, each once, slide by slide and row by row.
    /// - Throws: `PatchError` if no slide has a patch of a label, `SlideError` if one cannot be
    ///   read.
    public func drawn(_ count: Int, seed: UInt64) throws -> [LessonPatch] {
        var generator = SeededGenerator(seed: seed, stream: "patches")
        let samples = try BalancedSampler(slides: places).distinctSample(
            count, slideCount: slides.count, using: &generator)
        return try parallelMap(slides.count) { index in
            let images = try slides[index].images(at: samples[index].map(\.place), grid: grid)
            return zip(images, samples[index]).map {
                patch($0, ofSlide: index, isTumor: $1.label == .tumor)
            }
        }.flatMap { $0 }
    }

    private func patches(
        at places: [PatchPlace], ofSlide index: Int, label: PatchLabel
    ) throws -> [LessonPatch] {
        try slides[index].images(at: places, grid: grid).map {
            patch($0, ofSlide: index, isTumor: label == .tumor)
        }
    }

    private func patch(_ image: Image, ofSlide index: Int, isTumor: Bool) -> LessonPatch {
        LessonPatch(
            image: image, isTumor: isTumor, slide: index, patient: slides[index].patient,
            center: slides[index].center)
    }
}

extension Array {
    /// At most `count` elements, at even distances.
    fileprivate func evenly(_ count: Int) -> [Element] {
        if self.count <= count { return self }
        return (0..<count).map { self[$0 * self.count / count] }
    }
}
