import DeepTeaching
import XCTest

final class RegionTests: XCTestCase {
    func testMeasuresEqualScikitImage() throws {
        var count = 0
        for reference in try ImageReference.load().masks {
            let labels = reference.mask.connectedComponents(connectivity: .eight)
            let perimeters = labels.perimeters()
            for (region, expected) in zip(labels.regions(), reference.regions) {
                count += 1
                let place = "\(reference.name), region \(region.label)"
                check(region, expected, place)
                XCTAssertEqual(
                    perimeters[region.label - 1], expected.perimeter, accuracy: 1e-6, place)
            }
        }
        XCTAssertGreaterThan(count, 50)
    }

    private func check(
        _ region: Region, _ expected: ImageReference.RegionCase, _ place: String
    ) {
        let box = region.boundingBox
        XCTAssertEqual(region.area, expected.area, place)
        XCTAssertEqual([box.y, box.x, box.y + box.height, box.x + box.width], expected.box, place)
        XCTAssertEqual(region.centroid.y - 0.5, expected.centroid[0], accuracy: 1e-7, place)
        XCTAssertEqual(region.centroid.x - 0.5, expected.centroid[1], accuracy: 1e-7, place)
        XCTAssertEqual(region.majorAxis, expected.major, accuracy: 1e-6, place)
        XCTAssertEqual(region.minorAxis, expected.minor, accuracy: 1e-6, place)
        XCTAssertEqual(region.eccentricity, expected.eccentricity, accuracy: 1e-6, place)
        XCTAssertEqual(region.extent, expected.extent, accuracy: 1e-7, place)
        XCTAssertEqual(region.solidity, expected.solidity, accuracy: 1e-7, place)
        XCTAssertEqual(region.longestDiameter, expected.feret, accuracy: 1e-7, place)
    }

    func testTheLongestDiameterIsNoSideOfTheBox() throws {
        var mask = Mask(size: PixelSize(side: 50))
        for i in 0..<50 { mask[x: i, y: i] = true }
        let region = try XCTUnwrap(mask.connectedComponents(connectivity: .eight).regions().first)
        XCTAssertEqual(region.longestDiameter, 50 * 2.0.squareRoot(), accuracy: 1e-9)
        XCTAssertEqual(
            region.longestDiameter(pixelWidth: 3, pixelHeight: 4), 250, accuracy: 1e-9)
    }

    func testASinglePixelHasItsDiagonal() throws {
        let mask = Mask(rows: ["...", "..#"])
        let region = try XCTUnwrap(mask.connectedComponents(connectivity: .four).regions().first)
        XCTAssertEqual(region.longestDiameter, 2.0.squareRoot(), accuracy: 1e-12)
        XCTAssertEqual(region.centroid, PixelPoint(x: 2.5, y: 1.5))
        XCTAssertEqual(region.eccentricity, 0)
    }
}
