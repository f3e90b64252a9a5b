import DeepTeaching
import XCTest

@testable import MeasureCohort
@testable import SyntheticCohort

/// The measures of truth, on pictures and outlines whose answer is known, and on a small cohort.
final class TruthNumbersTests: XCTestCase {
    private func plans(_ seed: UInt64 = 3) -> [SlidePlan] {
        let cohort = CohortPlan(profile: .nano, seed: seed)
        return cohort.slides.map { cohort.slidePlan($0) }
    }

    func testRasterisedDiameters() {
        let circle = (0..<720).map { step -> BaselinePoint in
            let angle = Double(step) / 360 * .pi
            return BaselinePoint(x: 500 + 30 * cos(angle), y: 20 + 30 * sin(angle))
        }
        XCTAssertEqual(RasterDiameter(of: circle).length, 60, accuracy: 0.2)
        let oblique = [(0, 0), (300, 400), (268, 424), (-32, 24)].map {
            BaselinePoint(x: $0.0, y: $0.1)
        }
        XCTAssertEqual(RasterDiameter(of: oblique).length, 501.6, accuracy: 2.5)
        XCTAssertEqual(RasterDiameter(of: []).length, 0)
    }

    func testNucleiAreCountedOnce() {
        // Domes 6 um wide with grain, 7 um apart, on a pale ground.
        var plane = Plane(size: PixelSize(side: 280), repeating: 0.1)
        var generator = SeededGenerator(seed: 1)
        for row in 0..<10 {
            for column in 0..<10 {
                for y in 0..<24 {
                    for x in 0..<24 {
                        let (dx, dy) = (Double(x) - 11.5, Double(y) - 11.5)
                        let share = (dx * dx + dy * dy) / 144
                        guard share < 1 else { continue }
                        plane[x: 28 * column + x, y: 28 * row + y] =
                            Float(1 - 0.4 * share + generator.uniform(-0.3, 0.3))
                    }
                }
            }
        }
        XCTAssertEqual(NucleusCounter(micronsPerPixel: 0.25).count(in: plane), 100, "of 100")
        let empty = Plane(size: PixelSize(side: 40), repeating: 0.5)
        XCTAssertEqual(NucleusCounter(micronsPerPixel: 0.25).count(in: empty), 1, "a flat ground")
    }

    func testBoxFilterIsTheMeanOfTheNeighborhood() {
        var plane = Plane(size: PixelSize(width: 5, height: 4))
        plane[x: 2, y: 1] = 9
        let smooth = plane.boxFiltered(radius: 1)
        XCTAssertEqual(smooth.size, plane.size)
        XCTAssertEqual(smooth[x: 1, y: 2], 1, accuracy: 1e-6)
        XCTAssertEqual(smooth[x: 3, y: 0], 1.5, accuracy: 1e-6, "at the border of six pixels")
        XCTAssertEqual(smooth[x: 0, y: 1], 0)
    }

    func testResidualsAreMeasuredInTheCamerasNoise() {
        var generator = SeededGenerator(seed: 4)
        let expected = (0..<30_000).map { _ in generator.uniform(20, 240) }
        let picture = Image(
            size: PixelSize(width: 100, height: 100),
            pixels: expected.map { value in
                // The sum of twelve uniform draws has deviation 1.
                let normal = (0..<12).reduce(-6.0) { sum, _ in sum + generator.uniform() }
                return UInt8((value + 2 + 3 * normal).rounded())
            })
        let residual = ConcentrationMeasures.residual(of: picture, expected: expected, noise: 3)
        XCTAssertEqual(residual.mean, 2, accuracy: 0.06)
        XCTAssertEqual(residual.noise, 1, accuracy: 0.02)
    }

    func testAWrongLesionIsNoticed() throws {
        let plan = try XCTUnwrap(plans().first { $0.slide.type == .macro })
        var lesion = try XCTUnwrap(plan.lesions.first)
        XCTAssertFalse(LesionMeasures.isWrong(lesion))
        XCTAssertFalse(LesionMeasures.isWrong(plan))
        let small = Lesion(type: .itc, outline: scaled(lesion.outline, to: 150))
        lesion = small
        lesion.cellCount = 150
        XCTAssertFalse(LesionMeasures.isWrong(lesion))
        lesion.cellCount = 151
        XCTAssertTrue(LesionMeasures.isWrong(lesion))
        let large = Lesion(type: .itc, outline: scaled(lesion.outline, to: 250))
        XCTAssertTrue(LesionMeasures.isWrong(large))
    }

    private func scaled(_ outline: StarPolygon, to length: Double) -> StarPolygon {
        let factor = Float(length / outline.longestDiameter)
        return StarPolygon(center: outline.center, radii: outline.radii.map { $0 * factor })
    }

    func testANanoCohortIsTrueToItsPlan() throws {
        let plans = plans()
        let lesions = LesionMeasures(plans: plans).measures()
        XCTAssertEqual(lesions.filter { $0.isMet != true }, [])
        let cohort = CohortMeasures(cohorts: [CohortPlan(profile: .nano, seed: 3)]).measures()
        XCTAssertEqual(cohort.filter { $0.isMet != true }, [])
    }

    func testThePictureFollowsBeerAndLambert() {
        let cohort = CohortPlan(profile: .small, seed: 8)
        let plans = stride(from: 0, to: cohort.slides.count, by: 7).map {
            cohort.slidePlan(cohort.slides[$0])
        }
        let measures = ConcentrationMeasures(plans: plans, seed: 1).measures()
        XCTAssertEqual(measures.count, 2)
        XCTAssertEqual(measures.filter { $0.isMet != true }, [])
    }
}
