import DeepTeaching
import XCTest

@testable import SyntheticCohort

final class ArtefactTests: XCTestCase {
    func testABlackBlockBlackensItsPartOfATileAndNothingElse() {
        let block = BlackBlock(x: 40..<60, y: 80..<96)
        for (x, y, expected) in [(8, 18, 20), (0, 0, 0), (12, 21, 9), (0, 30, 0), (40, 0, 0)] {
            var image = Image(size: PixelSize(side: 8))
            // The canvas is a margin larger than the picture.
            let canvas = Canvas(
                size: PixelSize(side: 10), originX: x - 1, originY: y - 1, micronsPerPixel: 4,
                blur: 1)
            block.blacken(&image, of: canvas)
            XCTAssertEqual(image.pixels.filter { $0 == 0 }.count, 3 * expected, "\(x), \(y)")
            guard (x, y) == (8, 18) else { continue }
            XCTAssertEqual(image[x: 2, y: 2], .black)
            XCTAssertEqual(image[x: 1, y: 2], .white)
            XCTAssertEqual(image[x: 6, y: 5], .black)
            XCTAssertEqual(image[x: 6, y: 6], .white)
        }
    }

    func testNothingThatHidesTissueHidesALesion() {
        var hiding = 0
        for seed in 0..<12 {
            let plan = CohortPlan(profile: .nano, seed: UInt64(seed))
            for slidePlan in plan.slides.map(plan.slidePlan) {
                let artefacts = slidePlan.artefacts
                hiding += artefacts.blackBlocks.count + artefacts.tears.count
                for vertex in slidePlan.lesions.flatMap(\.outline.vertices) {
                    let (x, y) = (Float(vertex.x), Float(vertex.y))
                    let isHidden =
                        artefacts.blackBlocks.contains { $0.x.contains(x) && $0.y.contains(y) }
                        || artefacts.tears.contains { $0.depth(x: x, y: y) > -20 }
                        || artefacts.bubbles.contains { bubble in
                            let (dx, dy) = (x - bubble.x, y - bubble.y)
                            return (dx * dx + dy * dy).squareRoot() < bubble.radius
                        }
                    XCTAssertFalse(isHidden, slidePlan.slide.name)
                }
            }
        }
        XCTAssertGreaterThan(hiding, 10, "with less hardly anything was tested")
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
