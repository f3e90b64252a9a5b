import DeepTeaching
import SyntheticCohort
import XCTest

@testable import MeasureCohort

final class PatchDrawTests: XCTestCase {
    private static let cohort = CohortPlan(profile: .small, seed: 5)

    private func specimen(_ type: MetastasisType) throws -> Specimen {
        let slide = try XCTUnwrap(Self.cohort.slides.first { $0.type == type })
        return Specimen(plan: Self.cohort.slidePlan(slide), seed: 5)
    }

    func testPatchesLieInTissueAndAreLabeledByTheOutlines() throws {
        let grid = LearningSettings().grid
        let macro = try specimen(.macro)
        let mask = TumorMask(
            macro.annotations, slideSize: macro.slide.levels[0].size, downsample: 1)
        let patches = try macro.labeledPatches(grid: grid)
        XCTAssertGreaterThan(patches.count { $0.label == .tumor }, 100)
        XCTAssertGreaterThan(patches.count { $0.label == .normal }, 100)
        for patch in patches.shuffled().prefix(200) {
            let region = patch.patch.region
            XCTAssertTrue(macro.isTissue(region.center))
            let share = mask.fraction(of: region.middle(0.5))
            switch patch.label {
            case .tumor: XCTAssertGreaterThan(share, 0.45)
            case .normal: XCTAssertLessThan(share, 0.02)
            case .unknown: XCTAssertLessThan(share, 0.55)
            }
        }
        let negative = try specimen(.negative).labeledPatches(grid: grid)
        XCTAssertGreaterThan(negative.count, 1000)
        XCTAssertTrue(negative.allSatisfy { $0.label == .normal })
    }

    func testPatchesAroundGerminalCentersAndIsolatedCells() throws {
        let grid = LearningSettings().grid
        let isolated = try specimen(.itc)
        let plan = try XCTUnwrap(isolated.plan)
        let around = try isolated.isolatedRegions(grid)
        XCTAssertEqual(around.count, plan.lesions.count { $0.type == .itc })
        for (region, lesion) in zip(around, plan.lesions) {
            XCTAssertEqual(region.center, plan.center(of: lesion))
        }
    }

    func testPatchesAroundGerminalCentersTouchNoTumor() throws {
        let grid = LearningSettings().grid
        var leftOut = 0
        for slide in Self.cohort.slides where slide.type != .negative {
            let plan = Self.cohort.slidePlan(slide)
            let specimen = Specimen(plan: plan, seed: 5)
            let regions = try specimen.germinalRegions(grid)
            let large = plan.germinalCenters.filter {
                $0.radius >= 100 && specimen.isTissue($0.center)
            }
            leftOut += large.count - regions.count
            let mask = TumorMask(
                specimen.annotations, slideSize: specimen.slide.levels[0].size, downsample: 2)
            for region in regions {
                XCTAssertTrue(large.contains { $0.center == region.center })
                XCTAssertLessThan(mask.fraction(of: region), 0.02)
            }
        }
        XCTAssertGreaterThan(leftOut, 0, "no metastasis touches a germinal centre")
    }

    func testSplitsHalveEachKindOfSlide() {
        for center in 0..<5 {
            let here = Self.cohort.slides.filter { $0.center == center }.map {
                Specimen(plan: Self.cohort.slidePlan($0), seed: 5)
            }
            let split = SlideSplit(here, seed: 1)
            let names = split.training.map(\.name) + split.test.map(\.name)
            XCTAssertEqual(names.sorted(), here.map(\.name).sorted())
            for isPositive in [true, false] {
                let inTraining = split.training.count { $0.isPositive == isPositive }
                let inTest = split.test.count { $0.isPositive == isPositive }
                XCTAssertLessThanOrEqual(abs(inTraining - inTest), 1, "centre \(center)")
            }
            XCTAssertEqual(
                SlideSplit(here, seed: 1).test.map(\.name), split.test.map(\.name))
        }
    }
}
