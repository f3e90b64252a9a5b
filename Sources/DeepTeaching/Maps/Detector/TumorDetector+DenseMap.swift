extension TumorDetector.Fitted {
    /// The confidence map of a slide with one cell every few pixels: the map of overlapping patches,
    /// computed without looking at a pixel more than once.
    ///
    /// The networks look at whole regions by ``PatchClassifier/logits(everywhereIn:)``. The map equals
    /// `map(of:tissue:stride:averaging:)` with the same stride up to rounding where a level of the slide
    /// has the resolution of the networks; elsewhere regions and patches are averaged down from other
    /// pixels, and the maps differ a little. Patches of 64 pixels at a stride of 8 overlap 64 times: one
    /// by one they cost about 50 times as much.
    ///
    /// - Parameters:
    ///   - slide: a slide that knows its resolution.
    ///   - tissue: where to look; regions without any are not read.
    ///   - stride: the side of a cell in the networks' pixels, a multiple of their step, 8.
    ///   - ways: how each region is laid; a probability is the mean over all of them.
    ///   - progress: is told the share that is done, from 0 to 1.
    /// - Throws: `PatchError`, `SlideError`.
    public func denseMap(
        of slide: some Slide, tissue: TissueMask, stride: Int = PatchClassifier<Float>.step,
        averaging ways: [Dihedral] = [.identity], progress: (Double) -> Void = { _ in }
    ) throws -> ConfidenceMap {
        require(
            stride > 0 && stride % PatchClassifier<Float>.step == 0,
            "a network answers every \(PatchClassifier<Float>.step) pixels, not every \(stride)")
        let stained: any Slide = try normalization?.normalized(slide, tissue: tissue) ?? slide
        let grid = grid(stride: stride)
        let layout = try grid.layout(on: stained)
        let regions = DenseRegions(layout: layout, grid: grid, tissue: tissue)
        var builder = MapBuilder(layout: layout)
        for (done, group) in regions.groups.enumerated() {
            let images = try parallelMap(group.count) { index in
                try stained.read(
                    origin: group[index].origin, size: PixelSize(side: regions.side),
                    micronsPerPixel: micronsPerPixel)
            }
            let answers = probabilities(everywhereIn: Tensor(images: images), averaging: ways)
            for (index, region) in group.enumerated() {
                for patch in region.patches {
                    let row = (patch.row - region.first.row) * stride / PatchClassifier<Float>.step
                    let column =
                        (patch.column - region.first.column) * stride / PatchClassifier<Float>.step
                    builder.add(answers[index, row, column], at: patch)
                }
            }
            progress(Double(done + 1) / Double(regions.groups.count))
        }
        return builder.map(
            tissue: tissue,
            baselineMicronsPerPixel: slide.micronsPerPixel ?? MicronsPerPixel(0.5))
    }

    /// The probability of tumour for every patch of larger images, as the mean over all networks:
    /// `[batch, height, width, 3]` to `[batch, rows, columns]`, one every 8 pixels.
    public func probabilities(
        everywhereIn images: Tensor<Float>, averaging ways: [Dihedral] = [.identity]
    ) -> Tensor<Float> {
        let sum = networks.dropFirst().reduce(tumor(networks[0], images, ways)) {
            $0 + tumor($1, images, ways)
        }
        return sum * (1 / Float(networks.count))
    }

    private func tumor(
        _ network: PatchClassifier<Float>, _ images: Tensor<Float>, _ ways: [Dihedral]
    ) -> Tensor<Float> {
        let classes = network.probabilities(everywhereIn: images, averaging: ways)
        let (shape, numbers) = (classes.shape, classes.elements)
        return Tensor(
            (0..<numbers.count / 2).map { numbers[2 * $0 + 1] }, shape: Array(shape.dropLast()))
    }
}

/// The regions of a slide that are looked at as a whole: squares of patches of the grid.
private struct DenseRegions {
    struct Region {
        /// The patch in the region's top left corner.
        let first: GridIndex

        /// Where the region begins on the slide.
        let origin: BaselinePoint

        /// The patches that hold enough tissue.
        let patches: [GridIndex]
    }

    /// The width and height of a region in the networks' pixels.
    let side: Int

    /// Regions with tissue, as many together as go through the networks at once.
    let groups: [[Region]]

    /// A region is larger than the patches' strides by a patch: the larger it is, the less is computed
    /// twice, and the more background is computed with it.
    private static let strides = 256

    private static let atOnce = 4

    init(layout: PatchLayout, grid: PatchGrid, tissue: TissueMask) {
        let count = max(1, Self.strides / grid.stride)
        side = grid.side + (count - 1) * grid.stride
        let regions = layout.blocks(of: count).compactMap { block -> Region? in
            let wanted = block.filter { grid.holdsTissue($0.region, tissue) }
            guard let first = block.first, !wanted.isEmpty else { return nil }
            return Region(
                first: first.index, origin: first.region.origin, patches: wanted.map(\.index))
        }
        groups = Swift.stride(from: 0, to: regions.count, by: Self.atOnce).map {
            Array(regions[$0..<min($0 + Self.atOnce, regions.count)])
        }
    }
}
