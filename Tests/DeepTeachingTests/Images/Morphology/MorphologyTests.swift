import DeepTeaching
import XCTest

final class MorphologyTests: XCTestCase {
    private static let elements: [String: StructuringElement] = [
        "disk 0": .disk(radius: 0), "disk 1": .disk(radius: 1), "disk 2": .disk(radius: 2),
        "disk 3": .disk(radius: 3), "disk 5": .disk(radius: 5), "disk 12": .disk(radius: 12),
        "square 3": .square(side: 3), "square 7": .square(side: 7),
    ]

    func testMorphologyEqualsScikitImage() throws {
        for reference in try ImageReference.load().masks {
            XCTAssertEqual(reference.morphology.count, 4 * Self.elements.count)
            for (name, element) in Self.elements {
                let mask = reference.mask
                let results = [
                    "dilated": mask.dilated(by: element), "eroded": mask.eroded(by: element),
                    "opened": mask.opened(by: element), "closed": mask.closed(by: element),
                ]
                for (operation, result) in results {
                    XCTAssertEqual(
                        ImageReference.hash(result),
                        reference.morphology["\(operation) \(name)"],
                        "\(operation) by \(name): \(reference.name)")
                }
            }
        }
    }

    /// A large disk reaches over several words of 64 pixels; the definition is the judge.
    func testLargeDisksEqualTheDefinition() {
        var generator = SeededGenerator(seed: 5)
        let size = PixelSize(width: 300, height: 40)
        let pixels = (0..<size.area).map { _ in generator.index(below: 900) == 0 }
        let mask = Mask(size: size, pixels: pixels)
        for radius in [63.0, 64, 70.5, 129] {
            var expected = Mask(size: size)
            for y in 0..<size.height {
                for x in 0..<size.width where mask[x: x, y: y] {
                    for v in 0..<size.height {
                        for u in 0..<size.width
                        where Double((u - x) * (u - x) + (v - y) * (v - y)) <= radius * radius {
                            expected[x: u, y: v] = true
                        }
                    }
                }
            }
            XCTAssertEqual(mask.dilated(by: .disk(radius: radius)), expected, "radius \(radius)")
        }
    }

    func testErosionAndDilationLeaveTheBorderAlone() {
        let all = Mask(size: PixelSize(width: 9, height: 5), repeating: true)
        XCTAssertEqual(all.eroded(by: .disk(radius: 2)), all)
        let none = all.inverted
        XCTAssertEqual(none.dilated(by: .disk(radius: 2)), none)
    }

    func testADiskIsRound() {
        XCTAssertEqual(
            StructuringElement.disk(radius: 2).mask.rows,
            ["..#..", ".###.", "#####", ".###.", "..#.."])
        XCTAssertEqual(StructuringElement.disk(radius: 1.5).mask.rows, ["###", "###", "###"])
    }

    func testAnEmptyPictureStaysEmpty() {
        let empty = Mask(size: PixelSize(width: 0, height: 4))
        XCTAssertEqual(empty.dilated(by: .disk(radius: 3)), empty)
        XCTAssertEqual(empty.opened(by: .disk(radius: 3)), empty)
        XCTAssertEqual(empty.fillingHoles(), empty)
        XCTAssertEqual(empty.connectedComponents(connectivity: .four).count, 0)
        XCTAssertEqual(empty.distanceTransform().values, [])
    }
}
