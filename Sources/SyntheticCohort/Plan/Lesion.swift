import DeepTeaching

/// One metastasis: a star-shaped outline around its centre. Lengths are micrometres.
public struct Lesion: Sendable, Equatable {
    /// What the lesion is by its size and its number of cells.
    public internal(set) var type: MetastasisType

    /// The largest distance between two points of the outline, in micrometres.
    public let longestDiameter: Double

    /// The area inside the outline in square micrometres.
    public let area: Double

    /// The number of tumour cells inside.
    public internal(set) var cellCount = 0

    /// The centre that all of the outline can be seen from, in micrometres from the slide's top
    /// left corner.
    let center: SIMD2<Double>

    /// The distance from the centre to the outline at equally spaced angles, starting at the x axis
    /// and turning towards the y axis.
    let radii: [Float]

    /// Whether the tumour cells fill the lesion, or stand in nests between stroma.
    var isSolid: Bool { longestDiameter < 900 }

    /// The outline in micrometres from the slide's top left corner.
    var vertices: [SIMD2<Double>] {
        radii.enumerated().map { index, radius in
            center + Double(radius) * Self.direction(index, of: radii.count)
        }
    }

    /// A lesion of exactly the given longest diameter around `center`.
    ///
    /// - Parameters:
    ///   - elongation: length divided by width of the ellipse that the outline varies.
    ///   - turns: the direction of the ellipse's long axis.
    ///   - roughness: the size of the border's waves, around 1.
    init(
        type: MetastasisType, longestDiameter: Double, center: SIMD2<Double>, elongation: Double,
        turns: Double, roughness: Double, using generator: inout SeededGenerator
    ) {
        let count = min(max(Int(longestDiameter / 4), 64), 512)
        let unscaled = Self.drawRadii(
            count: count, elongation: elongation, turns: turns, roughness: roughness,
            using: &generator)
        let scale = longestDiameter / Self.longestDistance(of: unscaled)
        self.type = type
        self.center = center
        radii = unscaled.map { Float($0 * scale) }
        let outline = radii.enumerated().map {
            Double($1) * Self.direction($0, of: count)
        }
        self.longestDiameter = Self.longestDistance(in: outline)
        area = Self.area(of: outline)
    }

    /// How far inside the outline a place lies along the ray from the centre, in micrometres;
    /// negative outside.
    func depth(x: Float, y: Float) -> Float {
        let dx = x - Float(center.x)
        let dy = y - Float(center.y)
        let place = ExactMath.turns(x: dx, y: dy) * Float(radii.count)
        let sector = min(Int(place), radii.count - 1)
        let next = sector + 1 == radii.count ? 0 : sector + 1
        let radius = radii[sector] + (radii[next] - radii[sector]) * (place - Float(sector))
        return radius - (dx * dx + dy * dy).squareRoot()
    }

    /// The largest distance from the centre to the outline.
    var reach: Double { Double(radii.max() ?? 0) }

    static func direction(_ index: Int, of count: Int) -> SIMD2<Double> {
        let turns = Double(index) / Double(count)
        return SIMD2(ExactMath.cosine(turns: turns), ExactMath.sine(turns: turns))
    }
}
