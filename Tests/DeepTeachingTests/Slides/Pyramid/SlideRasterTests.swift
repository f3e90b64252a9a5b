import DeepTeaching
import XCTest

final class SlideRasterTests: XCTestCase {
    /// A mask of 12 x 8 level-0 pixels that begins at (2, 4).
    private let raster = SlideRaster(
        Mask(rows: ["#..", ".##"]),
        frame: RasterFrame(origin: BaselinePoint(x: 2, y: 4), downsample: 4))

    private func resampled(
        _ size: PixelSize, origin: BaselinePoint, downsample: Double, outside: Bool = false
    ) -> Mask {
        raster.resampled(
            over: SlideRaster(
                Plane(size: size), frame: RasterFrame(origin: origin, downsample: downsample)),
            outside: outside
        ).pixels
    }

    func testAFinerRasterRepeatsPixels() {
        XCTAssertEqual(
            resampled(
                PixelSize(width: 6, height: 4), origin: BaselinePoint(x: 2, y: 4), downsample: 2),
            Mask(rows: ["##....", "##....", "..####", "..####"]))
    }

    func testACoarserRasterTakesWhatLiesUnderItsCenters() {
        // The centres lie at 5, 11 and 17 to the right, 7 and 13 below.
        XCTAssertEqual(
            resampled(
                PixelSize(width: 3, height: 2), origin: BaselinePoint(x: 2, y: 4), downsample: 6),
            Mask(rows: ["#..", "..."]))
    }

    func testOutsideIsWhatIsAskedFor() {
        XCTAssertEqual(
            resampled(
                PixelSize(width: 5, height: 4), origin: BaselinePoint(x: -2, y: 0), downsample: 4),
            Mask(rows: [".....", ".#...", "..##.", "....."]))
        XCTAssertEqual(
            resampled(
                PixelSize(width: 5, height: 4), origin: BaselinePoint(x: -2, y: 0), downsample: 4,
                outside: true),
            Mask(rows: ["#####", "##..#", "#.###", "#####"]))
    }

    func testTheFrameIsThatOfTheOther() {
        let other = SlideRaster(Image(size: PixelSize(side: 2)), downsample: 3)
        let picture = SlideRaster(
            Image(size: PixelSize(side: 9), color: .black), downsample: 1)
        XCTAssertEqual(
            picture.resampled(over: other, outside: .white),
            SlideRaster(Image(size: PixelSize(side: 2), color: .black), downsample: 3))
    }

    /// All slides begin to read at the pixel that this says.
    func testARegionIsRoundedToTheSlideThenToTheLevel() throws {
        let levels = [1.0, 4].map { SlideLevel(size: PixelSize(side: 100), downsample: $0) }
        func first(_ x: Double, _ y: Double, level: Int) throws -> PixelIndex {
            let pixels = try SlideRegion(
                origin: BaselinePoint(x: x, y: y), size: PixelSize(width: 3, height: 2),
                level: level, of: levels
            ).pixels
            XCTAssertEqual(pixels.size, PixelSize(width: 3, height: 2))
            return PixelIndex(x: pixels.x, y: pixels.y)
        }
        XCTAssertEqual(try first(1.5, -1.5, level: 0), PixelIndex(x: 2, y: -1))
        XCTAssertEqual(try first(2, -2, level: 1), PixelIndex(x: 1, y: 0))
        XCTAssertEqual(try first(1.5, -2.5, level: 1), PixelIndex(x: 1, y: 0), "2 and -2 first")
        XCTAssertEqual(try first(1.4, -2.6, level: 1), PixelIndex(x: 0, y: -1))
    }
}
