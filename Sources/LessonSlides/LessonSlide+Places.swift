import DeepTeaching

/// Where the labelled patches of a slide lie.
public typealias LabeledPlaces = [(place: PatchPlace, label: PatchLabel)]

extension LessonSlide {
    /// The patches with tissue, labelled from the outlines; none if nobody knows what they show.
    ///
    /// The rest of a positive slide is taken for normal only if all of its tumour is outlined: in
    /// CAMELYON17 not every isolated tumour cell was.
    ///
    /// - Parameters:
    ///   - grid: the patches.
    ///   - count: how many of the outlines are believed, the longest first.
    ///   - isComplete: whether all tumour is outlined.
    ///   - maskMicrons: the micrometres that one pixel of the mask of the outlines covers.
    /// - Throws: `SlideError` if a file cannot be read.
    public func labelledPlaces(
        grid: PatchGrid, outlines count: Int = .max, isComplete: Bool = false,
        maskMicrons: Double = 8
    ) throws -> LabeledPlaces {
        guard isLabelled else { return [] }
        let slide = try open()
        let resolution = slide.micronsPerPixel?.mean ?? grid.micronsPerPixel
        let labeler = PatchLabeler(
            tumor: TumorMask(
                Array(try outlines().prefix(count)), slideSize: slide.levels[0].size,
                downsample: max(1, maskMicrons / resolution)),
            unannotated: UnannotatedTissue(
                isPositive: isPositive, isCompletelyAnnotated: isComplete))
        return try grid.places(on: slide, tissue: try TissueMask(of: slide))
            .map { ($0, labeler.label(of: $0)) }
    }

    /// The pictures of patches, in the order of the places.
    ///
    /// - Throws: `SlideError` if the file cannot be read.
    public func images(at places: [PatchPlace], grid: PatchGrid) throws -> [Image] {
        if places.isEmpty { return [] }
        return try PatchReader(try open(), grid: grid).images(at: places)
    }
}
