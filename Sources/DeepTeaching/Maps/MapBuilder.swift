import Foundation

/// Collects the probabilities of patches, in any order, and averages them into a map.
public struct MapBuilder: Sendable {
    private let layout: PatchLayout
    private let frame: RasterFrame
    private let size: PixelSize
    private let cellsPerPatch: Int
    private var sums: [Double]
    private var counts: [Int32]

    /// An empty map for the patches of a grid: one cell a stride, covering the whole slide.
    public init(layout: PatchLayout) {
        self.layout = layout
        frame = RasterFrame(downsample: layout.stride)
        size = PixelSize(
            width: Int((Double(layout.slideSize.width) / layout.stride - 1e-6).rounded(.up)),
            height: Int((Double(layout.slideSize.height) / layout.stride - 1e-6).rounded(.up)))
        // Cell j of a patch has its centre at (j + 1/2) strides, which must lie in the patch.
        cellsPerPatch = max(1, Int((layout.side / layout.stride + 0.5 - 1e-6).rounded(.down)))
        sums = [Double](repeating: 0, count: size.area)
        counts = [Int32](repeating: 0, count: size.area)
    }

    /// Adds the probability of one patch to all cells whose centre it covers.
    public mutating func add(_ probability: Float, at index: GridIndex) {
        for y in index.row..<min(size.height, index.row + cellsPerPatch) {
            for x in index.column..<min(size.width, index.column + cellsPerPatch) {
                sums[y * size.width + x] += Double(probability)
                counts[y * size.width + x] += 1
            }
        }
    }

    /// The map of what was added so far; cells without any tissue are left out.
    public func map(
        tissue: TissueMask, baselineMicronsPerPixel: MicronsPerPixel
    ) -> ConfidenceMap {
        var probabilities = Plane(size: size)
        var covered = Mask(size: size)
        for y in 0..<size.height {
            for x in 0..<size.width where counts[y * size.width + x] > 0 {
                let cell = frame.region(of: PixelIndex(x: x, y: y))
                guard tissue.fraction(of: cell) > 0 else { continue }
                let index = y * size.width + x
                covered.pixels[index] = true
                probabilities.values[index] = Float(sums[index] / Double(counts[index]))
            }
        }
        return ConfidenceMap(
            probabilities: probabilities, covered: covered, frame: frame,
            baselineMicronsPerPixel: baselineMicronsPerPixel)
    }
}
