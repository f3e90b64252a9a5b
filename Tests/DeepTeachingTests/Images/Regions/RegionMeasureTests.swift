import DeepTeaching
import XCTest

/// All measures of scikit-image, to nine digits.
final class RegionMeasureTests: XCTestCase {
    func testMeasuresEqualScikitImage() throws {
        var count = 0
        for example in try RegionReference.load() {
            for (connectivity, expected) in [
                (Connectivity.four, example.four), (.eight, example.eight),
            ] {
                let labels = Mask(rows: example.rows)
                    .connectedComponents(connectivity: connectivity)
                let plane = Plane(size: labels.size, values: example.values.map { $0 / 4096 })
                let (regions, perimeters) = (labels.regions(), labels.perimeters())
                let intensities = try labels.intensities(of: plane)
                XCTAssertEqual(min(12, regions.count), expected.count, example.name)
                for (index, measures) in expected.enumerated() {
                    let place = "\(example.name), \(connectivity), region \(index + 1)"
                    check(regions[index], measures, place)
                    checkMoments(regions[index], measures, place)
                    assertEqual(perimeters[index], measures.perimeter, place)
                    let intensity = try XCTUnwrap(intensities[index])
                    assertEqual(intensity.mean, measures.mean, place)
                    assertEqual(Double(intensity.minimum), measures.minimum, place)
                    assertEqual(Double(intensity.maximum), measures.maximum, place)
                    count += 1
                }
            }
        }
        XCTAssertGreaterThan(count, 60)
    }

    private func check(
        _ region: Region, _ expected: RegionReference.Measures, _ place: String
    ) {
        let box = region.boundingBox
        XCTAssertEqual(region.label, expected.label, place)
        XCTAssertEqual(region.area, expected.area, place)
        XCTAssertEqual([box.y, box.x, box.y + box.height, box.x + box.width], expected.box, place)
        XCTAssertEqual(region.convexArea, expected.convexArea, place)
        assertEqual(region.centroid.y - 0.5, expected.centroid[0], place)
        assertEqual(region.centroid.x - 0.5, expected.centroid[1], place)
        assertEqual(region.majorAxis, expected.major, place)
        // The root of what is left of two equal numbers is no better than half their digits.
        XCTAssertEqual(
            region.minorAxis * region.minorAxis, expected.minor * expected.minor, accuracy: 1e-9,
            place)
        XCTAssertEqual(
            region.eccentricity * region.eccentricity,
            expected.eccentricity * expected.eccentricity, accuracy: 1e-9, place)
        if region.eccentricity > 1e-6 {
            assertEqual(region.orientation, expected.orientation, place)
        }
        assertEqual(region.extent, expected.extent, place)
        assertEqual(region.solidity, expected.solidity, place)
        assertEqual(region.feretDiameter, expected.feret, place)
        XCTAssertEqual(region.feretDiameter, region.longestDiameter, accuracy: 1, place)
    }

    private func checkMoments(
        _ region: Region, _ expected: RegionReference.Measures, _ place: String
    ) {
        for moment in expected.central {
            let found = region.centralMoment(x: Int(moment[1]), y: Int(moment[0]))
            XCTAssertEqual(
                found, moment[2], accuracy: 1e-9 * pow(Double(region.area), 2.5), place)
        }
        for moment in expected.normalized {
            let found = region.normalizedMoment(x: Int(moment[1]), y: Int(moment[0]))
            assertEqual(found, moment[2], place)
        }
        for (found, hu) in zip(region.huMoments, expected.hu) { assertEqual(found, hu, place) }
        XCTAssertEqual(expected.hu.count, 7)
    }

    private func assertEqual(_ found: Double, _ expected: Double, _ place: String) {
        XCTAssertEqual(found, expected, accuracy: 1e-9 * max(1, abs(expected)), place)
    }

