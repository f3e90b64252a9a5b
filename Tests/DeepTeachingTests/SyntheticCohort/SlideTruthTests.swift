import DeepTeaching
import Foundation
import XCTest

@testable import SyntheticCohort

/// What a plan tells for measuring.
final class SlideTruthTests: XCTestCase {
    /// Of every third slide of a cohort.
    private static let allPlans: [SlidePlan] = {
        let cohort = CohortPlan(profile: .small, seed: 4)
        let chosen = Array(stride(from: 0, to: cohort.slides.count, by: 3))
        return parallelMap(chosen.count) { cohort.slidePlan(cohort.slides[chosen[$0]]) }
    }()

    private var plans: [SlidePlan] { Self.allPlans }

    func testAColorBehindADensityFollowsTheEquation() throws {
        let appearance = SlideAppearance(
            hematoxylin: [0.6, 0.8, 0.1], eosin: [0.1, 0.9, 0.4], blood: [0.2, 0.9, 0.8],
            glass: [240, 230, 220], saturation: 0.9, sharpening: SIMD3(repeating: 0.2), noise: 1)
        let color = appearance.color(behind: [log(2), log(4), 0])
        // Light 1/2, 1/4, 1 with the mean 7/12.
        let mean = 7.0 / 12
        XCTAssertEqual(color.x, 240 * (0.9 * 0.5 + 0.1 * mean), accuracy: 1e-9)
        XCTAssertEqual(color.y, 230 * (0.9 * 0.25 + 0.1 * mean), accuracy: 1e-9)
        XCTAssertEqual(color.z, 220 * (0.9 * 1 + 0.1 * mean), accuracy: 1e-9)
    }

    func testAFaithfulScannerShowsTheStainsAsTheyAre() throws {
        let faithful = SlideAppearance(
            hematoxylin: [0.6, 0.8, 0.1], eosin: [0.1, 0.9, 0.4], blood: [0.2, 0.9, 0.8],
            glass: [240, 230, 220], saturation: 1, sharpening: SIMD3(repeating: 0), noise: 1)
        let angles = faithful.scannedStains.angles(to: faithful.stains)
        XCTAssertEqual(angles.hematoxylin, 0, accuracy: 1e-6)
        XCTAssertEqual(angles.eosin, 0, accuracy: 1e-6)
        let pale = SlideAppearance(
            hematoxylin: [0.6, 0.8, 0.1], eosin: [0.1, 0.9, 0.4], blood: [0.2, 0.9, 0.8],
            glass: [240, 230, 220], saturation: 0.8, sharpening: SIMD3(repeating: 0), noise: 1)
        XCTAssertGreaterThan(pale.scannedStains.angles(to: pale.stains).hematoxylin, 3)
    }

    func testEverythingToSeeIsFoundWhereItIs() {
        for plan in plans {
            let scale = plan.profile.micronsPerPixel
            func depth(_ point: SIMD2<Double>) -> Double {
                plan.depthInNode(at: BaselinePoint(x: point.x / scale, y: point.y / scale))
            }
            for point in plan.points(of: .cortex) { XCTAssertGreaterThan(depth(point), 150) }
            for point in plan.points(of: .medulla) { XCTAssertGreaterThan(depth(point), 250) }
            for point in plan.points(of: .capsule) { XCTAssertLessThan(abs(depth(point)), 120) }
            for (sight, type) in [
                (Sight.isolatedCells, MetastasisType.itc), (.microMetastasis, .micro),
                (.macroMetastasis, .macro),
            ] {
                XCTAssertEqual(
                    plan.points(of: sight).count, plan.lesions.count { $0.type == type })
            }
        }
        for sight in Sight.allCases where sight != .blackBlock && sight != .bubble {
            XCTAssertTrue(plans.contains { !$0.points(of: sight).isEmpty }, sight.rawValue)
        }
    }

    func testNothingIsCleanBesideAnArtefact() throws {
        let size = PixelSize(side: 64)
        var seen = 0
        for plan in plans {
            let scale = plan.profile.micronsPerPixel
            for sight in [Sight.fold, .tear, .pen, .dust, .bubble, .blackBlock] {
                for point in plan.points(of: sight) {
                    seen += 1
                    XCTAssertFalse(
                        plan.isClean(
                            x: Int(point.x / scale) - 32, y: Int(point.y / scale) - 32, size: size),
                        sight.rawValue)
                }
            }
        }
        XCTAssertGreaterThan(seen, 20)
        let clean = plans.contains { plan in
            let point = plan.points(of: .cortex).first ?? SIMD2(0, 0)
            let scale = plan.profile.micronsPerPixel
            return plan.isClean(x: Int(point.x / scale), y: Int(point.y / scale), size: size)
        }
        XCTAssertTrue(clean)
    }

    func testThicknessOfATileIsThatOfALargerOne() throws {
        let renderer = SlideRenderer(plan: try XCTUnwrap(plans.first))
        let whole = renderer.thickness(x: 900, y: 700, size: PixelSize(side: 64))
        let part = renderer.thickness(x: 930, y: 740, size: PixelSize(width: 9, height: 5))
        for row in 0..<5 {
            for column in 0..<9 {
                XCTAssertEqual(
                    part[x: column, y: row], whole[x: 30 + column, y: 40 + row], accuracy: 1e-5)
            }
        }
        let mean = whole.values.reduce(0, +) / Float(whole.values.count)
        XCTAssertEqual(mean, 1, accuracy: 0.35)
    }

    func testAPlanIsFoundAgainInItsFolder() throws {
        let folder = try SlideFixtures.folder(for: self)
        XCTAssertNil(CohortPlan(folder: folder))
        let nano = CohortPlan(profile: .nano, seed: 9)
        let file = folder.appending(path: CohortIdentity.fileName)
        try JSONEncoder().encode(CohortIdentity(nano, options: CohortOptions())).write(to: file)
        XCTAssertEqual(CohortPlan(folder: folder), nano)
        try Data("{}".utf8).write(to: file)
        XCTAssertNil(CohortPlan(folder: folder))
    }
}
