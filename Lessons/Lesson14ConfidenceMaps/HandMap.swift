import DeepTeaching

/// Three patches of 64 pixels, 32 apart, in one row.
enum HandMap {
    static let probabilities: [Float] = [0.9, 0.3, 0.6]

    /// The four cells that the library makes of them.
    ///
    /// - Throws: `PatchError` if the slide were too small.
    static func cells() throws -> [Float] {
        let slide = MemorySlide(
            image: Image(size: PixelSize(width: 128, height: 64), color: .white),
            micronsPerPixel: MicronsPerPixel(1))
        let grid = PatchGrid(side: 64, micronsPerPixel: 1, stride: 32)
        var builder = MapBuilder(layout: try grid.layout(on: slide))
        for (column, probability) in probabilities.enumerated() {
            builder.add(probability, at: GridIndex(column: column, row: 0))
        }
        let map = builder.map(
            tissue: .everywhere(on: slide), baselineMicronsPerPixel: MicronsPerPixel(1))
        return (0..<4).map { map.probabilities[x: $0, y: 0] }
    }
}

extension TissueMask {
    /// All of a slide, as if there were no glass.
    static func everywhere(on slide: any Slide) -> TissueMask {
        TissueMask(
            SlideRaster(
                Mask(size: PixelSize(side: 1), repeating: true),
                downsample: Double(max(slide.levels[0].size.width, slide.levels[0].size.height))))
    }
}
