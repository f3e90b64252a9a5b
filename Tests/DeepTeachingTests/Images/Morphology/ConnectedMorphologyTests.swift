import DeepTeaching
import XCTest

final class ConnectedMorphologyTests: XCTestCase {
    func testSkeletonAndReconstructionEqualScikitImageAndSciPy() throws {
        for example in try MorphologyReference.load().masks {
            let (mask, marker) = (example.mask, Mask(rows: example.marker))
            XCTAssertEqual(ImageReference.hash(mask.skeleton()), example.skeleton, example.name)
            XCTAssertEqual(
                ImageReference.hash(mask.reconstructed(from: marker, connectivity: .four)),
                example.reconstructedFour, example.name)
            XCTAssertEqual(
                ImageReference.hash(mask.reconstructed(from: marker)),
                example.reconstructedEight, example.name)
        }
    }

    func testDistancesEqualSciPyInAllDigits() throws {
        var count = 0
        for example in try MorphologyReference.load().masks where !example.distances.isEmpty {
            let distances = example.mask.distanceTransform().values
            for (distance, expected) in zip(distances, example.distances) {
                XCTAssertEqual(Double(distance), expected, accuracy: 1e-6, example.name)
                count += 1
            }
        }
        XCTAssertGreaterThan(count, 2000)
    }

    func testWatershedEqualsScikitImage() throws {
        let examples = try MorphologyReference.load().watersheds
        XCTAssertEqual(examples.count, 6)
        for example in examples {
            let size = PixelSize(width: example.width, height: example.height)
            let markers = LabelImage(
                size: size, labels: example.markers, count: Int(example.markers.max() ?? 0))
            let labels = try Plane(size: size, values: example.values).watershed(
                from: markers, in: Mask(rows: example.mask),
                connectivity: example.connectivity == 1 ? .four : .eight)
            XCTAssertEqual(labels.labels, example.labels)
        }
    }

    func testWatershedPartsTwoDisksAtTheirWaist() throws {
        var mask = Mask(size: PixelSize(width: 30, height: 15))
        for y in 0..<15 {
            for x in 0..<30 {
                let inside = { (middle: Int) in (x - middle) * (x - middle) + (y - 7) * (y - 7) < 49
                }
                mask[x: x, y: y] = inside(8) || inside(21)
            }
        }
        XCTAssertEqual(mask.connectedComponents(connectivity: .four).count, 1)
        let heights = Plane(size: mask.size, values: mask.distanceTransform().values.map { -$0 })
        let markers = mask.eroded(by: .disk(radius: 4)).connectedComponents(connectivity: .four)
        XCTAssertEqual(markers.count, 2)
        let parts = try heights.watershed(from: markers, in: mask)
        XCTAssertEqual(parts.foreground, mask)
        XCTAssertEqual(parts.areas, [mask.foregroundCount / 2, mask.foregroundCount / 2])
    }

    func testEmptyAndFullPictures() throws {
        for size in [PixelSize(side: 0), PixelSize(width: 0, height: 3), PixelSize(side: 1)] {
            for value in [false, true] {
                let mask = Mask(size: size, repeating: value)
                XCTAssertEqual(mask.skeleton(), mask)
                XCTAssertEqual(mask.reconstructed(from: mask), mask)
                XCTAssertEqual(mask.whiteTopHat(by: .disk(radius: 2)).foregroundCount, 0)
                XCTAssertEqual(mask.blackTopHat(by: .disk(radius: 2)).foregroundCount, 0)
                let plane = Plane(size: size, repeating: 2)
                XCTAssertEqual(try plane.opened(by: .square(side: 5)), plane)
                XCTAssertEqual(try plane.reconstructed(under: plane), plane)
                let labels = mask.connectedComponents(connectivity: .four)
                XCTAssertEqual(try plane.watershed(from: labels), labels)
                // A single pixel is a piece of one pixel, and sinks to what lies around: nothing.
                XCTAssertEqual(try plane.areaOpened(smallestArea: 1), plane)
            }
        }
    }
}