    func testMovingARegionMovesItsPlaceAlone() throws {
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<40 {
            let size = PixelSize(
                width: 2 + generator.index(below: 12), height: 2 + generator.index(below: 9))
            let shape = (0..<size.area).map { _ in generator.uniform() < 0.6 }
            let (dx, dy) = (generator.index(below: 9), generator.index(below: 9))
            let here = try XCTUnwrap(region(shape, size, 0, 0))
            let there = try XCTUnwrap(region(shape, size, dx, dy))
            XCTAssertEqual(there.boundingBox.x, here.boundingBox.x + dx)
            XCTAssertEqual(there.boundingBox.y, here.boundingBox.y + dy)
            XCTAssertEqual(there.area, here.area)
            XCTAssertEqual(there.convexArea, here.convexArea)
            assertEqual(there.majorAxis, here.majorAxis, "axis")
            assertEqual(there.longestDiameter, here.longestDiameter, "diameter")
            assertEqual(there.feretDiameter, here.feretDiameter, "Feret diameter")
            for (a, b) in zip(there.huMoments, here.huMoments) { assertEqual(a, b, "Hu") }
        }
    }

    /// All pixels of a picture as one region, with some background on the left and above.
    private func region(_ shape: [Bool], _ size: PixelSize, _ dx: Int, _ dy: Int) -> Region? {
        let whole = PixelSize(width: size.width + 10, height: size.height + 10)
        var labels = [Int32](repeating: 0, count: whole.area)
        for y in 0..<size.height {
            for x in 0..<size.width where shape[y * size.width + x] {
                labels[(y + dy) * whole.width + x + dx] = 1
            }
        }
        return LabelImage(size: whole, labels: labels, count: 1).regions().first
    }

    func testARegionKnowsWhichWayItLies() throws {
        let upright = try only(["#", "#", "#"]), level = try only(["###"])
        XCTAssertEqual(upright.orientation, 0)
        XCTAssertEqual(abs(level.orientation), Double.pi / 2)
        XCTAssertEqual(try only(["#..", ".#.", "..#"]).orientation, Double.pi / 4)
        XCTAssertEqual(try only(["..#", ".#.", "#.."]).orientation, -Double.pi / 4)
        XCTAssertEqual(try only(["##", "##"]).orientation, -Double.pi / 4)
    }

    private func only(_ rows: [String]) throws -> Region {
        let regions = Mask(rows: rows).connectedComponents(connectivity: .eight).regions()
        XCTAssertEqual(regions.count, 1)
        return try XCTUnwrap(regions.first)
    }

    func testLabelsWithoutPixelsHaveNoRegionAndNoIntensity() throws {
        let labels = LabelImage(size: PixelSize(width: 3, height: 1), labels: [0, 2, 2], count: 3)
        XCTAssertEqual(labels.regions().map(\.label), [2])
        XCTAssertEqual(labels.perimeters(), [0, 0, 0])
        let plane = Plane(size: labels.size, values: [9, 1, 4])
        let intensities = try labels.intensities(of: plane)
        XCTAssertNil(intensities[0])
        XCTAssertEqual(intensities[1]?.mean, 2.5)
        XCTAssertEqual(intensities[1]?.minimum, 1)
        XCTAssertEqual(intensities[1]?.maximum, 4)
        XCTAssertNil(intensities[2])
        let empty = Mask(size: PixelSize(width: 0, height: 4))
            .connectedComponents(connectivity: .four)
        XCTAssertEqual(empty.regions(), [])
        XCTAssertEqual(empty.perimeters(), [])
        XCTAssertTrue(try empty.intensities(of: Plane(size: empty.size)).isEmpty)
    }

    /// Three rows of 2^20 columns: products of the sums no longer fit into whole numbers.
    func testAHugeRegionKeepsItsAxes() {
        let width = 1 << 20
        let labels = LabelImage(
            size: PixelSize(width: width, height: 3),
            labels: [Int32](repeating: 1, count: 3 * width), count: 1)
        let n = Double(width)
        XCTAssertEqual(
            labels.regions()[0].covariance.xx, (n * n - 1) / 12, accuracy: 1e-6 * n * n)
    }
}
