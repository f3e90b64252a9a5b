extension TissueClassifier {
    /// A network that says how probable each class is in a patch of tissue.
    public struct Fitted: Sendable {
        /// The network.
        public let network: PatchClassifier<Float>

        /// The names of its classes.
        public let names: [String]

        /// The micrometres that one pixel of a patch covers.
        public let micronsPerPixel: Double

        /// What brings a slide to the staining that the network knows; nil leaves it as it is.
        public let normalization: SlideNormalization?

        /// The maps of a slide, one a class: patches lie edge to edge, and one cell is one patch.
        ///
        /// - Parameters:
        ///   - slide: a slide that knows its resolution.
        ///   - tissue: where to look.
        ///   - progress: is told the share that is done, from 0 to 1.
        /// - Throws: `PatchError`, `SlideError`.
        public func maps(
            of slide: some Slide, tissue: TissueMask, progress: (Double) -> Void = { _ in }
        ) throws -> ClassMaps {
            let stained: any Slide = try normalization?.normalized(slide, tissue: tissue) ?? slide
            let grid = PatchGrid(
                side: network.side, micronsPerPixel: micronsPerPixel,
                minimumTissue: PatchGrid.tissueToExamine)
            let layout = try grid.layout(on: stained)
            let reader = try PatchReader(stained, grid: grid)
            var builders = names.map { _ in MapBuilder(layout: layout) }
            let blocks = layout.blocks(of: 8)
            for (done, block) in blocks.enumerated() {
                let patches = block.filter { grid.holdsTissue($0.region, tissue) }
                if !patches.isEmpty {
                    let answers = network.probabilities(
                        for: try reader.batch(of: patches.map(\.region))
                    ).elements  // [patches, classes], row by row
                    for (place, patch) in patches.enumerated() {
                        for label in names.indices {
                            builders[label].add(
                                answers[place * names.count + label], at: patch.index)
                        }
                    }
                }
                progress(Double(done + 1) / Double(blocks.count))
            }
            return ClassMaps(
                names: names,
                maps: builders.map {
                    $0.map(
                        tissue: tissue,
                        baselineMicronsPerPixel: slide.micronsPerPixel ?? MicronsPerPixel(0.5))
                })
        }
    }
}
