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
        for flow in [DiagramDrawing.Flow.right, .down] {
            let drawing = DiagramDrawing(diagram, flow: flow)
            let document = try XMLDocument(xmlString: drawing.standaloneFile)
            let view = CGRect(x: 0, y: 0, width: drawing.size.width, height: drawing.size.height)
            let boxes = try boxes(of: document)
            XCTAssertEqual(boxes.count, 4)
            for (number, box) in boxes.enumerated() {
                XCTAssertTrue(view.contains(box), "\(flow)")
                for other in boxes[..<number] { XCTAssertFalse(box.intersects(other), "\(number)") }
            }
        }
    }

    /// From the right side of its operand to the left side of its box, or from below it to the upper
    /// side; the unknown operand 7 has no arrow.
    func testArrowsLeadFromBoxToBox() throws {
        for flow in [DiagramDrawing.Flow.right, .down] {
            let drawing = DiagramDrawing(diagram, flow: flow)
            let document = try XMLDocument(xmlString: drawing.standaloneFile)
            // Turned over, what flows down flows right.
            let boxes = try boxes(of: document).map { flow == .right ? $0 : turned($0) }
            let starts = try paths("arrow", document).map { firstPoint($0, flow) }
            let ends = try paths("tip", document).map { firstPoint($0, flow) }
            let expected = [(1, 2), (0, 2), (2, 3), (0, 3)]
            XCTAssertEqual(starts.count, expected.count)
            XCTAssertEqual(ends.count, expected.count)
            for (number, arrow) in expected.enumerated() {
                let (from, to) = (boxes[arrow.0], boxes[arrow.1])
                XCTAssertEqual(starts[number].x, from.maxX, accuracy: 0.2)
                XCTAssertEqual(ends[number].x, to.minX, accuracy: 0.2)
                XCTAssertTrue((from.minY...from.maxY).contains(starts[number].y))
                XCTAssertTrue((to.minY...to.maxY).contains(ends[number].y))
            }
            XCTAssertEqual(Set(ends.map { "\($0)" }).count, 4, "each arrow has its own end")
        }
    }

    /// Seven boxes side by side would be too small to read there.
    func testANarrowScreenGetsADrawingOfItsOwn() throws {
        let row = (0..<7).map { number in
            Diagram.Box(
                "a layer", operation: "", rows: [], operands: number > 0 ? [number - 1] : [])
        }
        func drawings(_ boxes: [Diagram.Box]) -> String {
            DiagramDrawing.elements(
                Diagram(name: "", boxes: boxes, caption: "", alternative: ""))
        }
        XCTAssertTrue(drawings(row).contains("diagram narrow"))
        XCTAssertTrue(drawings(row).contains("diagram wide"))
        XCTAssertFalse(drawings(Array(row.prefix(2))).contains("narrow"), "two fit everywhere")
    }

    func testWordsAreEscapedAndSpoken() throws {
        let document = try XMLDocument(xmlString: DiagramDrawing(diagram).standaloneFile)
        let title = try document.nodes(forXPath: "//*[local-name()='title']").first
        XCTAssertEqual(title?.stringValue, "A graph.")
        let description = try document.nodes(forXPath: "//*[local-name()='desc']").first
        XCTAssertEqual(description?.stringValue, "Four boxes.")
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

    private func turned(_ box: CGRect) -> CGRect {
        CGRect(x: box.minY, y: box.minX, width: box.height, height: box.width)
    }

    /// "M12 34L..." begins at (12, 34); turned over if the arrows flow down.
    private func firstPoint(_ path: String, _ flow: DiagramDrawing.Flow) -> (x: Double, y: Double) {
        let numbers = path.dropFirst().split { !"0123456789.-".contains($0) }
            .prefix(2).compactMap { Double($0) }
        let (first, second) = (numbers.first ?? .nan, numbers.last ?? .nan)
        return flow == .right ? (first, second) : (second, first)
    }
}
