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

    /// The first slide's name.
    var name: String { plans[0].slide.name }

    /// A square of the first slide, at the edge of a metastasis where it has one.
    func region() -> Image {
        let plan = plans[0]
        let sight = Sight.allCases.reversed().first {
            [.macroMetastasis, .microMetastasis, .germinalCenter].contains($0)
                && !plan.places(of: $0).isEmpty
        }
        let middle = plan.places(of: sight ?? .cortex).first ?? SIMD2(2000, 1500)
        return image(of: plan, around: middle, side: 192, micronsPerPixel: 0.5)
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
