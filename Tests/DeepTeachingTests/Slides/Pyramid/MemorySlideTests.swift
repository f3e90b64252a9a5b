import DeepTeaching
import XCTest

final class MemorySlideTests: XCTestCase {
    private let picture = SlideFixtures.picture(37, 20)

    func testLevelsHalve() {
        let slide = MemorySlide(image: picture, smallestSide: 4)
        XCTAssertEqual(
            slide.levels,
            [
                SlideLevel(size: PixelSize(width: 37, height: 20), downsample: 1),
                SlideLevel(size: PixelSize(width: 19, height: 10), downsample: 2),
                SlideLevel(size: PixelSize(width: 10, height: 5), downsample: 4),
            ])
    }

    func testAPixelOfTheNextLevelIsTheMeanOfFour() throws {
        let slide = MemorySlide(
            image: SlideFixtures.picture(8, 8), smallestSide: 4)
        let fine = try slide.read(
            origin: BaselinePoint(x: 4, y: 2), size: PixelSize(side: 2), level: 0)
        let coarse = try slide.read(
            origin: BaselinePoint(x: 4, y: 2), size: PixelSize(side: 1), level: 1)
        for channel in 0..<3 {
            let sum = (0..<4).reduce(0) { $0 + Int(fine.pixels[3 * $1 + channel]) }
            XCTAssertEqual(Int(coarse.pixels[channel]), (sum + 2) / 4)
        }
    }

    func testOutsideIsWhite() throws {
        let slide = MemorySlide(image: picture)
        let image = try slide.read(
            origin: BaselinePoint(x: -2, y: 18), size: PixelSize(width: 4, height: 3), level: 0)
        for y in 0..<3 {
            for x in 0..<4 {
                let expected = x < 2 || y >= 2 ? .white : picture[x: x - 2, y: y + 18]
                XCTAssertEqual(image[x: x, y: y], expected, "column \(x), row \(y)")
            }
        }
        let far = try slide.read(
            origin: BaselinePoint(x: 1e12, y: -1e12), size: PixelSize(side: 2), level: 0)
        XCTAssertEqual(far, Image(size: PixelSize(side: 2)))
    }

    func testRequestsThatCannotBeMetAreSaid() {
        let slide = MemorySlide(name: "a slide", image: picture)
        func assert(
            _ expected: SlideError, x: Double = 0, _ width: Int, _ height: Int, level: Int = 0,
            line: UInt = #line
        ) {
            XCTAssertThrowsError(
                try slide.read(
                    origin: BaselinePoint(x: x, y: 0),
                    size: PixelSize(width: width, height: height), level: level), line: line
            ) { XCTAssertEqual($0 as? SlideError, expected, line: line) }
        }
        assert(.noSuchLevel(level: 1, count: 1), 2, 2, level: 1)
        assert(.noSuchLevel(level: -1, count: 1), 2, 2, level: -1)
        assert(.emptyRegion(PixelSize(width: 0, height: 2)), 0, 2)
        assert(.emptyRegion(PixelSize(width: 2, height: -1)), 2, -1)
        let large = PixelSize(width: Int.max, height: 2)
        assert(.regionTooLarge(large, maximumArea: 1 << 27), Int.max, 2)
        assert(.invalidOrigin(x: "nan", y: "0.0"), x: .nan, 2, 2)
        assert(.invalidOrigin(x: "1e+300", y: "0.0"), x: 1e300, 2, 2)
        XCTAssertThrowsError(try slide.level(forMicronsPerPixel: 1)) {
            XCTAssertEqual($0 as? SlideError, .unknownResolution(slide: "a slide"))
        }
    }
}
