import DeepTeaching
import XCTest

@testable import SyntheticCohort

final class SlideRendererTests: XCTestCase {
    private func renderer(
        _ profile: CohortProfile, type: MetastasisType, seed: UInt64
    ) throws -> SlideRenderer {
        let plan = CohortPlan(profile: profile, seed: seed)
        let slide = try XCTUnwrap(plan.slides.first { $0.type == type })
        return SlideRenderer(plan: plan.slidePlan(slide))
    }

    func testAnyTileAloneEqualsTheSamePixelsOfALargerPicture() throws {
        for profile in [CohortProfile.nano, .small] {
            let renderer = try renderer(profile, type: .macro, seed: 11)
            let center = try XCTUnwrap(renderer.plan.lesions.first?.center)
            let x = Int(center.x / profile.micronsPerPixel) - 210
            let y = Int(center.y / profile.micronsPerPixel) - 170
            let whole = renderer.image(x: x, y: y, size: PixelSize(width: 420, height: 340))
            for (left, top, width, height) in [
                (0, 0, 64, 64), (37, 211, 150, 90), (419, 339, 1, 1),
            ] {
                let part = renderer.image(
                    x: x + left, y: y + top, size: PixelSize(width: width, height: height))
                for row in 0..<height {
                    let start = 3 * ((top + row) * 420 + left)
                    XCTAssertEqual(
                        Array(part.pixels[3 * row * width..<3 * (row + 1) * width]),
                        Array(whole.pixels[start..<start + 3 * width]), "row \(row)")
                }
            }
        }
    }

    func testTumorIsPaintedWhereTheOutlineSaysSo() throws {
        let renderer = try renderer(.small, type: .macro, seed: 12)
        let plan = renderer.plan
        let center = try XCTUnwrap(plan.lesions.first?.center)
        let x = Int(center.x / plan.profile.micronsPerPixel) - 100
        let y = Int(center.y / plan.profile.micronsPerPixel) - 100
        let size = PixelSize(side: 200)
        let withTumor = renderer.concentrations(x: x, y: y, size: size)
        // Lymphocytes are packed and dark; tumour nuclei are paler and lie apart.
        let tumor = withTumor.hematoxylin.values.reduce(0, +) / Float(size.area)
        XCTAssertGreaterThan(tumor, 0.2)
        XCTAssertLessThan(tumor, 0.75)
        let corner = renderer.concentrations(x: 0, y: 0, size: PixelSize(side: 8))
        XCTAssertEqual(corner.hematoxylin.values.max(), 0, "the slide's corner is bare glass")
    }

    func testTheColorsFollowBeerAndLambert() throws {
        let renderer = try renderer(.small, type: .negative, seed: 13)
        let plan = renderer.plan
        let x = Int(Double(plan.nodes[0].centerX) / plan.profile.micronsPerPixel)
        let y = Int(Double(plan.nodes[0].centerY) / plan.profile.micronsPerPixel)
        let size = PixelSize(side: 96)
        let image = renderer.image(x: x, y: y, size: size)
        let planes = renderer.concentrations(x: x, y: y, size: size)
        var density = 0.0
        var predicted = 0.0
        for index in 0..<size.area where planes.blood.values[index] == 0 {
            let green = Double(image.pixels[3 * index + 1])
            density += -ExactMathTests.logarithm(max(green, 1) / plan.style.scanner.glass.y)
            predicted +=
                plan.style.stain.hematoxylin.y * Double(planes.hematoxylin.values[index])
                + plan.style.stain.eosin.y * Double(planes.eosin.values[index])
        }
        // Thickness varies by up to 14 %, folds and rounding of dark pixels add a little.
        XCTAssertEqual(density / predicted, 1, accuracy: 0.2)
    }
}
