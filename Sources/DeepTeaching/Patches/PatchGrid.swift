import Foundation

/// A regular grid of square patches, in the resolution in which a network sees them.
public struct PatchGrid: Sendable, Equatable, Codable {
    /// The width and height of a patch in the pixels that the network sees.
    public let side: Int

    /// The micrometres that one pixel of a patch covers.
    public let micronsPerPixel: Double

    /// The distance from patch to patch in the network's pixels; smaller than `side`, patches
    /// overlap.
    public let stride: Int

    /// The share of a patch, from 0 to 1, that must be tissue.
    public let minimumTissue: Double

    /// A grid; without a stride the patches lie edge to edge.
    ///
    /// ``init(forSlidesOf:)`` decides side and resolution for a slide.
    public init(
        side: Int, micronsPerPixel: Double, stride: Int? = nil,
        minimumTissue: Double = PatchGrid.tissueToLearnFrom
    ) {
        let stride = stride ?? side
        require(
            side > 0 && stride > 0 && micronsPerPixel > 0,
            "a grid needs a positive side, stride and resolution, not \(side), \(stride) and "
                + "\(micronsPerPixel)")
        self.side = side
        self.micronsPerPixel = micronsPerPixel
        self.stride = stride
        self.minimumTissue = minimumTissue
    }

    /// The grid on a slide.
    ///
    /// - Throws: `SlideError` if the slide does not state its resolution, `PatchError` if not even
    ///   one patch fits onto it.
    public func layout(on slide: some Slide) throws -> PatchLayout {
        let scale = try slide.downsample(forMicronsPerPixel: micronsPerPixel)
        let baseline = slide.levels[0].size
        let layout = PatchLayout(
            side: Double(side) * scale, stride: Double(stride) * scale, slideSize: baseline)
        guard layout.columns > 0, layout.rows > 0 else {
            throw PatchError.slideTooSmall(
                slide: slide.name, size: baseline, patchSide: layout.side)
        }
        return layout
    }

    /// The patches on a slide that hold enough tissue, row by row.
    ///
    /// - Throws: `SlideError` if the slide does not state its resolution, `PatchError` if not even
    ///   one patch fits onto it.
    public func patches(on slide: some Slide, tissue: TissueMask) throws -> [GridPatch] {
        try patches(on: slide) { holdsTissue($0, tissue) }
    }

    /// The patches on a slide whose regions are wanted, row by row.
    ///
    /// - Throws: as `patches(on:tissue:)`.
    public func patches(
        on slide: some Slide, where isWanted: (BaselineRectangle) -> Bool
    ) throws -> [GridPatch] {
        let layout = try layout(on: slide)
        return (0..<layout.rows).flatMap { row in
            (0..<layout.columns).compactMap { column -> GridPatch? in
                let patch = layout.patch(at: GridIndex(column: column, row: row))
                return isWanted(patch.region) ? patch : nil
            }
        }
    }

    /// Whether enough of a patch is tissue, and any at all.
    func holdsTissue(_ region: BaselineRectangle, _ tissue: TissueMask) -> Bool {
        let fraction = tissue.fraction(of: region)
        return fraction > 0 && fraction >= minimumTissue
    }
}

/// A patch grid laid on a slide of a certain size: all lengths in level-0 pixels.
public struct PatchLayout: Sendable, Equatable {
    /// The width and height of a patch.
    public let side: Double

    /// The distance from patch to patch.
    public let stride: Double

    /// The size of the slide's level 0.
    public let slideSize: PixelSize

    /// The number of patches side by side: as many as fit without hanging over the border.
    public var columns: Int { fitting(in: slideSize.width) }

    /// The number of patches one above the other.
    public var rows: Int { fitting(in: slideSize.height) }

    /// The patch in a column and a row, and the region that it shows.
    public func patch(at index: GridIndex) -> GridPatch {
        let origin = BaselinePoint(
            x: Double(index.column) * stride, y: Double(index.row) * stride)
        return GridPatch(index: index, region: BaselineRectangle(origin: origin, side: side))
    }

    /// The region of a patch with a point in its middle, which need not be one of the grid's.
    public func region(around center: BaselinePoint) -> BaselineRectangle {
        BaselineRectangle(center: center, side: side)
    }

    private func fitting(in length: Int) -> Int {
        // A millionth of a pixel forgives what rounding adds to scales such as 1.94 / 0.2425.
        let room = Double(length) - side + 1e-6
        return room < 0 ? 0 : Int(room / stride) + 1
    }
}
