import DeepTeaching
import SyntheticCohort
import XCTest

/// What unmixing finds on synthetic slides, beside the stains that were painted.
final class UnmixingTruthTests: XCTestCase {
    /// One clean field of a slide of each hospital.
    private struct Field {
        let plan: SlidePlan
        let image: Image
        let hematoxylin: Plane
        let eosin: Plane

        init?(of plan: SlidePlan, side: Int = 128) {
            let scale = plan.profile.micronsPerPixel
            let size = PixelSize(side: side)
            let corners = (plan.points(of: .cortex) + plan.points(of: .medulla)).map {
                (x: Int($0.x / scale) - side / 2, y: Int($0.y / scale) - side / 2)
            }
            guard let corner = corners.first(where: { plan.isClean(x: $0.x, y: $0.y, size: size) })
            else { return nil }
            let renderer = SlideRenderer(plan: plan)
            image = renderer.image(x: corner.x, y: corner.y, size: size)
            let truth = renderer.concentrations(x: corner.x, y: corner.y, size: size)
            let thickness = renderer.thickness(x: corner.x, y: corner.y, size: size)
            func amount(_ plane: Plane, _ density: SIMD3<Double>) -> Plane {
                let unit = Float((density * density).sum().squareRoot())
                return Plane(
                    size: size,
                    values: zip(plane.values, thickness.values).map { $0 * $1 * unit })
            }
            hematoxylin = amount(truth.hematoxylin, plan.appearance.hematoxylin)
            eosin = amount(truth.eosin, plan.appearance.eosin)
            self.plan = plan
        }
    }

    private static let fields: [Field] = {
        let cohort = CohortPlan(profile: .small, seed: 1)
        return (0..<5).compactMap { center in
            cohort.slides.lazy.filter { $0.center == center }
                .compactMap { Field(of: cohort.slidePlan($0)) }.first
        }
    }()

    /// With the stains that the scanner shows, the amounts follow those that were painted. Squares
    /// of eight
    /// pixels are compared: the scanner blurs and sharpens single ones.
    func testAmountsFollowThePaintedOnes() throws {
        XCTAssertEqual(Self.fields.count, 5)
        var following: [[Float]] = []
        for field in Self.fields {
            let planes = try field.plan.appearance.scannedStains.unmix(
                field.image, over: OpticalDensity(white: 240))
            following.append(
                [(planes.hematoxylin, field.hematoxylin), (planes.eosin, field.eosin)].map {
                    found, truth in
                    let size = PixelSize(side: 16)
                    let (a, b) = (
                        found.resized(to: size).values, truth.resized(to: size).values
                    )
                    XCTAssertEqual(
                        a.reduce(0, +) / b.reduce(0, +), 1, accuracy: 0.2,
                        "centre \(field.plan.slide.center)")
                    return correlation(a, b)
                })
        }
        XCTAssertGreaterThan(try XCTUnwrap(following.map { $0[0] }.min()), 0.9)
        // Where haematoxylin is strong, little light is left to tell eosin by.
        XCTAssertGreaterThan(following.reduce(0) { $0 + $1[1] } / 5, 0.6)
    }

    /// Both methods find the stains of each hospital within a few degrees, and nearer than the
    /// fixed vectors
    /// of Ruifrok and Johnston.
    func testStainsAreFoundWithinDegrees() throws {
        var errors: [String: [Double]] = [:]
        for field in Self.fields {
            let truth = field.plan.appearance.scannedStains
            let found = [
                "Macenko": try MacenkoNormalizer().profile(of: field.image).stains,
                "Vahadane": try VahadaneNormalizer().profile(of: field.image).stains,
                "Ruifrok": StainVectors.ruifrok,
            ]
            for (name, stains) in found {
                let angles = stains.angles(to: truth)
                errors[name, default: []] += [angles.hematoxylin, angles.eosin]
            }
        }
        let means = errors.mapValues { $0.reduce(0, +) / Double($0.count) }
        XCTAssertLessThan(try XCTUnwrap(means["Macenko"]), 5)
        XCTAssertLessThan(try XCTUnwrap(means["Vahadane"]), 6)
        XCTAssertGreaterThan(try XCTUnwrap(means["Ruifrok"]), 8)
    }

    private func correlation(_ a: [Float], _ b: [Float]) -> Float {
        let count = Float(a.count)
        let (meanA, meanB) = (a.reduce(0, +) / count, b.reduce(0, +) / count)
        let pairs = zip(a, b).map { ($0 - meanA, $1 - meanB) }
        let product = pairs.reduce(0) { $0 + $1.0 * $1.1 }
        let squares = (
            pairs.reduce(0) { $0 + $1.0 * $1.0 }, pairs.reduce(0) { $0 + $1.1 * $1.1 }
        )
        return product / (squares.0 * squares.1).squareRoot()
    }
}
