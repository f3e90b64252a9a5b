import DeepTeaching

/// One metastasis: an outline, and islands of spared tissue inside it. Lengths are micrometres.
public struct Lesion: Sendable, Equatable {
    /// What the lesion is by its size and its number of cells.
    public let type: MetastasisType

    /// The largest distance between two points of the outline, in micrometres.
    public let longestDiameter: Double

    /// The area inside the outline and outside the islands, in square micrometres.
    public let area: Double

    /// The number of tumour cells inside.
    public internal(set) var cellCount = 0

    /// The border that a pathologist would draw.
    let outline: StarPolygon

    /// Islands of spared tissue: they become exclusions.
    let holes: [StarPolygon]

    /// Whether the tumour cells fill the lesion, or stand in nests between stroma.
    var isSolid: Bool { longestDiameter < 900 }

    /// The centre that all of the outline is seen from.
    var center: SIMD2<Double> { outline.center }

    /// The largest distance from the centre to the outline.
    var reach: Double { outline.reach }

    /// A lesion of an outline with islands.
    init(type: MetastasisType, outline: StarPolygon, holes: [StarPolygon] = []) {
        self.type = type
        self.outline = outline
        self.holes = holes
        longestDiameter = outline.longestDiameter
        area = outline.area - holes.reduce(0) { $0 + $1.area }
    }

    /// How far inside the lesion a place lies, roughly; negative outside and in an island.
    func depth(x: Float, y: Float) -> Float {
        var depth = outline.depth(x: x, y: y)
        for hole in holes { depth = min(depth, -hole.depth(x: x, y: y)) }
        return depth
    }
}
