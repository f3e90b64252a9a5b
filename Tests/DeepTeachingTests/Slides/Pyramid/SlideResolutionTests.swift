import DeepTeaching
import XCTest

final class SlideResolutionTests: XCTestCase {
    /// A slide with the uneven downsamples of real scanners, which returns its level's index.
    private struct UnevenSlide: Slide {
        let name = "uneven"
        let micronsPerPixel: MicronsPerPixel? = MicronsPerPixel(0.25)
        let levels = [1, 2.0005, 4.0161, 16.1].map {
            SlideLevel(size: PixelSize(side: Int(16384 / $0)), downsample: $0)
        }

        func read(origin: BaselinePoint, size: PixelSize, level: Int) throws -> Image {
            Image(size: size, color: RGB(UInt8(level), 0, 0))
        }
    }

    func testLevelsThatHalveOnlyNearly() throws {
        let slide = UnevenSlide()
        XCTAssertEqual(slide.level(forDownsample: 0.1), 0)
        XCTAssertEqual(slide.level(forDownsample: 1.99), 0)
        XCTAssertEqual(slide.level(forDownsample: 2), 1)
        XCTAssertEqual(slide.level(forDownsample: 4), 1)
        XCTAssertEqual(slide.level(forDownsample: 4.0161), 2)
        XCTAssertEqual(slide.level(forDownsample: 1000), 3)
        // 2 % for micrometres: 4.0161 x 0.25 = 1.004 serves for 1.
        XCTAssertEqual(try slide.level(forMicronsPerPixel: 1), 2)
        XCTAssertEqual(try slide.level(forMicronsPerPixel: 0.97), 1)
        XCTAssertEqual(try slide.level(forMicronsPerPixel: 0.1), 0)
        for wrong in [0, -1, Double.nan, .infinity] {
            XCTAssertThrowsError(try slide.level(forMicronsPerPixel: wrong)) {
                XCTAssertEqual($0 as? SlideError, .invalidResolution("\(wrong)"))
            }
        }
    }

    func testWithinTwoPercentPixelsComeAsTheyAre() throws {
        let slide = MemorySlide(
            image: SlideFixtures.picture(64, 64), micronsPerPixel: MicronsPerPixel(0.5),
            smallestSide: 8)
        let origin = BaselinePoint(x: 8, y: 4)
        let size = PixelSize(width: 6, height: 5)
        for (resolution, level) in [(0.5, 0), (0.495, 0), (1.0, 1), (1.015, 1), (2.0, 2)] {
            XCTAssertEqual(
                try slide.read(origin: origin, size: size, micronsPerPixel: resolution),
                try slide.read(origin: origin, size: size, level: level), "\(resolution)")
        }
    }

    func testBetweenLevelsAreasAreAveraged() throws {
        let slide = MemorySlide(
            image: SlideFixtures.picture(64, 64), micronsPerPixel: MicronsPerPixel(0.5),
            smallestSide: 32)
        let image = try slide.read(
            origin: BaselinePoint(x: 10, y: 20), size: PixelSize(width: 4, height: 3),
            micronsPerPixel: 1.5)
        // Three level-0 pixels lie along one pixel of 1.5 um, so level 1 at 1 um is averaged over
        // 1.5 of its pixels: weights 2, 1 and 1, 2.
        let level = try slide.read(
            origin: BaselinePoint(x: 10, y: 20), size: PixelSize(width: 6, height: 5), level: 1)
        let red = (2 * Int(level[x: 0, y: 0].red) + Int(level[x: 1, y: 0].red))
            .quotientAndRemainder(
                dividingBy: 3)
        XCTAssertEqual(image.size, PixelSize(width: 4, height: 3))
        // Red depends on the column only.
        XCTAssertEqual(Int(image[x: 0, y: 0].red), red.quotient + (red.remainder == 2 ? 1 : 0))
    }

    func testThumbnailHasTheWholeSlide() throws {
        let picture = SlideFixtures.picture(90, 30)
        let slide = MemorySlide(image: picture, smallestSide: 1000)
        XCTAssertEqual(
            try slide.thumbnail(maximumSide: 30).pixels,
            picture.resized(to: PixelSize(width: 30, height: 10)))
        XCTAssertEqual(try slide.thumbnail(maximumSide: 500).pixels, picture)
        XCTAssertEqual(try slide.thumbnail(maximumSide: 500).downsample, 1, "not enlarged")
        XCTAssertEqual(try slide.thumbnail(maximumSide: 30).downsample, 3)
        XCTAssertEqual(try slide.thumbnail(maximumSide: 1).size, PixelSize(side: 1))
        XCTAssertThrowsError(try slide.thumbnail(maximumSide: 0))
    }

    /// A slide of 10 gigapixels without coarse levels, whose red tells the row.
    private struct GradientSlide: Slide {
        let name = "gradient"
        let micronsPerPixel: MicronsPerPixel? = nil
        let levels = [
            SlideLevel(size: PixelSize(width: 6_000, height: 10_010), downsample: 1)
        ]

        func read(origin: BaselinePoint, size: PixelSize, level: Int) throws -> Image {
            guard size.area <= 20_000_000 else { throw SlideError.emptyRegion(size) }
            var image = Image(size: size)
            for y in 0..<min(size.height, 10_010 - Int(origin.y)) {
                let red = UInt8((Int(origin.y) + y) * 255 / 10_010)
                for x in 0..<size.width { image.pixels[3 * (y * size.width + x)] = red }
            }
            return image
        }
    }

    func testThumbnailOfAFlatFileIsReadInStrips() throws {
        let thumbnail = try GradientSlide().thumbnail(maximumSide: 100)
        XCTAssertEqual(thumbnail.size, PixelSize(width: 60, height: 100))
        for y in 0..<100 {
            XCTAssertEqual(
                Double(thumbnail.pixels[x: 30, y: y].red), (Double(y) + 0.5) * 2.55, accuracy: 1.5)
        }
    }
}
