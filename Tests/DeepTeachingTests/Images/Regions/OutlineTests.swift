import DeepTeaching
import XCTest

final class OutlineTests: XCTestCase {
    private func points(_ corners: [(Double, Double)]) -> [PixelPoint] {
        corners.map { PixelPoint(x: $0.0, y: $0.1) }
    }

    func testAPixelHasFourCornersWithTheClock() {
        let outlines = Mask(rows: ["...", ".#.", "..."]).outlines()
        XCTAssertEqual(
            outlines, [Polygon(exterior: points([(1, 1), (2, 1), (2, 2), (1, 2)]))])
    }

    func testAHoleRunsAgainstTheClock() {
        let outlines = Mask(rows: ["####", "#..#", "####"]).outlines()
        XCTAssertEqual(
            outlines,
            [
                Polygon(
                    exterior: points([(0, 0), (4, 0), (4, 3), (0, 3)]),
                    holes: [points([(1, 2), (3, 2), (3, 1), (1, 1)])])
            ])
    }

    func testPixelsThatShareACornerAreOneRegionOrTwo() {
        let diagonal = Mask(rows: ["#.", ".#"])
        XCTAssertEqual(
            diagonal.outlines(connectivity: .eight),
            [
                Polygon(
                    exterior: points([
                        (0, 0), (1, 0), (1, 1), (2, 1), (2, 2), (1, 2), (1, 1), (0, 1),
                    ]))
            ])
        XCTAssertEqual(diagonal.outlines(connectivity: .four).count, 2)
    }

    /// With eight neighbours the two gaps are two holes, with four they are one.
    func testGapsThatShareACornerAreTwoHolesOrOne() {
        let gaps = Mask(rows: ["####", "#.##", "##.#", "####"])
        XCTAssertEqual(gaps.outlines(connectivity: .eight).map(\.holes.count), [2])
        XCTAssertEqual(gaps.outlines(connectivity: .four).map(\.holes.count), [1])
    }

    func testAnIslandInAHoleIsAPolygonOfItsOwn() {
        let rings = Mask(rows: ["#####", "#...#", "#.#.#", "#...#", "#####"])
        let outlines = rings.outlines()
        XCTAssertEqual(outlines.map(\.holes.count), [1, 0])
        XCTAssertEqual(Mask(size: rings.size, filling: outlines), rings)
    }

    func testNothingHasNoOutline() {
        XCTAssertEqual(Mask(size: PixelSize(side: 3)).outlines(), [])
        XCTAssertEqual(Mask(size: PixelSize(side: 0)).outlines(), [])
    }

    /// The law: the polygons of any mask, filled, give the mask; of each polygon, its region.
    func testFilledOutlinesOfRandomMasksGiveTheMasks() {
        var generator = SeededGenerator(seed: 4)
        for trial in 0..<400 {
            let size = PixelSize(width: 1 + trial % 23, height: 1 + trial * 7 % 19)
            let density = generator.uniform(0.1, 0.95)
            let mask = Mask(
                size: size, pixels: (0..<size.area).map { _ in generator.uniform(0, 1) < density })
            for connectivity in Connectivity.allCases {
                let outlines = mask.outlines(connectivity: connectivity)
                let regions = mask.connectedComponents(connectivity: connectivity)
                XCTAssertEqual(outlines.count, regions.count)
                XCTAssertEqual(Mask(size: size, filling: outlines), mask, "trial \(trial)")
                for (index, outline) in outlines.enumerated() {
                    XCTAssertEqual(
                        Mask(size: size, filling: [outline]), regions.mask(of: index + 1))
                }
            }
        }
    }

    /// The area by the corners, and the number of holes by Euler's formula, are those of the pixels.
    func testCornersTellTheArea() {
        var generator = SeededGenerator(seed: 5)
        let size = PixelSize(width: 60, height: 40)
        let mask = Mask(
            size: size, pixels: (0..<size.area).map { _ in generator.uniform(0, 1) < 0.6 })
        for connectivity in Connectivity.allCases {
            let areas = mask.outlines(connectivity: connectivity).map { outline in
                outline.rings.map(signedArea).reduce(0, +)
            }
            XCTAssertEqual(
                areas, mask.connectedComponents(connectivity: connectivity).areas.map(Double.init))
        }
    }

    /// Positive for a border that runs with the clock, as seen on the picture.
    private func signedArea(_ ring: [PixelPoint]) -> Double {
        zip(ring, ring.dropFirst() + ring.prefix(1))
            .map { $0.x * $1.y - $1.x * $0.y }.reduce(0, +) / 2
    }

    func testOutlinesOnTheSlideGiveTheMaskBack() {
        var generator = SeededGenerator(seed: 6)
        for downsample in [1, 3.7, 32.0005, 1.0 / 3] {
            let size = PixelSize(width: 31, height: 17)
            let frame = RasterFrame(
                origin: BaselinePoint(x: 12.3, y: 1e5 / 7), downsample: downsample)
            let raster = SlideRaster(
                Mask(
                    size: size, pixels: (0..<size.area).map { _ in generator.uniform(0, 1) < 0.5 }),
                frame: frame)
            let outlines = raster.outlines()
            let back = SlideRaster(filling: outlines, frame: frame, size: size)
            XCTAssertEqual(back, raster)
            let corner = raster.pixels.outlines()[0].exterior[0]
            XCTAssertEqual(outlines[0].exterior[0], frame.point(at: corner))
        }
    }

    func testAHoleOfOneAreaMayHoldAnother() {
        func square(_ from: Double, _ to: Double) -> [PixelPoint] {
            points([(from, from), (to, from), (to, to), (from, to)])
        }
        // A hole that reaches beyond its polygon, and is drawn the same way around, takes no more.
        let areas = [
            Polygon(exterior: square(0, 5), holes: [square(1, 4), square(3, 9)]),
            Polygon(exterior: square(2, 3)),
        ]
        XCTAssertEqual(
            Mask(size: PixelSize(side: 6), filling: areas),
            Mask(rows: ["#####.", "#...#.", "#.#.#.", "#.....", "###...", "......"]))
        XCTAssertEqual(
            Mask(
                size: PixelSize(side: 5), filling: [Polygon(exterior: square(0, 5))],
                excluding: [Polygon(exterior: square(1, 4), holes: [square(2, 3)])]),
            Mask(rows: ["#####", "#...#", "#.#.#", "#...#", "#####"]))
    }
}
