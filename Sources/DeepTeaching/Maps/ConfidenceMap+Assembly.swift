import Foundation

extension ConfidenceMap {
    /// Lets a classifier look at a whole slide, patch by patch.
    ///
    /// One cell of the map is one stride of the grid. A patch counts for all cells whose centre it
    /// covers; where patches overlap, a cell is their mean. Cells without tissue, or that no patch
    /// with enough tissue covers, stay uncovered. Patches are read in square blocks, one batch at
    /// a time, so memory does not grow with the slide.
    ///
    /// - Parameters:
    ///   - slide: the slide.
    ///   - tissue: where its tissue lies.
    ///   - grid: the patches; a stride smaller than the side gives a finer map.
    ///   - range: the numbers that bytes become.
    ///   - batchSize: how many patches the classifier gets at most.
    ///   - progress: is told the share of blocks done, from 0 to 1.
    ///   - classify: the tumour probability of each patch of a batch [batch, height, width, 3].
    /// - Throws: `PatchError`, `SlideError`, and what the classifier throws.
    public init(
        of slide: some Slide, tissue: TissueMask, grid: PatchGrid,
        range: PixelRange = .zeroToOne, batchSize: Int = 64,
        progress: (Double) -> Void = { _ in },
        classify: (Tensor<Float>) throws -> [Float]
    ) throws {
        let layout = try grid.layout(on: slide)
        let reader = try PatchReader(slide, grid: grid, range: range)
        var builder = MapBuilder(layout: layout)
        let side = max(1, Int(Double(max(1, batchSize)).squareRoot()))
        let blocks = layout.blocks(of: side)
        for (index, block) in blocks.enumerated() {
            let patches = block.filter { grid.holdsTissue($0.region, tissue) }
            if !patches.isEmpty {
                let probabilities = try classify(try reader.batch(of: patches.map(\.region)))
                guard probabilities.count == patches.count else {
                    throw PatchError.wrongPredictionCount(
                        expected: patches.count, got: probabilities.count)
                }
                for (patch, probability) in zip(patches, probabilities) {
                    builder.add(probability, at: patch.index)
                }
            }
            progress(Double(index + 1) / Double(blocks.count))
        }
        self = builder.map(
            tissue: tissue,
            baselineMicronsPerPixel: slide.micronsPerPixel ?? MicronsPerPixel(0.5))
    }
}

extension PatchLayout {
    /// The patches of the grid in squares of `side` x `side` patches, made when asked for.
    func blocks(of side: Int) -> some Collection<[GridPatch]> {
        let columns = (self.columns + side - 1) / side
        let rows = (self.rows + side - 1) / side
        return (0..<rows * columns).lazy.map { block in
            let (firstRow, firstColumn) = (block / columns * side, block % columns * side)
            return (firstRow..<min(self.rows, firstRow + side)).flatMap { row in
                (firstColumn..<min(self.columns, firstColumn + side)).map { column in
                    patch(at: GridIndex(column: column, row: row))
                }
            }
        }
    }
}
