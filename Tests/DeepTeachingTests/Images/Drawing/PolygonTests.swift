import DeepTeaching
import XCTest

final class PolygonTests: XCTestCase {
    func testFillingEqualsScikitImage() throws {
        for reference in try ImageReference.load().polygons {
            let mask = Mask(
                size: PixelSize(width: reference.width, height: reference.height),
                filling: [reference.points.map { PixelPoint(x: $0[0], y: $0[1]) }])
            XCTAssertEqual(mask.rows, reference.rows)
        }
    }

    func testPolygonsThatShareAnEdgeShareNoPixel() {
        let size = PixelSize(width: 8, height: 6)
        // The diagonal runs through pixel centres.
        let corners = [(0.0, 0.0), (6, 0), (6, 6), (0, 6)].map { PixelPoint(x: $0.0, y: $0.1) }
        let upper = Mask(size: size, filling: [[corners[0], corners[1], corners[2]]])
        let lower = Mask(size: size, filling: [[corners[0], corners[2], corners[3]]])
        XCTAssertEqual(upper.intersection(lower).foregroundCount, 0)
        XCTAssertEqual(
            upper.union(lower), Mask(size: size, filling: [corners]), "and leave no gap")
        XCTAssertEqual(upper.union(lower).foregroundCount, 36)
    }

    func testHolesAreTakenAway() {
        func square(_ from: Double, _ to: Double) -> [PixelPoint] {
            [(from, from), (to, from), (to, to), (from, to)].map { PixelPoint(x: $0.0, y: $0.1) }
        }
        let mask = Mask(
            size: PixelSize(width: 6, height: 5), filling: [square(0, 5)],
            excluding: [square(1, 4)])
        XCTAssertEqual(mask.rows, ["#####.", "#...#.", "#...#.", "#...#.", "#####."])
    }

    private let large: [PixelPoint] = [(100, 100), (900, 100), (900, 900), (100, 900)]
        .map { PixelPoint(x: $0.0, y: $0.1) }

    func testAnOutlineThatIsDrawnTwiceIsFilled() {
        let mask = Mask(size: PixelSize(side: 1000), filling: [large + large])
        XCTAssertEqual(mask.foregroundCount, 640_000)
        XCTAssertEqual(mask, Mask(size: PixelSize(side: 1000), filling: [large]))
    }

    func testAnOutlineThatOverlapsItselfIsFilled() {
        let tail = [(100.0, 100.0), (500, 50), (500, 400), (80, 400)]
            .map { PixelPoint(x: $0.0, y: $0.1) }
        let mask = Mask(size: PixelSize(side: 1000), filling: [large + tail])
        XCTAssertEqual(mask.foregroundCount, 653_010)
    }

    /// Both halves of an eight go around something, one to the left and one to the right.
    func testBothHalvesOfAnEightAreFilled() {
        let eight = [(0.0, 0.0), (6, 6), (0, 6), (6, 0)].map { PixelPoint(x: $0.0, y: $0.1) }
        let mask = Mask(size: PixelSize(side: 6), filling: [eight])
        XCTAssertEqual(
            mask.rows, ["#####.", ".###..", "..#...", "..#...", ".###..", "#####."])
    }

    /// The definition: seen from a pixel's centre, the outline turns around it at least once.
    func testOutlinesThatCrossThemselvesFollowTheirTurns() {
        var generator = SeededGenerator(seed: 8)
        for corners in [4, 5, 8, 13, 40] {
            let polygon = (0..<corners).map { _ in
                PixelPoint(x: generator.uniform(-4, 30), y: generator.uniform(-4, 24))
            }
            let mask = Mask(size: PixelSize(width: 26, height: 20), filling: [polygon])
            for y in 0..<20 {
                for x in 0..<26 {
                    XCTAssertEqual(
                        mask[x: x, y: y], turns(of: polygon, around: (x, y)) != 0, "\(x), \(y)")
                }
            }
        }
    }

    /// How often an outline turns around the centre of a pixel: the sum of the angles.
    private func turns(of polygon: [PixelPoint], around pixel: (x: Int, y: Int)) -> Int {
        let angles = polygon.indices.map { index in
            let (a, b) = (polygon[index], polygon[(index + 1) % polygon.count])
            let (ax, ay) = (a.x - Double(pixel.x) - 0.5, a.y - Double(pixel.y) - 0.5)
            let (bx, by) = (b.x - Double(pixel.x) - 0.5, b.y - Double(pixel.y) - 0.5)
            return atan2(ax * by - ay * bx, ax * bx + ay * by)
        }
        return Int((angles.reduce(0, +) / (2 * .pi)).rounded())
    }

    func testUselessPolygonsFillNothing() {
        let size = PixelSize(side: 4)
        let line = [PixelPoint(x: 0, y: 0), PixelPoint(x: 4, y: 4)]
        let far = [(1e18, 1e18), (2e18, 1e18), (1e18, 2e18)].map { PixelPoint(x: $0.0, y: $0.1) }
        XCTAssertEqual(Mask(size: size, filling: [line, far, []]), Mask(size: size))
    }

    func testCornersFartherThanAnySlideEncloseThePicture() {
        let far = Double.greatestFiniteMagnitude
        let corners = [(-far, -far), (far, -far), (far, far), (-far, far)]
            .map { PixelPoint(x: $0.0, y: $0.1) }
        let size = PixelSize(side: 4)
        XCTAssertEqual(Mask(size: size, filling: [corners]).foregroundCount, 16)
    }
}
