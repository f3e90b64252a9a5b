import DeepTeaching
import XCTest

final class DensityJitterTests: XCTestCase {
    func testJitterWithoutStrengthChangesNothing() {
        let image = Image(size: PixelSize(width: 256, height: 1), pixels: Self.ramp)
        XCTAssertEqual(image.applying(DensityJitter()), image)
    }

    func testMoreStainIsDarkerAndWhiteStaysWhite() {
        let image = Image(size: PixelSize(width: 256, height: 1), pixels: Self.ramp)
        let darker = image.applying(DensityJitter(densityFactors: [2, 1, 1]))
        // Twice the density squares the share of light.
        XCTAssertEqual(darker[x: 128, y: 0], RGB(64, 128, 128))
        XCTAssertEqual(darker[x: 255, y: 0], .white)
        XCTAssertEqual(
            image.applying(DensityJitter(light: 1.1))[x: 250, y: 0], .white, "light is clamped")
    }

    func testJitterIsDecidedByItsGenerator() {
        var a = SeededGenerator(seed: 4)
        var b = SeededGenerator(seed: 4)
        let first = DensityJitter.random(using: &a)
        XCTAssertEqual(first, DensityJitter.random(using: &b))
        XCTAssertNotEqual(first, DensityJitter.random(using: &a))
    }

    private static let ramp = (0..<256).flatMap { [UInt8($0), UInt8($0), UInt8($0)] }

    func testStainAndColorVaryWhatTheySay() {
        var generator = SeededGenerator(seed: 4)
        let common = DensityJitter.random(stain: 0.2, color: 0, light: 0, using: &generator)
        XCTAssertEqual(Set(common.densityFactors).count, 1)
        XCTAssertNotEqual(common.densityFactors[0], 1)
        XCTAssertEqual(common.light, 1)
        let single = DensityJitter.random(stain: 0, color: 0.1, light: 0, using: &generator)
        XCTAssertEqual(Set(single.densityFactors).count, 3)
        for factor in single.densityFactors { XCTAssertEqual(factor, 1, accuracy: 0.1) }
    }
}
