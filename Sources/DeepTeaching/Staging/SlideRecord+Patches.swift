/// The patches of a slide, labelled from its outlines.
extension SlideRecord {
    /// The patches with tissue, labelled from the outlines; none if nobody knows what they show.
    ///
    /// Unless every metastasis is known to be outlined, the rest of a positive slide is not taken
    /// for normal: in CAMELYON17 not every isolated tumour cell was outlined.
    ///
    /// - Parameters:
    ///   - index: the index of the slide among those that are drawn from.
    ///   - grid: the patches.
    ///   - tissue: knows the tissue of the slide, or finds it now.
    ///   - count: how many of the outlines are believed, the longest first.
    ///   - maskMicrons: the micrometres that one pixel of the mask of the outlines covers.
    ///   - isCompletelyAnnotated: whether what lies outside of all outlines is normal.
    /// - Throws: `SlideError` if a file cannot be read.
    public func labeledPatches(
        ofSlide index: Int = 0, grid: PatchGrid, tissue: TissueMasks = TissueMasks(),
        outlines count: Int = .max, maskMicrons: Double = 8, isCompletelyAnnotated: Bool = false
    ) throws -> [LabeledPatch] {
        guard isLabeled else { return [] }
        let slide = try open()
        let labeler = PatchLabeler(
            outlines: Array(try outlines().prefix(count)), on: slide, maskMicrons: maskMicrons,
            unannotated: UnannotatedTissue(
                isPositive: isPositive, isCompletelyAnnotated: isCompletelyAnnotated))
        let patches = try grid.patches(on: slide, tissue: try tissue.mask(of: self))
        return labeler.labeled(patches, ofSlide: index)
    }

    /// The pictures of patches, in the order of their regions.
    ///
    /// - Throws: `SlideError` if the file cannot be read.
    public func images(of regions: [BaselineRectangle], grid: PatchGrid) throws -> [Image] {
        if regions.isEmpty { return [] }
        return try PatchReader(try open(), grid: grid).images(of: regions)
    }
}
