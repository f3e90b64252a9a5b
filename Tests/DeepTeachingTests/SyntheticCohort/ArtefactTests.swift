import DeepTeaching
import XCTest

@testable import SyntheticCohort

final class ArtefactTests: XCTestCase {
    func testABlackBlockBlackensItsPartOfATileAndNothingElse() {
        let block = BlackBlock(x: 10, y: 20, size: PixelSize(width: 5, height: 4))
        for (x, y, expected) in [(8, 18, 20), (0, 0, 0), (12, 21, 9), (0, 30, 0), (40, 0, 0)] {
            var image = Image(size: PixelSize(side: 8))
            block.blacken(&image, x: x, y: y)
            XCTAssertEqual(image.pixels.filter { $0 == 0 }.count, 3 * expected, "\(x), \(y)")
        }
        var image = Image(size: PixelSize(side: 8))
        block.blacken(&image, x: 8, y: 18)
        XCTAssertEqual(image[x: 2, y: 2], .black)
        XCTAssertEqual(image[x: 1, y: 2], .white)
        XCTAssertEqual(image[x: 6, y: 5], .black)
        XCTAssertEqual(image[x: 6, y: 6], .white)
    }

    func testBlackBlocksNeverHideALesion() {
        var blocks = 0
        for seed in 0..<12 {
            let plan = CohortPlan(profile: .nano, seed: UInt64(seed))
            for slide in plan.slides {
                let slidePlan = plan.slidePlan(slide)
                for block in slidePlan.artefacts.blackBlocks {
                    blocks += 1
                    for point in slidePlan.annotations.flatMap(\.outline) {
                        let isHidden =
                            point.x > Double(block.x)
                            && point.x < Double(block.x + block.size.width)
                            && point.y > Double(block.y)
                            && point.y < Double(block.y + block.size.height)
                        XCTAssertFalse(isHidden, slide.name)
                    }
                }
            }
        }
        XCTAssertGreaterThan(blocks, 0, "without a block nothing was tested")
    }

    func testTilesAcrossTheBorderOfABlurredSpotFitTogether() throws {
        let spotted = try XCTUnwrap(
            (0..<40).lazy
                .map { CohortPlan(profile: .nano, seed: UInt64($0)) }
                .flatMap { cohort in cohort.slides.map(cohort.slidePlan) }
                .first { !$0.artefacts.blurredSpots.isEmpty })
        let spot = spotted.artefacts.blurredSpots[0]
        let renderer = SlideRenderer(plan: spotted)
        let x = Int((spot.x - spot.radius) / 4) - 20
        let y = Int(spot.y / 4) - 20
        let whole = renderer.image(x: x, y: y, size: PixelSize(width: 80, height: 40))
        let right = renderer.image(x: x + 40, y: y, size: PixelSize(width: 40, height: 40))
        for row in 0..<40 {
            XCTAssertEqual(
                Array(whole.pixels[3 * (80 * row + 40)..<3 * (80 * row + 80)]),
                Array(right.pixels[3 * 40 * row..<3 * 40 * (row + 1)]))
        }
    }
}
