import DeepTeaching
import XCTest

final class SummedAreaTests: XCTestCase {
    private func noise(_ width: Int, _ height: Int, _ generator: inout SeededGenerator) -> Mask {
        let size = PixelSize(width: width, height: height)
        return Mask(size: size, pixels: (0..<size.area).map { _ in generator.uniform() < 0.4 })
    }

    /// Pixel by pixel.
    private func counted(_ mask: Mask, _ rectangle: PixelRectangle) -> Int {
        var count = 0
        for y in 0..<mask.size.height {
            for x in 0..<mask.size.width where mask[x: x, y: y] {
                let isInside =
                    x >= rectangle.x && y >= rectangle.y && x - rectangle.x < rectangle.width
                    && y - rectangle.y < rectangle.height
                if isInside { count += 1 }
            }
        }
        return count
    }

    func testFourLooksGiveWhatCountingGives() {
        var generator = SeededGenerator(seed: 61)
        for (width, height) in [(1, 1), (40, 1), (1, 30), (37, 23), (64, 64)] {
            let mask = noise(width, height, &generator)
            let table = SummedAreaTable(mask)
            for _ in 0..<200 {
                // A third hangs over a border or lies beside the mask, and some are empty.
                let rectangle = PixelRectangle(
                    x: generator.index(below: 2 * width) - width / 2,
                    y: generator.index(below: 2 * height) - height / 2,
                    width: generator.index(below: width + 2),
                    height: generator.index(below: height + 2))
                let count = counted(mask, rectangle)
                XCTAssertEqual(table.count(in: rectangle), count, "\(rectangle)")
                let area = Double(rectangle.area)
                XCTAssertEqual(
                    table.share(of: rectangle), area == 0 ? 0 : Double(count) / area)
            }
        }
    }

    func testWhatIsNoRectangleHoldsNothing() {
        let full = SummedAreaTable(Mask(size: PixelSize(side: 5), repeating: true))
        for (width, height) in [(0, 3), (3, 0), (-2, 3), (3, -2)] {
            let none = PixelRectangle(x: 1, y: 1, width: width, height: height)
            XCTAssertEqual(full.count(in: none), 0)
            XCTAssertEqual(full.share(of: none), 0)
        }
        let endless = PixelRectangle(x: 1, y: 2, width: Int.max, height: Int.max)
        XCTAssertEqual(full.count(in: endless), 12, "an end too large for a number is the border")
        XCTAssertEqual(
            full.count(in: PixelRectangle(x: Int.min, y: 0, width: 9, height: 9)), 0)
        let empty = SummedAreaTable(Mask(size: PixelSize(width: 0, height: 4)))
        XCTAssertEqual(empty.count(in: PixelRectangle(x: 0, y: 0, width: 4, height: 4)), 0)
    }

    /// The shares of regions between pixels, and over the border, are those of `fraction(of:)`.
    func testRegionsOfASlideHaveTheSharesThatCountingGives() {
        var generator = SeededGenerator(seed: 62)
        let raster = SlideRaster(
            noise(50, 33, &generator),
            frame: RasterFrame(origin: BaselinePoint(x: 12, y: -7), downsample: 6.4))
        let tissue = TissueMask(raster)
        let shares = RegionShares(tissue)
        for _ in 0..<2000 {
            let region = BaselineRectangle(
                origin: BaselinePoint(
                    x: generator.uniform(-80, 360), y: generator.uniform(-80, 260)),
                width: generator.uniform(0, 150), height: generator.uniform(0, 150))
            XCTAssertEqual(
                shares.fraction(of: region), tissue.fraction(of: region), accuracy: 1e-12)
        }
    }

    func testARegionWithoutTissueHasExactlyNone() {
        var mask = Mask(size: PixelSize(side: 30))
        mask[x: 4, y: 4] = true
        let shares = RegionShares(TissueMask(SlideRaster(mask, downsample: 3)))
        var generator = SeededGenerator(seed: 63)
        for _ in 0..<500 {
            let beside = BaselineRectangle(
                origin: BaselinePoint(x: generator.uniform(15, 60), y: generator.uniform(-9, 60)),
                side: generator.uniform(0, 40))
            XCTAssertEqual(shares.fraction(of: beside), 0)
        }
        XCTAssertEqual(
            shares.fraction(of: BaselineRectangle(origin: BaselinePoint(x: 12, y: 12), side: 3)), 1)
        for side in [0, -1, Double.nan] {
            XCTAssertEqual(
                shares.fraction(
                    of: BaselineRectangle(origin: BaselinePoint(x: 12, y: 12), side: side)),
                0)
        }
    }
}
