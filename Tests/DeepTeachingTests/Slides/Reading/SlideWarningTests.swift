import DeepTeaching
import XCTest

/// What is unusual about a slide is said, and what is done about it.
final class SlideWarningTests: XCTestCase {
    private func slide(pixelsPerCentimetre x: Double, _ y: Double) throws -> SlideFile {
        let url = try SlideFixtures.folder(for: self).appending(path: "slide.tif")
        var page = RawTIFF.Page(SlideFixtures.picture(32, 32))
        page.fractions = [282: x, 283: y]
        page.numbers[296] = [3]
        try RawTIFF(pages: [page]).write(to: url)
        return try SlideFile(url)
    }

    func testPixelsOfOneQuarterByOneHalfMicrometre() throws {
        let slide = try slide(pixelsPerCentimetre: 40_000, 20_000)
        let sides = try XCTUnwrap(slide.micronsPerPixel)
        XCTAssertEqual(sides.x, 0.25, accuracy: 1e-6)
        XCTAssertEqual(sides.y, 0.5, accuracy: 1e-6)
        XCTAssertEqual(slide.warnings, [.unequalPixelSides(sides)])
        let words = SlideWarning.unequalPixelSides(MicronsPerPixel(x: 0.25, y: 0.5)).description
        for part in ["0.25 micrometres wide", "0.5 high", "0.375", "33 %"] {
            XCTAssertTrue(words.contains(part), words)
        }
        // The same of a slide that is no file.
        let memory = MemorySlide(
            image: SlideFixtures.picture(32, 32), micronsPerPixel: MicronsPerPixel(x: 0.25, y: 0.5))
        XCTAssertEqual(
            memory.warnings, [.unequalPixelSides(MicronsPerPixel(x: 0.25, y: 0.5))])
    }

    func testPixelsThatAreNearlySquareAreNoReasonToWarn() throws {
        XCTAssertEqual(try slide(pixelsPerCentimetre: 40_000, 40_500).warnings, [])
        XCTAssertEqual(try slide(pixelsPerCentimetre: 40_000, 41_500).warnings.count, 1)
    }

    func testSidesOfMoreThanTwiceTheOtherCountAsNotSaid() throws {
        let slide = try slide(pixelsPerCentimetre: 40_000, 18_000)
        XCTAssertNil(slide.micronsPerPixel)
        guard case .implausibleResolution(let sides)? = slide.warnings.first else {
            return XCTFail("\(slide.warnings)")
        }
        XCTAssertEqual(sides.sideRatio, 40 / 18, accuracy: 1e-3)
        XCTAssertTrue("\(slide.warnings)".contains("give the resolution"))
    }

    /// What is guessed in its place is said too.
    func testNoResolutionIsSaid() {
        let slide = MemorySlide(image: SlideFixtures.picture(32, 32))
        XCTAssertEqual(slide.warnings, [.unknownResolution])
        XCTAssertEqual(slide.assumedMicronsPerPixel, MicronsPerPixel(0.5))
        for warning in [
            SlideWarning.unknownResolution, .implausibleResolution(MicronsPerPixel(353)),
        ] {
            XCTAssertTrue(
                warning.description.contains("as if a pixel covered 0.5, which is a guess"),
                warning.description)
        }
        let known = MemorySlide(
            image: SlideFixtures.picture(32, 32), micronsPerPixel: MicronsPerPixel(0.25))
        XCTAssertEqual(known.assumedMicronsPerPixel, MicronsPerPixel(0.25))
    }

    func testLeftOutLevelsAreSaid() throws {
        let url = try SlideFixtures.folder(for: self).appending(path: "slide.tif")
        var gray = RawTIFF.Page(SlideFixtures.picture(16, 16), tileSide: 32).reduced
        gray.numbers[258] = [8]
        gray.numbers[262] = [1]
        gray.numbers[277] = [1]
        gray.tiles = [[UInt8](repeating: 9, count: 32 * 32)]
        try RawTIFF(pages: [RawTIFF.Page(SlideFixtures.picture(32, 32)), gray]).write(to: url)
        let slide = try SlideFile(url)
        XCTAssertEqual(slide.levels.count, 1)
        XCTAssertEqual(slide.omittedLevelCount, 1)
        XCTAssertEqual(slide.warnings, [.unknownResolution, .omittedLevels(count: 1)])
    }
}
