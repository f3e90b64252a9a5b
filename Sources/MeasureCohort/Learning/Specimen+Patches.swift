import DeepTeaching

extension Specimen {
    /// The patches of the grid with tissue in their middle, and what they show.
    func labeledPatches(ofSlide index: Int = 0, grid: PatchGrid) throws -> [LabeledPatch] {
        let labeler = labeler
        return try grid.patches(on: slide) { isTissue($0.center) }.map { patch in
            LabeledPatch(
                slide: index, patch: patch, label: labeler?.label(of: patch.region) ?? .normal)
        }
    }

    /// The regions of patches around the middles of germinal centres of at least 100 micrometres that
    /// touch no tumour.
    func germinalRegions(_ grid: PatchGrid) throws -> [BaselineRectangle] {
        let layout = try grid.layout(on: slide)
        let tumor = labeler?.tumor
        return germinalCenters.compactMap { germinal in
            guard germinal.radius >= 100, isTissue(germinal.center) else { return nil }
            let region = layout.region(around: germinal.center)
            return tumor?.fraction(of: region) ?? 0 == 0 ? region : nil
        }
    }

    /// The regions of patches around the isolated tumour cells.
    func isolatedRegions(_ grid: PatchGrid) throws -> [BaselineRectangle] {
        let layout = try grid.layout(on: slide)
        return isolatedCells.map { layout.region(around: $0) }
    }

    /// Tells tumour from normal tissue; nil on a negative slide, where all is normal.
    private var labeler: PatchLabeler? {
        guard isPositive else { return nil }
        return PatchLabeler(
            outlines: annotations, on: slide,
            unannotated: UnannotatedTissue(
                isPositive: true, isCompletelyAnnotated: isCompletelyAnnotated))
    }
}
