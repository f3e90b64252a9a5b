import DeepTeaching
import SyntheticCohort

/// Pieces of synthetic slides, painted in memory: no file is needed.
struct PaintedTissue {
    /// A piece of a slide, and what its painter knows of it.
    struct Region {
        let micronsPerPixel = 0.5
        let image: Image
        let cells: [PaintedCell]
        /// How much of each stain lies in each pixel.
        let hematoxylin, eosin: Plane
    }

    /// The plan of one slide of each patient, which is one of each hospital.
    private let plans: [SlidePlan]

    init(seed: UInt64) {
        let cohort = CohortPlan(profile: .nano, seed: seed)
        plans = cohort.patients.compactMap { patient in
            let largest =
                patient.slides.first { $0.type == .macro }
                ?? patient.slides.first { $0.type != .negative }
            return (largest ?? patient.slides.first).map(cohort.slidePlan)
        }
    }

    /// The slide that the opening picture is of: the profile has a macro-metastasis in any case.
    private var main: SlidePlan { plans.first { $0.slide.type == .macro } ?? plans[0] }

    /// The main slide's name.
    var name: String { main.slide.name }

    var hospitals: Int { plans.count }

    /// A square in the middle of the main slide's metastasis.
    func region() -> Region {
        let middle = main.points(of: .macroMetastasis).first ?? main.points(of: .cortex).first
        return region(around: middle ?? SIMD2(2000, 1500))
    }

    /// A square of the main slide without tumour, full of lymphocytes.
    func healthyCells() -> [PaintedCell] {
        region(around: main.points(of: .cortex).first ?? SIMD2(2000, 1500)).cells
    }

    private func region(around middle: SIMD2<Double>) -> Region {
        let size = PixelSize(side: 192)
        let renderer = SlideRenderer(plan: main, micronsPerPixel: 0.5)
        let (x, y) = (Int(middle.x / 0.5) - size.width / 2, Int(middle.y / 0.5) - size.height / 2)
        let stains = renderer.concentrations(x: x, y: y, size: size)
        return Region(
            image: renderer.image(x: x, y: y, size: size),
            cells: renderer.cells(x: x, y: y, size: size),
            hematoxylin: stains.hematoxylin, eosin: stains.eosin)
    }

    /// As many patches of each slide, at places with tissue.
    func patches(ofEach count: Int, side: Int) -> [Image] {
        plans.flatMap { plan in
            let renderer = SlideRenderer(plan: plan, micronsPerPixel: 1)
            return places(on: plan, count).map {
                renderer.image(
                    x: Int($0.x) - side / 2, y: Int($0.y) - side / 2, size: PixelSize(side: side))
            }
        }
    }

    /// Places inside lymph nodes, at even distances among all that a grid finds.
    private func places(on plan: SlidePlan, _ count: Int) -> [SIMD2<Double>] {
        let scale = plan.profile.micronsPerPixel
        let size = plan.profile.slideSize
        var inside: [SIMD2<Double>] = []
        for y in stride(from: 20.0, to: Double(size.height), by: 20) {
            for x in stride(from: 20.0, to: Double(size.width), by: 20)
            where plan.depthInNode(at: BaselinePoint(x: x, y: y)) > 60 {
                inside.append(SIMD2(x, y) * scale)
            }
        }
        return (0..<count).map { inside[(2 * $0 + 1) * inside.count / (2 * count)] }
    }
}
