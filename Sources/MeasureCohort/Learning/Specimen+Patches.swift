import DeepTeaching

extension Specimen {
    /// The patches of the grid with tissue in their middle, and what they show.
    func labeledPatches(ofSlide index: Int = 0, grid: PatchGrid) throws -> [LabeledPatch] {
        let labeler = labeler
        return try grid.places(on: slide) { isTissue($0.center) }.map { place in
            LabeledPatch(
                slide: index, place: place, label: labeler?.label(of: place) ?? .normal)
        }
    }

    /// The patches around the middles of germinal centres of at least 100 micrometres that touch
    /// no tumour.
    func germinalPlaces(_ grid: PatchGrid) throws -> [PatchPlace] {
        let layout = try grid.layout(on: slide)
        let tumor = labeler?.tumor
        return germinalCenters.compactMap { germinal in
            guard germinal.radius >= 100, isTissue(germinal.center) else { return nil }
            let place = layout.place(around: germinal.center)
            let share = tumor?.fraction(
                origin: place.origin, width: place.side, height: place.side)
            return share ?? 0 == 0 ? place : nil
        }
    }

    /// The patches around the isolated tumour cells.
    func isolatedPlaces(_ grid: PatchGrid) throws -> [PatchPlace] {
        let layout = try grid.layout(on: slide)
        return isolatedCells.map { layout.place(around: $0) }
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

extension PatchLayout {
    /// A patch with a place in its middle.
    func place(around center: BaselinePoint) -> PatchPlace {
        PatchPlace(
            column: 0, row: 0,
            origin: BaselinePoint(x: center.x - side / 2, y: center.y - side / 2), side: side)
    }
}
