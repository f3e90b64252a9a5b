import DeepTeaching
import SyntheticCohort

/// Small square fields of synthetic tissue of which two things are known: how much haematoxylin
/// they hold, and how many nuclei.
struct Fields: Sendable {
    /// The mean amount of haematoxylin in each field, where 1 is that of a dense nucleus.
    let hematoxylin: [Double]

    /// The number of nuclei in each field.
    let nuclei: [Double]

    /// Whether more than half of a field's nuclei are those of tumour cells.
    let isTumor: [Bool]

    /// The pictures of the fields.
    let images: [Image]

    var count: Int { nuclei.count }

    /// The fields of mostly tumour cells, or the others.
    func indices(isTumor: Bool) -> [Int] {
        nuclei.indices.filter { self.isTumor[$0] == isTumor }
    }

    /// The width of a field in micrometres.
    static let side = 100.0

    /// Draws fields by chance from some slides of the first hospital.
    init(count: Int, using generator: inout SeededGenerator) {
        let cohort = CohortPlan(profile: .small, seed: 1)
        let slides = Array(cohort.slides.filter { $0.center == 0 }.prefix(4))
        let plans = slides.map(cohort.slidePlan)
        let places = (0..<count).compactMap { index in
            let plan = plans[index % plans.count]
            return Self.corner(on: plan, using: &generator).map { (plan: plan, corner: $0) }
        }
        let fields = parallelMap(places.count) { index in
            Self.measure(places[index].plan, at: places[index].corner)
        }
        hematoxylin = fields.map(\.hematoxylin)
        nuclei = fields.map(\.nuclei)
        isTumor = fields.map(\.isTumor)
        images = fields.map(\.image)
    }

    private static func pixels(of plan: SlidePlan) -> Int {
        Int(side / plan.profile.micronsPerPixel)
    }

    /// A place of which all corners lie in a lymph node, away from folds, ink and other accidents;
    /// nil if chance does not find one.
    private static func corner(
        on plan: SlidePlan, using generator: inout SeededGenerator
    ) -> (x: Int, y: Int)? {
        let side = pixels(of: plan)
        let size = plan.profile.slideSize
        for _ in 0..<10_000 {
            let x = generator.index(below: size.width - side)
            let y = generator.index(below: size.height - side)
            let isInside = [(0, 0), (side, 0), (0, side), (side, side)].allSatisfy { dx, dy in
                plan.depthInNode(at: BaselinePoint(x: Double(x + dx), y: Double(y + dy))) > 60
            }
            if isInside && plan.isClean(x: x, y: y, size: PixelSize(side: side)) { return (x, y) }
        }
        return nil
    }

    private struct Field {
        let hematoxylin: Double
        let nuclei: Double
        let isTumor: Bool
        let image: Image
    }

    private static func measure(_ plan: SlidePlan, at corner: (x: Int, y: Int)) -> Field {
        let renderer = SlideRenderer(plan: plan)
        let size = PixelSize(side: pixels(of: plan))
        let stain = renderer.concentrations(x: corner.x, y: corner.y, size: size).hematoxylin
        let cells = renderer.cells(x: corner.x, y: corner.y, size: size)
        return Field(
            hematoxylin: stain.values.reduce(0) { $0 + Double($1) } / Double(size.area),
            nuclei: Double(cells.count),
            isTumor: 2 * cells.count { $0.kind == .tumor } > cells.count,
            image: renderer.image(x: corner.x, y: corner.y, size: size))
    }
}
