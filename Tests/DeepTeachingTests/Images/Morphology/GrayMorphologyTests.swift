import DeepTeaching
import XCTest

final class GrayMorphologyTests: XCTestCase {
    func testErosionToTopHatEqualSciPy() throws {
        let reference = try MorphologyReference.load()
        var elements = reference.elements.filter { $0.value.origin == [0, 0] }
            .mapValues(\.element)
        elements["disk 2"] = .disk(radius: 2)
        elements["square 5"] = .square(side: 5)
        for example in reference.grays {
            let plane = example.plane
            XCTAssertEqual(example.morphology.count, 6 * elements.count)
            for (name, element) in elements {
                let results = [
                    "dilated": try plane.dilated(by: element),
                    "eroded": try plane.eroded(by: element),
                    "opened": try plane.opened(by: element),
                    "closed": try plane.closed(by: element),
                    "whiteTopHat": try plane.whiteTopHat(by: element),
                    "blackTopHat": try plane.blackTopHat(by: element),
                ]
                for (operation, result) in results {
                    XCTAssertEqual(
                        MorphologyReference.hash(result),
                        example.morphology["\(operation) \(name)"],
                        "\(operation) by \(name): \(example.name)")
                }
            }
        }
    }

    func testReconstructionAndAreaOpeningEqualScikitImage() throws {
        var count = 0
        for example in try MorphologyReference.load().grays {
            let plane = example.plane
            for connectivity in Connectivity.allCases {
                var results = [
                    "reconstructed": try plane.moved(-4).reconstructed(
                        under: plane, connectivity: connectivity),
                    "reconstructed above": try plane.moved(4).reconstructed(
                        above: plane, connectivity: connectivity),
                ]
                for area in [2, 9, 40] where plane.size.height > 1 {
                    results["area opened \(area)"] = try plane.areaOpened(
                        smallestArea: area, connectivity: connectivity)
                    results["area closed \(area)"] = try plane.areaClosed(
                        smallestArea: area, connectivity: connectivity)
                }
                for (operation, result) in results {
                    count += 1
                    XCTAssertEqual(
                        MorphologyReference.hash(result),
                        example.connected["\(operation) \(connectivity.rawValue)"],
                        "\(operation), \(connectivity): \(example.name)")
                }
            }
        }
        XCTAssertEqual(count, 72)
    }

    func testWhatIsNoNumberIsRefusedWithItsPlace() {
        var plane = Plane(size: PixelSize(width: 5, height: 4))
        plane[x: 3, y: 2] = .nan
        let sound = Plane(size: plane.size)
        let labels = Mask(size: plane.size).connectedComponents(connectivity: .four)
        let element = StructuringElement.disk(radius: 1)
        let attempts: [() throws -> Any] = [
            { try plane.dilated(by: element) }, { try plane.eroded(by: element) },
            { try plane.opened(by: element) }, { try plane.closed(by: element) },
            { try plane.whiteTopHat(by: element) }, { try plane.blackTopHat(by: element) },
            { try plane.reconstructed(under: sound) }, { try sound.reconstructed(under: plane) },
            { try plane.reconstructed(above: sound) }, { try plane.areaOpened(smallestArea: 2) },
            { try plane.areaClosed(smallestArea: 2) }, { try plane.watershed(from: labels) },
            { try labels.intensities(of: plane) },
        ]
        for attempt in attempts {
            XCTAssertThrowsError(try attempt()) {
                XCTAssertEqual($0 as? MorphologyError, .notANumber(x: 3, y: 2))
            }
        }
        XCTAssertTrue("\(MorphologyError.notANumber(x: 3, y: 2))".contains("column 3, row 2"))
    }

    func testAMarkerMustLieWithinItsMask() {
        let mask = Plane(size: PixelSize(width: 2, height: 2), values: [1, 2, 3, 4])
        XCTAssertThrowsError(try mask.moved(1).reconstructed(under: mask)) {
            XCTAssertEqual(
                $0 as? MorphologyError, .markerBeyondMask(marker: 2, mask: 1, x: 0, y: 0))
        }
        XCTAssertThrowsError(try mask.moved(-1).reconstructed(above: mask)) {
            XCTAssertEqual(
                $0 as? MorphologyError, .markerBeyondMask(marker: 0, mask: 1, x: 0, y: 0))
        }
    }

    func testInfinitiesAreValues() throws {
        let plane = Plane(
            size: PixelSize(width: 3, height: 1), values: [-.infinity, 1, .infinity])
        XCTAssertEqual(try plane.dilated(by: .disk(radius: 1)).values, [1, .infinity, .infinity])
        XCTAssertEqual(try plane.eroded(by: .disk(radius: 1)).values, [-.infinity, -.infinity, 1])
    }
}

extension Plane {
    /// The picture with a number added to each value.
    fileprivate func moved(_ offset: Float) -> Plane {
        Plane(size: size, values: values.map { $0 + offset })
    }
}
