import DeepTeaching
import SyntheticCohort

/// Nuclei of a synthetic slide, of which the painter knows for sure what they are.
struct Nuclei: Sendable {
    /// Two measured features of each nucleus, in units of one standard deviation from the mean:
    /// its diameter, and how many nuclei lie within 15 micrometres. Axes [nucleus, feature].
    let features: [[Double]]

    /// 1 for a tumour cell, 0 for another one.
    let labels: [Int]

    /// The diameters in micrometres.
    let diameters: [Double]

    /// How many other nuclei lie within 15 micrometres of each.
    let neighbors: [Double]

    /// How far a neighbour may be away, in micrometres.
    static let reach: Float = 15

    var count: Int { labels.count }

    /// The nuclei of one kind.
    func indices(label: Int) -> [Int] { labels.indices.filter { labels[$0] == label } }

    /// Nuclei as they were measured; their features are scaled by the mean and deviation of some
    /// others, or by their own.
    private init(_ measured: [Measured], scaledLike others: [Measured]? = nil) {
        diameters = measured.map(\.diameter)
        neighbors = measured.map(\.neighbors)
        labels = measured.map { $0.isTumor ? 1 : 0 }
        let scales = [\Measured.diameter, \Measured.neighbors].map { feature in
            Scale(of: (others ?? measured).map { $0[keyPath: feature] })
        }
        features = zip(diameters, neighbors).map { [scales[0].scaled($0), scales[1].scaled($1)] }
    }

    /// Draws nuclei to train on and others for the test, half of them tumour cells, from fields on
    /// a metastasis and on germinal centres.
    static func drawn(
        training: Int, test: Int, using generator: inout SeededGenerator
    ) -> (training: Nuclei, test: Nuclei) {
        let plan = CohortPlan(profile: .nano, seed: 1)
        let measured = plan.slides.filter { $0.type == .macro }.prefix(3)
            .flatMap { Self.measured(on: plan.slidePlan($0)) }
        let shuffled = generator.shuffled(measured)
        let tumor = shuffled.filter(\.isTumor)
        let others = shuffled.filter { !$0.isTumor }
        func part(_ range: Range<Int>) -> [Measured] {
            Array(
                tumor[range.clamped(to: tumor.indices)] + others[range.clamped(to: others.indices)])
        }
        let first = generator.shuffled(part(0..<training / 2))
        let second = part(training / 2..<(training + test) / 2)
        return (Nuclei(first), Nuclei(second, scaledLike: first))
    }

    /// Where the values of a feature lie, and how far they spread.
    private struct Scale {
        let mean: Double
        let deviation: Double

        init(of values: [Double]) {
            let count = Double(max(1, values.count))
            let mean = values.reduce(0, +) / count
            self.mean = mean
            deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
        }

        func scaled(_ value: Double) -> Double { deviation > 0 ? (value - mean) / deviation : 0 }
    }

    private struct Measured {
        let diameter: Double
        let neighbors: Double
        let isTumor: Bool
    }

    /// The nuclei of a field on the largest metastasis, and of one in each germinal centre.
    private static func measured(on plan: SlidePlan) -> [Measured] {
        let renderer = SlideRenderer(plan: plan)
        let largest = plan.lesions.max { $0.longestDiameter < $1.longestDiameter }
        let places =
            plan.germinalCenters.prefix(4).map(\.center)
            + [largest.map { plan.center(of: $0) }].compactMap(\.self)
        return places.flatMap { place -> [Measured] in
            let side = Int(300 / plan.profile.micronsPerPixel)
            let cells = renderer.cells(
                x: Int(place.x) - side / 2, y: Int(place.y) - side / 2, size: PixelSize(side: side))
            return cells.map { cell in
                let near = cells.count { other in
                    let (dx, dy) = (other.x - cell.x, other.y - cell.y)
                    return dx * dx + dy * dy < reach * reach
                }
                return Measured(
                    diameter: 2 * Double(cell.semiMajor * cell.semiMinor).squareRoot(),
                    neighbors: Double(near - 1), isTumor: cell.kind == .tumor)
            }
        }
    }
}
