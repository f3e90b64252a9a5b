/// The labelled patches of some slides: where they lie, and the pictures of those that are wanted.
///
/// ```swift
/// let collection = try PatchCollection(of: folder.slides, grid: PatchGrid(forSlidesOf: 0.25))
/// let patches = try collection.drawn(2000, seed: 1)
/// print(patches.count, patches.tumorCount)
/// ```
public struct PatchCollection: Sendable {
    /// The slides.
    public let slides: [SlideRecord]

    /// The patches that a slide is cut into.
    public let grid: PatchGrid

    /// What brings all slides to one staining; nil leaves them as they are.
    public let normalization: SlideNormalization?

    private let tissue: TissueMasks

    /// The patches of each slide, row by row.
    public let patches: [[LabeledPatch]]

    /// Finds and labels the patches of some slides.
    ///
    /// - Parameters:
    ///   - slides: the slides; their files exist.
    ///   - grid: the patches.
    ///   - tissue: knows the tissue of the slides, or finds it now.
    ///   - normalization: what brings all slides to one staining; nil leaves them as they are.
    ///   - maskMicrons: the micrometres that one pixel of the mask of the outlines covers.
    ///   - isCompletelyAnnotated: whether what lies outside of all outlines of a slide is normal.
    ///   - progress: takes the share that is done, from 0 to 1, from any thread.
    /// - Throws: `SlideError` if a file cannot be read.
    public init(
        of slides: [SlideRecord], grid: PatchGrid, tissue: TissueMasks = TissueMasks(),
        normalization: SlideNormalization? = nil, maskMicrons: Double = 8,
        isCompletelyAnnotated: Bool = false,
        progress: @escaping @Sendable (Double) -> Void = { _ in }
    ) throws {
        let counter = ProgressCounter(total: slides.count, report: progress)
        self.slides = slides
        self.grid = grid
        self.normalization = normalization
        self.tissue = tissue
        patches = try parallelMap(slides.count) { index in
            defer { counter.countOne() }
            return try slides[index].labeledPatches(
                ofSlide: index, grid: grid, tissue: tissue, maskMicrons: maskMicrons,
                isCompletelyAnnotated: isCompletelyAnnotated)
        }
    }

    /// At most `count` patches of each label and slide, at even distances: slide by slide, tumour
    /// before normal.
    ///
    /// - Throws: `SlideError` if a slide cannot be read.
    public func evenly(_ count: Int) throws -> PatchSet {
        try read(
            patches.map { patches in
                [PatchLabel.tumor, .normal].flatMap { label in
                    patches.filter { $0.label == label }.evenly(count)
                }
            })
    }

    /// Patches drawn by chance, half of them tumour: first the label, then the slide, then the
    /// patch. Otherwise the slides with the largest metastases would give nearly all tumour.
    ///
    /// - Returns: the patches that were drawn, each once, slide by slide and row by row.
    /// - Throws: `PatchError` if no slide has a patch of a label, `SlideError` if one cannot be
    ///   read.
    public func drawn(_ count: Int, seed: UInt64) throws -> PatchSet {
        var generator = SeededGenerator(seed: seed, stream: "patches")
        return try read(
            BalancedSampler(slides: patches).distinctSample(
                count, slideCount: slides.count, using: &generator))
    }

    /// Reads some patches of each slide.
    private func read(_ wanted: [[LabeledPatch]]) throws -> PatchSet {
        let sets = try parallelMap(slides.count) { index in
            let regions = wanted[index].map(\.patch.region)
            let images = regions.isEmpty ? [] : try reader(of: slides[index]).images(of: regions)
            return PatchSet(images, of: wanted[index])
        }
        return PatchSet(joining: sets)
    }
}

extension PatchCollection {
    /// Reads the patches of a slide, in the staining that all slides get.
    func reader(of record: SlideRecord) throws -> PatchReader {
        let slide = try record.open()
        guard let normalization else { return try PatchReader(slide, grid: grid) }
        let tissue = try tissue.mask(of: record)
        return try PatchReader(normalization.normalized(slide, tissue: tissue), grid: grid)
    }
}
