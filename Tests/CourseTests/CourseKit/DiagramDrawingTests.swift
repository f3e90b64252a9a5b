import Foundation
import XCTest

#if canImport(FoundationXML)
    import FoundationXML
#endif

@testable import CourseKit

/// Boxes and arrows as SVG.
final class DiagramDrawingTests: XCTestCase {
    /// 0 and 1 are given; 2 = f(0, 1); 3 = g(2, 0): the arrow from 0 to 3 is a long one.
    private let diagram = Diagram(
        name: "test",
        boxes: [
            Diagram.Box("x < 1", operation: "input", rows: [Diagram.Row("value", "1.50")]),
            Diagram.Box("w", operation: "input", rows: [Diagram.Row("value", "0.40")]),
            Diagram.Box(
                "w x", operation: "product", rows: [Diagram.Row("value", "0.60")],
                operands: [1, 0]),
            Diagram.Box(
                "w x + x", operation: "sum", rows: [Diagram.Row("value", "2.10")],
                operands: [2, 0, 7]),
        ], caption: "A graph.", alternative: "Four boxes.")

    func testBoxesDoNotOverlapAndStandInside() throws {
        let document = try XMLDocument(xmlString: DiagramDrawing(diagram).standaloneFile)
        let size = try XCTUnwrap(document.rootElement()?.attributes?.first { $0.name == "viewBox" })
        let view = (size.stringValue ?? "").split(separator: " ").compactMap { Double($0) }
        let boxes = try boxes(of: document)
        XCTAssertEqual(boxes.count, 4)
        for (number, box) in boxes.enumerated() {
            XCTAssertTrue(CGRect(x: 0, y: 0, width: view[2], height: view[3]).contains(box))
            for other in boxes[..<number] { XCTAssertFalse(box.intersects(other), "\(number)") }
        }
    }

    /// From the right side of its operand to the left side of its box; the unknown operand 7 has
    /// no arrow.
    func testArrowsLeadFromBoxToBox() throws {
        let document = try XMLDocument(xmlString: DiagramDrawing(diagram).standaloneFile)
        let boxes = try boxes(of: document)
        let starts = try paths("arrow", document).map(firstPoint)
        let ends = try paths("tip", document).map(firstPoint)
        let expected = [(1, 2), (0, 2), (2, 3), (0, 3)]
        XCTAssertEqual(starts.count, expected.count)
        XCTAssertEqual(ends.count, expected.count)
        for (number, arrow) in expected.enumerated() {
            XCTAssertEqual(starts[number].x, boxes[arrow.0].maxX, accuracy: 0.2)
            XCTAssertEqual(ends[number].x, boxes[arrow.1].minX, accuracy: 0.2)
            XCTAssertTrue((boxes[arrow.0].minY...boxes[arrow.0].maxY).contains(starts[number].y))
            XCTAssertTrue((boxes[arrow.1].minY...boxes[arrow.1].maxY).contains(ends[number].y))
        }
        XCTAssertEqual(Set(ends.map { "\($0)" }).count, 4, "each arrow has its own end")
    }

    func testWordsAreEscapedAndSpoken() throws {
        let document = try XMLDocument(xmlString: DiagramDrawing(diagram).standaloneFile)
        let title = try document.nodes(forXPath: "//*[local-name()='title']").first
        XCTAssertEqual(title?.stringValue, "A graph. Four boxes.")
        let texts = try document.nodes(forXPath: "//*[local-name()='text']").map(\.stringValue)
        XCTAssertEqual(texts.prefix(4), ["x < 1", "input", "value", "1.50"])
    }

    /// A long title widens all boxes.
    func testBoxesAreAsWideAsTheirWords() throws {
        func width(_ title: String) throws -> Double {
            let box = Diagram.Box(title, operation: "sum", rows: [])
            let drawing = DiagramDrawing(
                Diagram(name: "", boxes: [box], caption: "", alternative: ""))
            let found = try boxes(of: XMLDocument(xmlString: drawing.standaloneFile))
            return Double(try XCTUnwrap(found.first).width)
        }
        XCTAssertGreaterThan(try width("a long title"), try width("short") + 50)
        XCTAssertGreaterThan(try width("mmmm"), 4 * 14.5, "m is as wide as its letter's size")
    }

    private func boxes(of document: XMLDocument) throws -> [CGRect] {
        try document.nodes(forXPath: "//*[local-name()='rect']").map { node in
            let values = ["x", "y", "width", "height"].map { name in
                (node as? XMLElement)?.attributes?.first { $0.name == name }
                    .flatMap { Double($0.stringValue ?? "") } ?? .nan
            }
            return CGRect(x: values[0], y: values[1], width: values[2], height: values[3])
        }
    }

    private func paths(_ kind: String, _ document: XMLDocument) throws -> [String] {
        try document.nodes(forXPath: "//*[@class='\(kind)']/@d").compactMap(\.stringValue)
    }

    /// "M12 34L..." begins at (12, 34).
    private func firstPoint(_ path: String) -> (x: Double, y: Double) {
        let numbers = path.dropFirst().split { !"0123456789.-".contains($0) }
            .prefix(2).compactMap { Double($0) }
        return (numbers.first ?? .nan, numbers.last ?? .nan)
    }
}
