import DeepTeaching
import SyntheticCohort

/// Whether the lesions are as large as the plan says, hold the cells that make them what they are,
/// and lie where they should.
struct LesionMeasures {
    let plans: [SlidePlan]

    /// Counts of lesions and slides that are wrong; all should be 0.
    func measures() -> [Measure] {
        let lesions = plans.flatMap { plan in plan.lesions.map { (plan, $0) } }
        let errors = parallelMap(lesions.count) { index in
            let (plan, lesion) = lesions[index]
            return abs(
                RasterDiameter(of: plan.outline(of: lesion)).length
                    * plan.profile.micronsPerPixel / lesion.longestDiameter - 1)
        }
        let outside = parallelMap(lesions.count) { index in
            let (plan, lesion) = lesions[index]
            return plan.outline(of: lesion).contains { plan.depthInNode(at: $0) <= 0 }
        }
        func none(_ key: String, _ words: String, _ count: Int) -> Measure {
            Measure(key, words, Double(count), to: 0, decimals: 0)
        }
        return [
            Measure(
                "lesionDiameter",
                "rasterised diameter against the plan's, the worst of \(lesions.count) lesions in %",
                100 * (errors.max() ?? .nan), to: 2, decimals: 2),
            none(
                "lesionEmpty", "lesions without a tumour cell",
                lesions.count { $0.1.cellCount == 0 }),
            none(
                "lesionType", "lesions of a type that size and cells do not make",
                lesions.count { Self.isWrong($0.1) }),
            none("lesionOutside", "lesions that reach out of their node", outside.count { $0 }),
            none(
                "slideType", "slides whose label is not that of their largest lesion",
                plans.count { Self.isWrong($0) }),
        ]
    }

    /// Whether size and number of cells make another type, or isolated cells are too many.
    static func isWrong(_ lesion: Lesion) -> Bool {
        let type = MetastasisType(
            longestDiameter: lesion.longestDiameter, cells: lesion.cellCount)
        return type != lesion.type || lesion.type == .itc && lesion.cellCount > 150
    }

    /// Whether the slide's label is another than that of its worst lesion.
    static func isWrong(_ plan: SlidePlan) -> Bool {
        (plan.lesions.map(\.type).max() ?? .negative) != plan.slide.type
    }
}

/// The longest diameter of an outline after it was turned into pixels.
struct RasterDiameter {
    /// In the outline's unit.
    let length: Double

    /// Fills the outline, about 600 pixels long, and looks for the two pixels that are furthest
    /// apart.
    init(of outline: [BaselinePoint]) {
        guard let bounds = BaselineRectangle(around: outline), max(bounds.width, bounds.height) > 0
        else {
            length = 0
            return
        }
        let frame = RasterFrame(
            origin: bounds.origin, downsample: max(bounds.width, bounds.height) / 600)
        let mask = Mask(size: PixelSize(side: 601), filling: [outline.map(frame.position)])
        let ends = Self.rowEnds(of: mask)
        var longest = 0.0
        for (index, first) in ends.enumerated() {
            for second in ends[index...] {
                let (dx, dy) = (first.x - second.x, first.y - second.y)
                longest = max(longest, dx * dx + dy * dy)
            }
        }
        // From centre to centre; each end pixel reaches half its side further.
        length = (longest.squareRoot() + 1) * frame.downsample
    }

    /// The first and the last pixel of each row: the two furthest apart are among them.
    private static func rowEnds(of mask: Mask) -> [PixelPoint] {
        (0..<mask.size.height).flatMap { row -> [PixelPoint] in
            let columns = (0..<mask.size.width).filter { mask[x: $0, y: row] }
            guard let first = columns.first, let last = columns.last else { return [] }
            return [first, last].map { PixelPoint(x: Double($0), y: Double(row)) }
        }
    }
}
