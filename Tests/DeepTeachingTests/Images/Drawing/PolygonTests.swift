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

    func testUselessPolygonsFillNothing() {
        let size = PixelSize(side: 4)
        let line = [PixelPoint(x: 0, y: 0), PixelPoint(x: 4, y: 4)]
        let strange = [
            PixelPoint(x: .nan, y: 0), PixelPoint(x: .infinity, y: 3), PixelPoint(x: 1, y: 1),
        ]
        let far = [(1e18, 1e18), (2e18, 1e18), (1e18, 2e18)].map { PixelPoint(x: $0.0, y: $0.1) }
        XCTAssertEqual(Mask(size: size, filling: [line, strange, far, []]), Mask(size: size))
    }
}
