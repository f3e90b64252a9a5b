import DeepTeaching
import XCTest

/// Elements that are not symmetric: where their origin lies decides what moves where.
final class ElementTests: XCTestCase {
    func testAnyElementEqualsSciPy() throws {
        let reference = try MorphologyReference.load()
        XCTAssertEqual(reference.elements.count, 9)
        for (name, described) in reference.elements {
            let element = described.element
            for example in reference.masks {
                let mask = example.mask
                let results = [
                    "dilated": mask.dilated(by: element), "eroded": mask.eroded(by: element),
                    "opened": mask.opened(by: element), "closed": mask.closed(by: element),
                ]
                for (operation, result) in results {
                    XCTAssertEqual(
                        ImageReference.hash(result), example.morphology[name]?[operation],
                        "\(operation) by \(name): \(example.name)")
                }
            }
        }
    }

    func testDilationMovesWhereTheElementPoints() {
        let element = StructuringElement(Mask(rows: ["..#"]), origin: PixelIndex(x: 0, y: 0))
        XCTAssertEqual(Mask(rows: [".#....."]).dilated(by: element).rows, ["...#..."])
        XCTAssertEqual(Mask(rows: ["...#..."]).eroded(by: element).rows, [".#...##"])
    }

    func testShapesAreTheirPictures() {
        for shape in [StructuringElement.disk(radius: 3.2), .square(side: 5), .disk(radius: 0)] {
            XCTAssertEqual(StructuringElement(shape.mask), shape)
            XCTAssertEqual(shape.reflected, shape)
            XCTAssertEqual(shape.area, shape.mask.foregroundCount)
        }
        let corner = StructuringElement(Mask(rows: ["##", "#."]), origin: PixelIndex(x: 0, y: 0))
        XCTAssertEqual(corner.reflected.mask.rows, [".#.", "##.", "..."])
        XCTAssertEqual(corner.reflected.reflected, corner)
    }
}
