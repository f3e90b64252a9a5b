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
            brightness.standardDeviation, (2.04 / 12 - mean * mean).squareRoot(), accuracy: 1e-12)
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
