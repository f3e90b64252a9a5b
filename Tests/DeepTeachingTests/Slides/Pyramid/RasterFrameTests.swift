import DeepTeaching
import XCTest

final class RasterFrameTests: XCTestCase {
    private let frame = RasterFrame(origin: BaselinePoint(x: -6, y: 10), downsample: 4)

    private func point(_ x: Double, _ y: Double) -> BaselinePoint { BaselinePoint(x: x, y: y) }

    func testPointsGoThereAndBack() {
        XCTAssertEqual(frame.position(of: point(-6, 10)), PixelPoint(x: 0, y: 0))
        XCTAssertEqual(frame.position(of: point(0, 0)), PixelPoint(x: 1.5, y: -2.5))
        XCTAssertEqual(frame.point(at: PixelPoint(x: 1.5, y: -2.5)), point(0, 0))
        XCTAssertEqual(
            RasterFrame(downsample: 2).point(at: PixelPoint(x: 3, y: 0.5)), point(6, 1))
    }

    func testPixelsCoverRegions() {
        XCTAssertEqual(
            frame.region(of: PixelRectangle(x: 2, y: -1, width: 3, height: 2)),
            BaselineRectangle(origin: point(2, 6), width: 12, height: 8))
        XCTAssertEqual(
            frame.region(of: PixelIndex(x: 0, y: 1)),
            BaselineRectangle(origin: point(-6, 14), side: 4))
    }

    func testAnEdgeBelongsToThePixelToTheRightAndBelow() {
        XCTAssertEqual(frame.pixel(under: point(-6, 14)), PixelIndex(x: 0, y: 1))
        XCTAssertEqual(frame.pixel(under: point(-6.001, 13.999)), PixelIndex(x: -1, y: 0))
        XCTAssertEqual(frame.pixel(under: point(-10, 6)), PixelIndex(x: -1, y: -1))
    }

    func testHalvesAreRoundedUpAlsoBelowNothing() {
        let unit = RasterFrame(downsample: 1)
        for (value, expected) in [
            (0.5, 1), (1.5, 2), (2.5, 3), (-0.5, 0), (-1.5, -1), (-1.501, -2), (2.499, 2),
            // Adding a half and cutting would give 1.
            ((0.5).nextDown, 0), ((-0.5).nextUp, 0), (4_503_599_627_370_495, 4_503_599_627_370_495),
        ] as [(Double, Int)] {
            XCTAssertEqual(
                unit.pixel(nearest: point(value, -7)), PixelIndex(x: expected, y: -7), "\(value)")
            XCTAssertEqual(
                unit.pixel(nearest: point(-7, value)), PixelIndex(x: -7, y: expected), "\(value)")
        }
        // A pixel and a half of the raster from its origin.
        XCTAssertEqual(frame.pixel(nearest: point(0, 4)), PixelIndex(x: 2, y: -1))
    }

    /// Neighbours share an edge, so the pixels of neighbours do too.
    func testTheEdgesOfARegionAreRoundedEach() {
        let left = BaselineRectangle(origin: point(-5, 11), width: 7, height: 9)
        let right = BaselineRectangle(origin: point(2, 11), width: 7, height: 9)
        XCTAssertEqual(
            frame.pixels(nearest: left), PixelRectangle(x: 0, y: 0, width: 2, height: 3))
        XCTAssertEqual(
            frame.pixels(nearest: right), PixelRectangle(x: 2, y: 0, width: 2, height: 3))
        let pixels = PixelRectangle(x: -3, y: 5, width: 2, height: 8)
        XCTAssertEqual(frame.pixels(nearest: frame.region(of: pixels)), pixels)
    }

    /// A point that no picture reaches is outside of all of them, and nothing stops.
    func testWhatLiesFarAwayIsOutside() {
        let tiny = RasterFrame(downsample: 1e-300)
        let size = PixelSize(side: 1 << 20)
        for far in [1e300, -1e300, .infinity, -.infinity] {
            XCTAssertFalse(size.contains(tiny.pixel(under: point(far, 0))))
            XCTAssertFalse(size.contains(frame.pixel(nearest: point(0, far))))
        }
    }

    func testASlidesLevelHasAFrame() {
        let level = SlideLevel(size: PixelSize(side: 10), downsample: 4.0005)
        XCTAssertEqual(level.frame, RasterFrame(downsample: 4.0005))
    }
}
