/// Draws places for patches anywhere on a slide, not only on a grid: each place that holds enough tissue,
/// and enough tumour if that is asked for, is equally likely. (Of places with less than a hundredth of it,
/// where so few are allowed, those with less come more rarely.)
///
/// ```swift
/// var random = RandomPatches(grid: grid)
/// (random.minimumTumor, random.maximumOverlap) = (0.5, 0.25)
/// var generator = SeededGenerator(seed: 1)
/// let regions = try random.drawn(
///     100, on: slide, tissue: tissue, tumor: tumor, using: &generator)
/// let images = try PatchReader(slide, grid: grid).images(of: regions)
/// ```
public struct RandomPatches: Sendable, Equatable {
    /// The side, the resolution and the least share of tissue; its stride does not count.
    public var grid: PatchGrid

    /// The least share of a patch that is tumour, from 0 to 1; 0 asks for none.
    public var minimumTumor = 0.0

    /// The largest share of a patch, from 0 to 1, that another one may cover: with 0 none has a part in
    /// common with another, with 1 they may lie on each other.
    public var maximumOverlap = 1.0

    /// Patches like those of a grid.
    public init(grid: PatchGrid) { self.grid = grid }

    /// So many places in a row that do not fit end the search.
    private static let patience = 20_000

    /// Draws places.
    ///
    /// - Parameters:
    ///   - count: how many.
    ///   - slide: the slide.
    ///   - tissue: where its tissue lies.
    ///   - tumor: where its tumour lies; needed if a share of it is asked for.
    ///   - generator: makes the draws.
    /// - Returns: the regions in the order in which they were drawn; fewer than asked for if 20,000 places
    ///   in a row do not fit, since the slide holds no more of them.
    /// - Throws: `PatchError` if a setting cannot be used or no patch fits onto the slide, `SlideError` if
    ///   the slide does not state its resolution.
    public func drawn(
        _ count: Int, on slide: some Slide, tissue: TissueMask, tumor: TumorMask? = nil,
        using generator: inout SeededGenerator
    ) throws -> [BaselineRectangle] {
        require(count >= 0, "cannot draw \(count) patches")
        try checkSettings(hasTumor: tumor != nil)
        let layout = try grid.layout(on: slide)
        let places = minimumTumor > 0 ? tumor?.raster : nil
        var proposals = PatchProposals(layout: layout, mask: places ?? tissue.raster)
        var drawn = SparseSquares(side: layout.side)
        var misses = 0
        while drawn.squares.count < count, misses < Self.patience {
            misses += 1
            guard let region = proposals.next(using: &generator),
                accepts(region, tissue, tumor, using: &generator),
                drawn.largestOverlap(with: region) <= maximumOverlap
            else { continue }
            drawn.append(region)
            misses = 0
        }
        return drawn.squares
    }

    /// Whether a place holds enough of everything, and is not one too many.
    ///
    /// A place is proposed the more often the more of the mask it holds; taking it the less often for that
    /// makes all places equally likely.
    private func accepts(
        _ region: BaselineRectangle, _ tissue: TissueMask, _ tumor: TumorMask?,
        using generator: inout SeededGenerator
    ) -> Bool {
        let proposing: any SlideMask = (minimumTumor > 0 ? tumor : nil) ?? tissue
        let share = proposing.fraction(of: region)
        let least = max(minimumTumor > 0 ? minimumTumor : grid.minimumTissue, 0.01)
        guard share > 0, grid.holdsTissue(region, tissue),
            tumor.map({ $0.fraction(of: region) >= minimumTumor }) ?? true
        else { return false }
        return generator.uniform() * share < least
    }

    private func checkSettings(hasTumor: Bool) throws {
        for (name, value) in [
            ("least share of tumour", minimumTumor), ("largest overlap", maximumOverlap),
        ] where !(0...1).contains(value) {
            throw PatchError.unusableSetting(
                name: name, value: "\(value)", allowed: "a share from 0 to 1")
        }
        if minimumTumor > 0 && !hasTumor {
            throw PatchError.unusableSetting(
                name: "least share of tumour", value: "\(minimumTumor)",
                allowed: "0, or give the mask of the tumour")
        }
    }
}

/// Proposes places that hold a point of a mask, each as often as the share of it that the mask covers.
private struct PatchProposals {
    private let layout: PatchLayout
    private let frame: RasterFrame
    private let size: PixelSize

    /// The pixels of the mask that are foreground.
    private let pixels: [Int]

    init(layout: PatchLayout, mask: SlideRaster<Mask>) {
        self.layout = layout
        frame = mask.frame
        size = mask.pixels.size
        pixels = mask.pixels.pixels.indices.filter { mask.pixels.pixels[$0] }
    }

    /// The next place; nil if it reaches beyond the slide.
    mutating func next(using generator: inout SeededGenerator) -> BaselineRectangle? {
        guard !pixels.isEmpty else { return nil }
        let pixel = pixels[generator.index(below: pixels.count)]
        let cell = frame.region(of: PixelIndex(x: pixel % size.width, y: pixel / size.width))
        let side = layout.side
        let origin = BaselinePoint(
            x: cell.origin.x + generator.uniform() * cell.width - generator.uniform() * side,
            y: cell.origin.y + generator.uniform() * cell.height - generator.uniform() * side)
        let (right, bottom) = (
            Double(layout.slideSize.width) - side, Double(layout.slideSize.height) - side
        )
        guard 0 <= origin.x, origin.x <= right, 0 <= origin.y, origin.y <= bottom else {
            return nil
        }
        return BaselineRectangle(origin: origin, side: side)
    }
}

/// Squares of one side, found again by where they lie.
private struct SparseSquares {
    let side: Double
    private(set) var squares: [BaselineRectangle] = []
    private var inCell: [GridIndex: [BaselineRectangle]] = [:]

    init(side: Double) { self.side = side }

    mutating func append(_ square: BaselineRectangle) {
        squares.append(square)
        inCell[cell(of: square), default: []].append(square)
    }

    /// The largest share of a square that one of these covers.
    func largestOverlap(with square: BaselineRectangle) -> Double {
        let cell = cell(of: square)
        var largest = 0.0
        for row in cell.row - 1...cell.row + 1 {
            for column in cell.column - 1...cell.column + 1 {
                for other in inCell[GridIndex(column: column, row: row)] ?? [] {
                    let width = side - abs(other.origin.x - square.origin.x)
                    let height = side - abs(other.origin.y - square.origin.y)
                    largest = max(largest, max(0, width) * max(0, height) / (side * side))
                }
            }
        }
        return largest
    }

    private func cell(of square: BaselineRectangle) -> GridIndex {
        GridIndex(
            column: Int((square.origin.x / side).rounded(.down)),
            row: Int((square.origin.y / side).rounded(.down)))
    }
}
