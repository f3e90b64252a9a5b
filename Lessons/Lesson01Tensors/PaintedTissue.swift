import DeepTeaching
import SyntheticCohort

/// Pieces of synthetic slides, painted in memory: no file is needed.
struct PaintedTissue {
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

    /// A square in the middle of the main slide's metastasis.
    func region() -> Image {
        let middle = main.places(of: .macroMetastasis).first ?? main.places(of: .cortex).first
        return image(
            of: main, around: middle ?? SIMD2(2000, 1500), side: 192, micronsPerPixel: 0.5)
    }

    /// As many patches of each slide, at places with tissue.
    func patches(ofEach count: Int, side: Int) -> [Image] {
        plans.flatMap { plan in
            places(on: plan, count).map {
                image(of: plan, around: $0, side: side, micronsPerPixel: 1)
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

    private func image(
        of plan: SlidePlan, around middle: SIMD2<Double>, side: Int, micronsPerPixel: Double
    ) -> Image {
        SlideRenderer(plan: plan, micronsPerPixel: micronsPerPixel).image(
            x: Int(middle.x / micronsPerPixel) - side / 2,
            y: Int(middle.y / micronsPerPixel) - side / 2, size: PixelSize(side: side))
    }
}
