import DeepTeaching
import XCTest

final class PatchSetTests: XCTestCase {
    func testBrightnessIsThatOfAllPatches() throws {
        XCTAssertNil(PatchSet().brightness)
        var set = PatchSet()
        // 300 dark patches first: a look at the beginning alone would not see the pale ones.
        for index in 0..<400 {
            let color: RGB = index < 300 ? .black : RGB(255, 255, 51)
            set.append(Image(size: PixelSize(side: 2), color: color), isTumor: false)
        }
        // A quarter of the numbers are 1, 1 and 1/5: mean 11/60, mean square (2 + 1/25) / 12.
        let brightness = try XCTUnwrap(set.brightness)
        let mean = 11.0 / 60
        XCTAssertEqual(brightness.mean, mean, accuracy: 1e-12)
        XCTAssertEqual(
            brightness.deviation, (2.04 / 12 - mean * mean).squareRoot(), accuracy: 1e-12)
    }

    func testPatchesKeepTheirLabelsAndSlides() {
        let colors: [RGB] = [.black, RGB(1, 1, 1), RGB(2, 2, 2)]
        let place = PatchPlace(column: 0, row: 0, origin: BaselinePoint(x: 0, y: 0), side: 1)
        let images = colors.map { Image(size: PixelSize(side: 1), color: $0) }
        let first = PatchSet(
            Array(images.prefix(2)),
            of: [
                LabeledPatch(slide: 4, place: place, label: .tumor),
                LabeledPatch(slide: 4, place: place, label: .normal),
            ])
        var second = PatchSet()
        second.append(images[2], isTumor: true, slide: 7)
        let all = PatchSet(joining: [first, second])
        XCTAssertEqual(all.images, images)
        XCTAssertEqual(all.isTumor, [true, false, true])
        XCTAssertEqual(all.slides, [4, 4, 7])
        let some = all.gathered([2, 0])
        XCTAssertEqual(some.images, [images[2], images[0]])
        XCTAssertEqual(some.isTumor, [true, true])
        XCTAssertEqual(some.slides, [7, 4])
    }

    func testAPatchThatIsOnlyTurnedKeepsItsColors() {
        var image = Image(size: PixelSize(side: 4), color: RGB(200, 100, 50))
        image[x: 0, y: 1] = .black
        var generator = SeededGenerator(seed: 2)
        var isTurned = false
        for _ in 0..<16 {
            let changed = PatchAugmentation.turnsOnly(image, using: &generator)
            XCTAssertEqual(changed.pixels.sorted(), image.pixels.sorted())
            isTurned = isTurned || changed != image
        }
        XCTAssertTrue(isTurned)
    }
}
